from django.db import migrations, models


def mark_revoked(apps, _schema_editor):
    credentials = apps.get_model("digital_literacy", "Credential").objects
    credentials.exclude(revoked_at=None).update(is_current=None)


class Migration(migrations.Migration):
    dependencies = [("digital_literacy", "0002_certificates")]

    operations = [
        migrations.RemoveConstraint(model_name="credential", name="dl_credential_one_current"),
        migrations.AddField(
            model_name="credential",
            name="is_current",
            field=models.BooleanField(default=True, editable=False, null=True),
        ),
        migrations.RunPython(mark_revoked, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="credential",
            constraint=models.UniqueConstraint(
                fields=("award", "is_current"), name="dl_credential_one_current"
            ),
        ),
    ]
