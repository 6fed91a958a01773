"""The closed lists of what happens between people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    IN_PERSON = "in_person", _("In person")
    VIDEO = "video", _("Video call")
    PHONE = "phone", _("Phone call")
    MESSAGE = "message", _("Message")
    SOCIAL = "social", _("Social media")


class Depth(models.TextChoices):
    QUICK = "quick", _("Quick")
    NORMAL = "normal", _("Normal")
    DEEP = "deep", _("Deep")


class Status(models.TextChoices):
    PLANNED = "planned", _("Planned")
    HELD = "held", _("Held")
    CANCELLED = "cancelled", _("Cancelled")


class Direction(models.TextChoices):
    MUTUAL = "mutual", _("We spoke")
    OUTGOING = "outgoing", _("I wrote")
    INCOMING = "incoming", _("They wrote")


class Source(models.TextChoices):
    HAND = "hand", _("Logged by hand")
    CALENDAR = "calendar", _("From the calendar")
    IMPORT = "import", _("Imported")
    ESTIMATE = "estimate", _("Estimated from a rhythm")


class Promiser(models.TextChoices):
    ME = "me", _("I promised")
    THEM = "them", _("They promised")


class HelpDirection(models.TextChoices):
    GIVEN = "given", _("I helped")
    RECEIVED = "received", _("They helped")


class HelpSize(models.TextChoices):
    SMALL = "small", _("Small")
    MEDIUM = "medium", _("Medium")
    LARGE = "large", _("Large")


class EventKind(models.TextChoices):
    MEETUP = "meetup", _("Meetup")
    CONFERENCE = "conference", _("Conference")
    WORKSHOP = "workshop", _("Workshop or course")
    DINNER = "dinner", _("Dinner or reception")
    FAIR = "fair", _("Trade fair")
    OTHER = "other", _("Other")


class Going(models.TextChoices):
    """Whether I was or will be at an event."""

    CONSIDERED = "considered", _("Maybe")
    PLANNED = "planned", _("Going")
    ATTENDED = "attended", _("Attended")
    SKIPPED = "skipped", _("Skipped")


class Stage(models.TextChoices):
    """How far an introduction has come: the latest of its days."""

    ASKED = "asked", _("Asked")
    AGREED = "agreed", _("Both agreed")
    DECLINED = "declined", _("Declined")
    MADE = "made", _("Made")
    MET = "met", _("They met")
