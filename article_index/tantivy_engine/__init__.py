"""The embedded engine: tantivy, in a folder or in memory."""
