"""Pages and documents about certificates, below `/digital-literacy/`."""

from django.urls import path, re_path
from django.views.generic import RedirectView

from digital_literacy.certificates import documents, holder_views, views

urlpatterns = [
    # The address that certificates issued by earlier releases name as their issuer's.
    path("", RedirectView.as_view(pattern_name="digital_literacy:verify"), name="issuer"),
    path("my-certificates/", holder_views.my_certificates, name="my_certificates"),
    re_path(
        r"^my-certificates/applications/(?P<number>[0-9]{1,18})/$",
        holder_views.application_step,
        name="application_step",
    ),
    path(
        "my-certificates/certificates/<slug:identifier>/",
        holder_views.certificate_step,
        name="certificate_step",
    ),
    path("verify/", views.verify, name="verify"),
    path("certificates/<slug:identifier>/", views.certificate, name="verify_certificate"),
    path(
        "certificates/<slug:identifier>/verdict.json", views.certificate_verdict, name="certificate_verdict"
    ),
    path("certificates/<slug:identifier>.json", documents.certificate_json, name="certificate_json"),
    path("certificates/<slug:identifier>.pdf", views.certificate_pdf, name="certificate_pdf"),
    path("skills/tt02/<str:number>/", views.skill_page, name="skill"),
    # So many digits as every database can hold.
    re_path(r"^status/(?P<number>[0-9]{1,9})\.json$", documents.status_list, name="status_list"),
    path("did.json", documents.did, name="did"),
]
