"""The tests' settings on a platform that makes xAPI statements."""

from tests.settings import *  # noqa: F403
from tests.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "event_routing_backends"]
LMS_ROOT_URL = "https://lms.example"
XAPI_AGENT_IFI_TYPE = "external_id"
XAPI_EVENTS_ENABLED = True
XAPI_EVENT_LOGGING_ENABLED = False
