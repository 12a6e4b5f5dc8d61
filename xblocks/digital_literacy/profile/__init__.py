"""What a learner tells of himself: his target group and, where he agrees, his locality."""
