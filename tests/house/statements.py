"""What a request said to the database."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

WRITING = ("INSERT", "UPDATE", "DELETE", "REPLACE")
# The session is the browser's own; it says nothing about anybody's network.
ALLOWED = "django_session"


def writes(queries: CaptureQueriesContext) -> list[str]:
    return [
        query["sql"]
        for query in queries.captured_queries
        if query["sql"].lstrip(" (").upper().startswith(WRITING) and ALLOWED not in query["sql"]
    ]


def reads(queries: CaptureQueriesContext) -> list[str]:
    return [
        query["sql"]
        for query in queries.captured_queries
        if query["sql"].lstrip(" (").upper().startswith(("SELECT", "WITH"))
    ]


def asked(desk: Client, url: str) -> list[str]:
    """What a page reads each time, once whatever is kept for a while is kept."""
    desk.get(url)
    with CaptureQueriesContext(connection) as queries:
        answer = desk.get(url)
    assert answer.status_code == 200, url
    return reads(queries)
