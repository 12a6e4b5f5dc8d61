"""The admin pages of the app, gathered where Django looks for them."""

from digital_literacy.audit import admin as audit_admin  # noqa: F401
from digital_literacy.certificates import admin as certificate_admin  # noqa: F401
from digital_literacy.certificates import admin_consents as certificate_consents  # noqa: F401
from digital_literacy.certificates import admin_queues as certificate_queues  # noqa: F401
from digital_literacy.learners import admin as learner_admin  # noqa: F401
from digital_literacy.monitoring import admin as monitoring_admin  # noqa: F401
