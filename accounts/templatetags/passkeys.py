"""What allauth's scripts for passkeys read from a page: data, nothing that would be run."""

from django import template
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def passkey_form(act: str, **ids: str) -> SafeString:
    """Binds a button to a passkey: `act` is a function of allauth's, `ids` are of the page.

    It reads them from a block of JSON that names the function in an attribute.
    """
    block = json_script({"ids": {**ids, "data": "js_data"}})
    named = format_html('<script data-allauth-onload="allauth.webauthn.forms.{}"', act)
    return SafeString(block.replace("<script", named, 1))
