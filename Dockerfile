FROM python:3.13-slim-trixie AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /app
RUN python -m venv --without-pip /venv
COPY requirements.txt .
RUN pip --python /venv/bin/python install --require-hashes --no-compile -r requirements.txt \
    && find /venv \( -name "*.po" -o -name tests -type d \) -prune -exec rm -rf {} +
COPY . .
# Hashed and compressed here, so that the running container writes nothing but /data.
RUN NETCRM_DATA_DIR=/tmp/build /venv/bin/python manage.py collectstatic --no-input --verbosity 0 \
    && python -m compileall -q -j 0 /venv /app


FROM python:3.13-slim-trixie
RUN groupadd --gid 10001 netcrm \
    && useradd --uid 10001 --gid netcrm --no-create-home --home-dir /data --shell /usr/sbin/nologin netcrm \
    && install -d -o netcrm -g netcrm -m 750 /data
COPY --from=build /venv /venv
COPY --from=build /app /app
WORKDIR /app
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    NETCRM_DATA_DIR=/data \
    NETCRM_BIND=0.0.0.0:8000
USER netcrm
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --start-interval=1s \
    CMD ["python", "scripts/is_healthy.py"]
ENTRYPOINT ["python", "manage.py"]
CMD ["serve", "--no-collectstatic"]
