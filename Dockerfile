# 3.11 is the Python that the tests run on; all dependencies come as wheels, so no compiler is needed.
FROM python:3.11.15-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore \
    UV_PYTHON_DOWNLOADS=never UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1 VIRTUAL_ENV=/opt/blotter
WORKDIR /src
COPY requirements/uv.txt requirements/blotter.txt requirements/
RUN --mount=type=cache,target=/root/.cache \
    pip install --quiet --require-hashes -r requirements/uv.txt \
    && python -m venv --without-pip /opt/blotter \
    && uv pip install --require-hashes -r requirements/blotter.txt
COPY pyproject.toml README.md LICENSE NOTICE cli.py ./
COPY article_index article_index
COPY indexer indexer
COPY quality quality
COPY search_app search_app
COPY vocabulary vocabulary
COPY templates templates
COPY static static
RUN --mount=type=cache,target=/root/.cache \
    uv pip install --no-deps --no-build-isolation .

FROM python:3.11.15-slim-bookworm
# A fixed number, so that the owner of mounted folders can be set from outside.
RUN useradd --system --uid 10001 --user-group --home-dir /var/lib/blotter --create-home blotter
COPY --from=build /opt/blotter /opt/blotter
ENV PATH=/opt/blotter/bin:$PATH PYTHONUNBUFFERED=1 PORT=8000 \
    BLOTTER_HOST=0.0.0.0 \
    BLOTTER_INDEX=tantivy:/var/lib/blotter/index \
    BLOTTER_DATABASE=sqlite:////var/lib/blotter/blotter.db \
    BLOTTER_DEAD_LETTERS=/var/lib/blotter/dead-letters.jsonl
USER blotter
WORKDIR /var/lib/blotter
VOLUME /var/lib/blotter
EXPOSE 8000
# http.client, unlike urllib, asks no proxy for the container's own address.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 CMD ["python", "-c", \
    "import http.client, os, sys; c = http.client.HTTPConnection('127.0.0.1', int(os.environ['PORT']), timeout=4); c.request('GET', '/healthz'); sys.exit(c.getresponse().status != 200)"]
ENTRYPOINT ["blotter"]
CMD ["serve"]
