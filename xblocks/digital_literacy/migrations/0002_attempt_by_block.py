from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("digital_literacy", "0001_initial")]

    operations = [
        migrations.AddIndex(
            model_name="attempt",
            index=models.Index(fields=["usage_key", "id"], name="dl_attempt_block"),
        ),
    ]
