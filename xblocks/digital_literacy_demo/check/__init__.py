"""The self-check: walks the main job over real HTTP as learner, author and administrator."""
