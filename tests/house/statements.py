"""What a request said to the database."""

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
