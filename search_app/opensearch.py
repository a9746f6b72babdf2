"""OpenSearch 1.1: how browsers and feed readers search here (https://github.com/dewitt/opensearch)."""

from xml.etree.ElementTree import Element, SubElement, tostring

MEDIA_TYPE = "application/opensearchdescription+xml"
SUGGESTIONS = "application/x-suggestions+json"
NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"


def description(root: str) -> bytes:
    """The description document; ``root`` is the address of the site, without a slash at its end."""
    top = Element("OpenSearchDescription", {"xmlns": NAMESPACE})
    for name, text in (
        ("ShortName", "Blotter"),
        ("Description", "Multilingual news on crime, policing and international security cooperation"),
        ("Tags", "news crime police"),
        ("InputEncoding", "UTF-8"),
        ("OutputEncoding", "UTF-8"),
    ):
        SubElement(top, name).text = text
    image = SubElement(top, "Image", {"width": "16", "height": "16", "type": "image/svg+xml"})
    image.text = root + "/static/favicon.svg"
    for media_type, relation, template in (
        ("text/html", "results", "/?q={searchTerms}"),
        ("application/atom+xml", "results", "/feed.atom?q={searchTerms}&size={count?}"),
        (SUGGESTIONS, "suggestions", "/suggest.json?q={searchTerms}"),
        (MEDIA_TYPE, "self", "/opensearch.xml"),
    ):
        SubElement(top, "Url", {"type": media_type, "rel": relation, "template": root + template})
    return bytes(tostring(top, encoding="utf-8", xml_declaration=True))
