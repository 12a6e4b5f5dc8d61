"""A host that serves the blocks and none of the app's pages, as Studio does."""

urlpatterns: list[object] = []
