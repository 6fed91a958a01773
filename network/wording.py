"""What the assessment found, as sentences. Codes and facts are those of network.explaining."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from contacts.kinds import Role, Seniority
from goals.models import Need
from netcrm.lib.marks import whole

COURSES = {
    "keep": pgettext_lazy("a need", "covered"),
    "expand": pgettext_lazy("a need", "expand"),
    "reconnect": pgettext_lazy("a need", "reconnect"),
    "deepen": pgettext_lazy("a need", "deepen"),
    "deepen_and_expand": pgettext_lazy("a need", "deepen and expand"),
}
KINDS = {
    "industry": gettext_lazy("Industries"),
    "organisation": gettext_lazy("Organisations"),
    "role": gettext_lazy("Roles to me"),
    "seniority": gettext_lazy("Levels of seniority"),
    "place": gettext_lazy("Places"),
    "how_met": gettext_lazy("Ways of meeting"),
}
ONE_OF = {
    "industry": gettext_lazy("Industry"),
    "organisation": gettext_lazy("Organisation"),
    "role": gettext_lazy("Role"),
    "seniority": gettext_lazy("Seniority"),
    "place": gettext_lazy("Place"),
    "how_met": gettext_lazy("How you met"),
}
CHOICES: dict[str, Mapping[str, Any]] = {
    "role": dict(Role.choices),
    "seniority": dict(Seniority.choices),
}
STRENGTHS = {"strength", "full_from", "then"}  # facts that are shown as a meter shows them
Facts = Mapping[str, Any]


def value_words(kind: str, value: str) -> str:
    """A role or a seniority by its name, everything else as it is written."""
    return str(CHOICES.get(kind, {}).get(value, value))


def need_title(need: Need) -> str:
    """As "Insight · climate"; the benefit first, then among whom."""
    if need.sought == "person":
        among = need.person.name if need.person else ""
    else:
        among = value_words(need.sought, need.value)
    return _("%(benefit)s · %(among)s") % {
        "benefit": need.get_benefit_display(),
        "among": among,
    }


def percent(share: float | None) -> str:
    return "" if share is None else _("%(percent)s %%") % {"percent": round(100 * share)}


def decimal(number: float) -> str:
    """One place, and none where it would be a zero."""
    return number_format(round(number, 1), 0 if round(number, 1) == round(number) else 1)


def sentence(code: str, facts: Facts) -> str:
    """Shares and strengths are told in whole numbers."""
    shares = {name: round(facts[name]) for name in {"percent"} & facts.keys()}
    strengths = {name: whole(facts[name]) for name in STRENGTHS & facts.keys()}
    return SENTENCES[code]({**facts, **shares, **strengths})


def _covered(facts: Facts) -> str:
    return ngettext(
        "%(people)d person who fits brings %(points)s of %(target)s points.",
        "%(people)d people who fit bring %(points)s of %(target)s points.",
        facts["people"],
    ) % {
        "people": facts["people"],
        "points": decimal(facts["points"]),
        "target": decimal(facts["target"]),
    }


def _uncovered(facts: Facts) -> str:
    return _(
        "Nobody whom you know well enough serves this yet; %(target)s who do fully are enough."
    ) % {"target": decimal(facts["target"])}


def _leans_on(facts: Facts) -> str:
    if facts["percent"] < 0.5:
        return _("It rests on %(name)s alone.") % facts
    return _("Without %(name)s it would be %(percent)d %%.") % facts


def _expand(facts: Facts) -> str:
    people = facts["new_people"]
    wanted = ngettext("Meet %(count)d new person.", "Meet %(count)d new people.", people)
    return f"{wanted % {'count': people}} {_faint(facts)}".strip()


def _faint(facts: Facts) -> str:
    if not facts["faint"]:
        return ""
    return ngettext(
        "%(count)d whom you hardly know would fit: ask there first.",
        "%(count)d whom you hardly know would fit: ask there first.",
        facts["faint"],
    ) % {"count": facts["faint"]}


def _reconnect(facts: Facts) -> str:
    return ngettext(
        "A tie that has gone quiet would close the gap: say hello again.",
        "Ties to %(count)d people would close the gap, one of them gone quiet: say hello again.",
        facts["people"],
    ) % {"count": facts["people"]}


def _deepen(facts: Facts) -> str:
    return ngettext(
        "A closer tie to one person would close the gap.",
        "Closer ties to %(count)d people would close the gap.",
        facts["people"],
    ) % {"count": facts["people"]}


def _deepen_and_expand(facts: Facts) -> str:
    closer = ngettext(
        "A closer tie to one person helps, but is not enough.",
        "Closer ties to %(count)d people help, but are not enough.",
        facts["people"],
    ) % {"count": facts["people"]}
    return f"{closer} {_expand(facts)}"


def _distant(facts: Facts) -> str:
    return _("Stands at %(strength)d; from %(full_from)d on the tie serves fully.") % facts


def _dormant_strong(facts: Facts) -> str:
    return _("Gone quiet, but it stood at %(then)d: such ties keep their trust.") % facts


def _overlap(facts: Facts) -> str:
    return _("%(percent)d %% less, leading to people whom you know anyway.") % facts


SENTENCES: Mapping[str, Callable[[Facts], str]] = {
    "covered": _covered,
    "uncovered": _uncovered,
    "leans_on": _leans_on,
    "expand": _expand,
    "reconnect": _reconnect,
    "deepen": _deepen,
    "deepen_and_expand": _deepen_and_expand,
    "person": lambda _facts: _("The very person you need."),
    "marked": lambda _facts: _("Fits, and may bring just that."),
    "unmarked": lambda _facts: _("Fits; that they may bring it is not marked, so it counts half."),
    "distant": _distant,
    "dormant_strong": _dormant_strong,
    "overlap": _overlap,
}
