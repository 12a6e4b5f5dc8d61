"""The learner as the suite knows him: target group, attempts, help received."""
