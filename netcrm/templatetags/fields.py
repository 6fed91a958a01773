"""How one field of a form is drawn: `templates/django/forms/field.html` uses these."""

from django import template
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The widget itself; the first one in error takes the focus."""
    wrong = next((name for name in field.form.fields if field.form.errors.get(name)), None)
    if not field.form.errors:
        return field.as_widget()
    if wrong == field.name and not isinstance(field.field.widget, RadioSelect):
        return field.as_widget(attrs={"autofocus": True})
    return field.as_widget(attrs={"autofocus": False})


@register.filter
def field_kind(field: BoundField) -> str:
    """`tick` stands beside its words, `choices` is a group with a legend, `control` is the rest."""
    widget = field.field.widget
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return "choices"
    return "tick" if isinstance(widget, CheckboxInput) else "control"
