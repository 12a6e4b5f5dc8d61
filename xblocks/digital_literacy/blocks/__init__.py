"""What the three doors share: OLX fields, rendering, learner context, handlers, scoring, Studio editing."""
