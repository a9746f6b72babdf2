"""Elasticsearch: the same index documents, for collections that outgrow one machine."""
