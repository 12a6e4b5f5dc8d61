"""What an online public service is: form, persona, rules, dossier, rubric. Pure: no Django, no XBlock."""
