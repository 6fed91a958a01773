"""How forms are drawn: fields by the templates of this project, widgets by Django's for Jinja.

Django brings its widgets' templates for both engines; those for Jinja take a quarter of the time,
and the form for logging has some fifty widgets, options and lists of attributes.
"""

from typing import Any

from django.forms.renderers import Jinja2, TemplatesSetting
from django.http import HttpRequest
from django.utils.functional import cached_property

WIDGETS = "django/forms/widgets/"


class FormRenderer(TemplatesSetting):
    @cached_property
    def widgets(self) -> Jinja2:
        return Jinja2()

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        if template_name.startswith(WIDGETS):
            return self.widgets.render(template_name, context, request)
        return super().render(template_name, context, request)
