from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("digital_literacy", "0002_cohort_group")]

    operations = [
        migrations.AddIndex(
            model_name="attempt",
            index=models.Index(fields=["usage_key", "id"], name="dl_attempt_block"),
        ),
    ]
