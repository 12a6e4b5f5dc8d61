"""Settings the platform adds for this plugin."""
