"""Pages and addresses of the host."""
