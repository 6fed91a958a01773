from django.db import migrations
from django.db.models import OuterRef, Subquery
from django.db.models.functions import TruncDate


def fill(apps, _schema_editor):
    """Whom imports so far have made, on the day they did."""
    people = apps.get_model("contacts", "Contact").objects
    traces = apps.get_model("exchange", "Trace").objects.filter(is_new=True)
    made = traces.filter(contact=OuterRef("pk"), run__applied_at__isnull=False)
    day = made.order_by("pk").values(day=TruncDate("run__applied_at"))[:1]
    people.filter(pk__in=traces.values("contact")).update(imported_on=Subquery(day))


class Migration(migrations.Migration):
    dependencies = [
        ("contacts", "0008_day_of_the_import"),
        ("exchange", "0001_initial"),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
