"""What the host and the simulator agree on; neither needs the other running to read it."""

from __future__ import annotations

PROVIDER_CODE = "vneid-simulator"
CLIENT_ID = "digital-literacy-demo"
CLIENT_SECRET_FILE = "simulator-client-secret"

# acr value -> assurance level
LEVELS = {"urn:example:simulator:level:1": 1, "urn:example:simulator:level:2": 2}
# Says in metadata and tokens that nothing here is real.
SIMULATOR_MARK = "digital_literacy_simulator"
