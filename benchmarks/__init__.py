"""The benchmark: our blocks and a peer in one run and one runtime. Started by `scripts/bench`."""
