"""Whether there is a demo network to remove."""

from django import template
from django.template import Context

from netcrm.demo.building import has_demo

register = template.Library()


@register.simple_tag(takes_context=True)
def demo_is_loaded(context: Context) -> bool:
    return has_demo(context["request"].user)
