"""The audit log: every act on certificates, in a chain to which lines are only ever added."""
