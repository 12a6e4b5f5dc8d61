"""Addresses of the simulator."""

from django.urls import path

from digital_literacy_demo.simulator import views

urlpatterns = [
    path("", views.home),
    path(".well-known/openid-configuration", views.metadata),
    path("jwks", views.jwks),
    path("authorize", views.authorize),
    path("token", views.token),
    path("userinfo", views.userinfo),
]
