from django.db import migrations, models
from django.db.models.functions import TruncDate


def keep_the_day_shown(apps, _schema_editor):
    """Of who has died on a day unknown, the page went by the last change to the row."""
    died = apps.get_model("contacts", "Contact").objects.filter(is_deceased=True)
    died.update(strength_on=TruncDate("updated_at"))


class Migration(migrations.Migration):

    dependencies = [
        ('contacts', '0008_day_of_the_import'),
    ]

    operations = [
        migrations.AddField(
            model_name='contact',
            name='strength_on',
            field=models.DateField(editable=False, null=True),
        ),
        migrations.RunPython(keep_the_day_shown, migrations.RunPython.noop),
    ]
