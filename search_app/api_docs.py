"""The API described: ``/api/v1/openapi.json`` and a page made from it."""

from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from flask import Blueprint, current_app, jsonify, render_template
from flask.wrappers import Response
from flask_openapi3.openapi import OpenAPI

from search_app.problems import MEDIA_TYPE

blueprint = Blueprint("api_docs", __name__)


@blueprint.get("/api/v1/openapi.json")
def openapi() -> Response:
    """The OpenAPI 3.1 document."""
    return jsonify(document(cast(OpenAPI, current_app)))


@blueprint.get("/api/docs")
def docs() -> str:
    """The same as a page."""
    spec = document(cast(OpenAPI, current_app))
    return render_template("api_docs.html", spec=spec, sections=sections(spec), schemas=schemas(spec))


@cache
def document(app: OpenAPI) -> dict[str, Any]:
    """The app's OpenAPI document: errors are problems, and empty parts that make it invalid are dropped."""
    spec: dict[str, Any] = app.api_doc
    components = spec.get("components", {})
    if components.get("securitySchemes") is None:
        components.pop("securitySchemes", None)
    for path in spec["paths"].values():
        for operation in path.values():
            # Parameters that can't be read are told as 400, like everything else that can't be read.
            operation.get("responses", {}).pop("422", None)
            for status, response in operation.get("responses", {}).items():
                content = response.get("content", {})
                if status.startswith(("4", "5")) and "application/json" in content:
                    response["content"] = {MEDIA_TYPE: content["application/json"]}
    return spec


@dataclass(frozen=True)
class Row:
    """A parameter or a key: its name, its type in words, and what it is."""

    name: str
    type: str
    text: str
    required: bool = False


@dataclass(frozen=True)
class Answer:
    """What an operation may answer."""

    status: str
    text: str
    schema: str


@dataclass(frozen=True)
class Operation:
    """One call of the API."""

    id: str
    method: str
    path: str
    summary: str
    text: str
    parameters: tuple[Row, ...]
    body: str
    answers: tuple[Answer, ...]


def sections(spec: dict[str, Any]) -> list[tuple[str, str, list[Operation]]]:
    """The document's tags: name, description and operations."""
    every = [
        (operation.get("tags", []), read_operation(method, path, operation))
        for path, methods in spec["paths"].items()
        for method, operation in methods.items()
    ]
    return [
        (tag["name"], tag.get("description", ""), [one for tags, one in every if tag["name"] in tags])
        for tag in spec.get("tags", [])
    ]


def read_operation(method: str, path: str, operation: dict[str, Any]) -> Operation:
    parameters = tuple(
        Row(one["name"], type_of(one["schema"]), one.get("description", ""), one.get("required", False))
        for one in operation.get("parameters", [])
    )
    answers = tuple(
        Answer(status, response.get("description", ""), content_of(response))
        for status, response in sorted(operation["responses"].items())
    )
    name = f"{method}-{path.strip('/').replace('/', '-').replace('{', '').replace('}', '')}"
    return Operation(
        name,
        method.upper(),
        path,
        operation.get("summary", ""),
        operation.get("description", ""),
        parameters,
        content_of(operation.get("requestBody", {})),
        answers,
    )


def content_of(described: dict[str, Any]) -> str:
    """The name of the schema that a body has, "" for none."""
    for content in described.get("content", {}).values():
        return type_of(content.get("schema", {}))
    return ""


def schemas(spec: dict[str, Any]) -> list[tuple[str, list[Row]]]:
    """The bodies' keys, by the name of the schema."""
    found = []
    for name, schema in spec.get("components", {}).get("schemas", {}).items():
        required = schema.get("required", [])
        rows = [
            Row(key, type_of(one), one.get("description", ""), key in required)
            for key, one in schema.get("properties", {}).items()
        ]
        found.append((name, rows))
    return found


def type_of(schema: dict[str, Any]) -> str:
    """A JSON schema's type in words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " or ".join(type_of(one) for one in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {type_of(schema.get('items', {}))}"
    if isinstance(schema.get("additionalProperties"), dict):
        return f"object of {type_of(schema['additionalProperties'])}"
    return str(schema.get("type", "any"))
