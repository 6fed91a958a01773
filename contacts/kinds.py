"""The closed lists by which people are described; each has one definition, here."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    PERSON = "person", _("Person")
    OFFICE = "office", _("Organisation's own card")


class Circle(models.TextChoices):
    INNER = "inner", _("Inner")
    CLOSE = "close", _("Close")
    ACTIVE = "active", _("Active")
    WIDER = "wider", _("Wider")
    OUTER = "outer", _("Outer")


# Days between two conversations that a circle asks for: spec/strength.md, Cadence.
CIRCLE_DAYS: dict[str, int] = {
    Circle.INNER: 7,
    Circle.CLOSE: 30,
    Circle.ACTIVE: 90,
    Circle.WIDER: 182,
    Circle.OUTER: 365,
}


class Role(models.TextChoices):
    """What somebody is to me; one person can have several."""

    COLLEAGUE = "colleague", _("Colleague")
    FORMER_COLLEAGUE = "former_colleague", _("Former colleague")
    CLIENT = "client", _("Client")
    PROSPECT = "prospect", _("Possible client")
    PEER = "peer", _("Industry peer")
    MENTOR = "mentor", _("Mentor")
    MENTEE = "mentee", _("Mentee")
    RECRUITER = "recruiter", _("Recruiter")
    INVESTOR = "investor", _("Investor")
    FRIEND = "friend", _("Friend")
    FAMILY = "family", _("Family")
    OTHER = "other", _("Other")


class BenefitKind(models.TextChoices):
    """What a relationship may bring; needs and outcomes use the same seven."""

    OPPORTUNITY = "opportunity", _("Opportunity")
    REFERRAL = "referral", _("Referral")
    INSIGHT = "insight", _("Insight")
    MENTORSHIP = "mentorship", _("Mentorship")
    SPONSORSHIP = "sponsorship", _("Sponsorship")
    SUPPORT = "support", _("Support")
    VISIBILITY = "visibility", _("Visibility")


class Seniority(models.TextChoices):
    STUDENT = "student", _("Student or trainee")
    JUNIOR = "junior", _("Junior")
    SENIOR = "senior", _("Senior")
    LEAD = "lead", _("Team lead or manager")
    DIRECTOR = "director", _("Director or head")
    EXECUTIVE = "executive", _("Executive")
    FOUNDER = "founder", _("Founder or owner")


class Cadence(models.TextChoices):
    """Where the days between two conversations come from; `never` is not the same as unset."""

    CIRCLE = "", _("As the circle asks")
    DAYS = "days", _("Every … days")
    NEVER = "never", _("Never")


def days_between(circle: str, cadence: str, cadence_days: int | None) -> int | None:
    """Days between two conversations; None where none are asked for."""
    if cadence == Cadence.NEVER:
        return None
    return cadence_days if cadence == Cadence.DAYS else CIRCLE_DAYS.get(circle)
