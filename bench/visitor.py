"""A signed-in visitor over one kept-alive connection, who times each answer."""

import http.client
import re
import time
from typing import NamedTuple
from urllib.parse import urlencode

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Answer(NamedTuple):
    status: int
    location: str
    text: str
    size: int
    milliseconds: float


class Visitor:
    def __init__(self, port: int) -> None:
        self.origin = f"http://localhost:{port}"
        self.connection = http.client.HTTPConnection("localhost", port, timeout=60)
        self.cookies: dict[str, str] = {}
        self.token = ""

    def get(self, path: str, target: str = "") -> Answer:
        """`target` asks for the fragment of that name, as htmx does."""
        headers = {"HX-Request": "true", "HX-Target": target} if target else {}
        return self._ask("GET", path, None, headers)

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        """With the token of the last page that had a form."""
        body = urlencode({**fields, "csrfmiddlewaretoken": self.token})
        return self._ask("POST", path, body, {**FORM, "Origin": self.origin})

    def sign_in(self, email: str, password: str) -> None:
        self.get("/account/login/")
        answer = self.post("/account/login/", {"login": email, "password": password})
        if answer.status != 302:
            raise SystemExit(f"Signing in was answered with {answer.status}.")

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        start = time.perf_counter()
        self.connection.request(method, path, body, {**headers, "Cookie": cookies})
        response = self.connection.getresponse()
        content = response.read()
        spent = (time.perf_counter() - start) * 1000
        for line in response.headers.get_all("Set-Cookie") or []:
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        text = content.decode(errors="replace")
        if found := TOKEN.search(text):
            self.token = found[1]
        location = response.headers.get("Location") or ""
        return Answer(response.status, location, text, len(content), spent)
