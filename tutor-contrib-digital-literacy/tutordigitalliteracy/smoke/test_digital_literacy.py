"""`tutor local do tests --limit digital-literacy`: whether the running platform answers for the suite."""

import json
import os
import urllib.error
import urllib.request

SCHEME = "https" if os.environ.get("ENABLE_HTTPS") == "true" else "http"
PORT = f":{os.environ['LMS_PORT']}" if os.environ.get("LMS_PORT") else ""
BASE = f"{SCHEME}://{os.environ.get('LMS_HOST', 'localhost')}{PORT}/digital-literacy"


def get(path):
    try:
        with urllib.request.urlopen(BASE + path, timeout=30) as reply:
            return reply.status, reply.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(errors="replace")


def test_anyone_can_open_the_page_that_checks_certificates():
    status, body = get("/verify/")
    assert status == 200, (
        f"{BASE}/verify/ answered {status}: is the package in the image, and the app migrated?"
    )
    assert "<form" in body


def test_the_issuer_names_its_keys():
    status, body = get("/did.json")
    assert status == 200, f"{BASE}/did.json answered {status}: run manage.py lms check --tag digital_literacy"
    assert json.loads(body)["assertionMethod"]
