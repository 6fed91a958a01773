from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("exchange", "0002_who_was_imported")]

    operations = [
        migrations.AddField(
            model_name="importrow",
            name="known",
            field=models.PositiveBigIntegerField(null=True),
        ),
    ]
