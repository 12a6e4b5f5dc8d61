"""The stations of a login, below `/digital-literacy/`."""

from django.urls import path

from digital_literacy.identity import views

urlpatterns = [
    path("identity/start/<str:ticket>/", views.start, name="start_login"),
    path("identity/return/<slug:provider>/", views.returned, name="login_return"),
]
