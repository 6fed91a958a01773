"""Exit with 0 when the server of this container says that all is well; for HEALTHCHECK."""

import os
import sys
import urllib.error
import urllib.request

port = os.environ.get("NETCRM_BIND", ":8000").rpartition(":")[2]
try:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=4) as answer:
        sys.stdout.write(answer.read().decode())
except urllib.error.HTTPError as refusal:
    sys.exit(refusal.read().decode())
except OSError as problem:
    sys.exit(f"no answer: {problem}")
