"""The page of what a learner tells of himself, below `/digital-literacy/`."""

from django.urls import path

from digital_literacy.profile import views

urlpatterns = [path("about-me/", views.about_me, name="about_me")]
