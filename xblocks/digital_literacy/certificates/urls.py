"""In preparation."""

urlpatterns: list = []
