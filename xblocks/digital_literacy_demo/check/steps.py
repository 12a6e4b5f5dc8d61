"""The walk: from a learner's first click to a certificate that everyone sees revoked."""

from __future__ import annotations

from digital_literacy_demo.check import (
    author_steps,
    certificate_steps,
    learner_steps,
    report_steps,
    service_steps,
)
from digital_literacy_demo.check.walk import Step

STEPS: list[tuple[str, Step]] = [
    ("the course exports byte-identically (canonical form)", author_steps.export_is_identical),
    ("a learner of each group sees his own variant", learner_steps.own_variant),
    ("a wrong answer gets its own feedback and is counted", learner_steps.wrong_answer),
    ("a forged grade changes nothing", learner_steps.forged_grade),
    ("a right answer reaches the gradebook", learner_steps.right_answer),
    ("certificate refused before passing", certificate_steps.refused_before_passing),
    ("a form with three faults shows all three", service_steps.three_faults),
    ("a real-looking number is refused", service_steps.real_number_refused),
    ("the corrected form gets a dossier code", service_steps.filed),
    ("the dossier is tracked through the supplement", service_steps.tracked_to_result),
    ("the dossier reaches the gradebook", service_steps.reaches_gradebook),
    ("the learner finishes the course", learner_steps.finish_course),
    ("certificate refused without consent", certificate_steps.refused_without_consent),
    ("certificate refused at level 1", certificate_steps.refused_at_level_1),
    ("certificate issued at level 2", certificate_steps.issued_at_level_2),
    ("the PDF opens and its QR code leads to the page", certificate_steps.pdf_leads_to_page),
    ("the verification page says valid", certificate_steps.page_says_valid),
    ("a changed credential is not valid", certificate_steps.changed_is_not_valid),
    ("the author edits, the learner sees it", author_steps.edit_reaches_learner),
    ("bad OLX is refused with line and cure, nothing lost", author_steps.bad_olx_is_refused),
    ("the administrator revokes", certificate_steps.administrator_revokes),
    ("the verification page says revoked", certificate_steps.page_says_revoked),
    ("a locality is kept with the consent only", report_steps.locality_told_and_taken_back),
    ("a report shows many and hides few", report_steps.report_hides_few),
    ("after all that the course still exports the same", author_steps.export_is_identical),
]
