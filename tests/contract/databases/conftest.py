"""The tests of `inside/` need databases of their own: `test_databases.py` runs them."""

import os

collect_ignore = [] if os.environ.get("DIGITAL_LITERACY_TEST_HOME") else ["inside"]
