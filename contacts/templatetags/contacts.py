"""How this room's facts read: partial dates in words, days, phones, links, notes."""

import datetime as dt
import re
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.forms import BoundField
from django.forms.formsets import BaseFormSet
from django.template.context import Context
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, gettext_lazy

from accounts.models import User
from contacts import phones
from contacts.markdown import to_html
from contacts.models import Contact
from contacts.partial_dates import is_partial_date
from netcrm.lib.addresses import address_of
from netcrm.lib.days import in_order, written
from netcrm.templatetags.fields import control

register = template.Library()

LABELS = {
    "work": gettext_lazy("work"),
    "home": gettext_lazy("home"),
    "mobile": gettext_lazy("mobile"),
    "cell": gettext_lazy("mobile"),
    "other": gettext_lazy("other"),
    "fax": gettext_lazy("fax"),
    "birthday": gettext_lazy("birthday"),
    "anniversary": gettext_lazy("anniversary"),
}
# The list a section opens with.
FIRST_LISTS = {"jobs", "emails", "dates"}
AUTOFOCUS = mark_safe(" autofocus")
# Read as RFC 3986, 3.1 has it, "example.com:" is a scheme; before a number nobody means one.
HOST_AND_PORT = re.compile(r"[^\s:/?#@]+\.[^\s:/?#@]+:\d{1,5}([/?#]|$)")
SAFE_SCHEMES = {"http", "https", "mailto", "tel", "xmpp", "sip", "matrix"}


@register.simple_tag(takes_context=True)
def partial_date(context: Context, text: str) -> str:
    """ "2019-05" as May 2019, "--04-15" as 15 April, a whole day as the user writes days."""
    if not text or not is_partial_date(text):
        return text
    if text.startswith("--"):
        return in_order(dt.date(2000, int(text[2:4]), int(text[5:7])), "j F")
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return written(dt.date(parts[0], parts[1], parts[2]), _day_format(context))
    if len(parts) == 2:
        return date_format(dt.date(parts[0], parts[1], 1), "YEAR_MONTH_FORMAT")
    return text


@register.simple_tag(takes_context=True)
def day(context: Context, value: dt.date | None) -> str:
    """A day as the user writes days."""
    return written(value, _day_format(context)) if value else ""


@register.simple_tag
def age(text: str, today: dt.date) -> int | str:
    """Whole years since a full day in the past; empty otherwise."""
    parts = text.split("-")
    if len(parts) != 3 or not is_partial_date(text) or text.startswith("--"):
        return ""
    year, month, of_month = map(int, parts)
    years = today.year - year - ((today.month, today.day) < (month, of_month))
    return years if years >= 0 else ""


@register.filter
def label_word(label: str) -> str:
    """The usual labels in the user's language, others as they came."""
    return str(LABELS.get(label.lower(), label))


@register.filter
def shown_phone(number: str, user: User) -> str:
    return phones.shown(number, user.phone_country)


@register.filter
def phone_link(number: str, user: User) -> str:
    return phones.link(number, user.phone_country)


@register.filter
def safe_link(url: str) -> str:
    """Where a link may lead: https where no scheme is given, nowhere for javascript: and such."""
    text = url.strip()
    try:
        scheme = "" if HOST_AND_PORT.match(text) else urlsplit(text).scheme.lower()
    except ValueError:
        return ""
    if scheme in SAFE_SCHEMES:
        return text
    looks_like_host = "." in text.split("/")[0] and " " not in text and not scheme
    return f"https://{text}" if looks_like_host else ""


@register.filter
def short_link(url: str) -> str:
    return url.strip().rpartition("://")[2].removeprefix("www.").rstrip("/")


@register.filter
def markdown(text: str) -> SafeString:
    return to_html(text)


@register.filter
def opens(field: BoundField, formset: BaseFormSet[Any]) -> bool:
    """Whether the focus belongs here when nothing is wrong: in a new row, else in the first."""
    form = field.form
    is_first_field = field.name == next(iter(form.fields))
    if formset.is_bound:
        return is_first_field and form is formset.forms[-1] and getattr(formset, "has_grown", False)
    return is_first_field and form is formset.forms[0] and formset.prefix in FIRST_LISTS


@register.simple_tag(takes_context=True)
def section_head(context: Context, person: Contact, section: str, title: str, has: object) -> str:
    """Title of a section of the person's page and the way to edit it; one line while it is empty.

    A function, since the page has five: as templates they took a twentieth of its time.
    """
    label = gettext("Edit %(title)s") if has else gettext("Add to %(title)s")
    return format_html(
        '<div class="{}"><h2 id="{}-title">{}</h2><a class="small" href="{url}" hx-get="{url}" '
        'hx-target="#{}" hx-swap="outerHTML" aria-label="{}"{}>{}</a></div>',
        "panel-head" if has else "person-empty",
        section,
        title,
        section,
        label % {"title": title},
        AUTOFOCUS if context.get("is_returning") else "",
        gettext("Edit") if has else gettext("Add"),
        url=f"{address_of('contacts:edit', person.uid)}{section}/",
    )


@register.simple_tag
def first_control(field: BoundField, is_first: object) -> SafeString:
    """The widget; the first one in error takes the focus, else the one that `is_first`."""
    if field.form.errors:
        return control(field)
    return field.as_widget(attrs={"autofocus": True} if is_first else {})


def _day_format(context: Context) -> str:
    request: Any = context.get("request")
    user = getattr(request, "user", None)
    return user.date_format if isinstance(user, User) else "DATE_FORMAT"
