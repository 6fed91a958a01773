"""The closed lists of the goals room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AspirationKind(models.TextChoices):
    NEW_JOB = "new_job", _("A new job")
    CLIENTS = "clients", _("More clients")
    GUIDANCE = "guidance", _("Mentorship and guidance")
    LEARNING = "learning", _("Learning")
    VISIBILITY = "visibility", _("Visibility")
    OTHER = "other", _("Something else")


class Sought(models.TextChoices):
    """In which respect a need describes the people that it needs."""

    INDUSTRY = "industry", _("Industry")
    ROLE = "role", _("Role to me")
    ORGANISATION = "organisation", _("Organisation")
    PERSON = "person", _("One person")
    SENIORITY = "seniority", _("Seniority")
    PLACE = "place", _("Place")
    TAG = "tag", _("Tag")


class Counted(models.TextChoices):
    """What a goal counts."""

    EVENTS = "events", _("Events attended")
    NEW_CONTACTS = "new_contacts", _("New people reached out to")
    CONVERSATIONS = "conversations", _("Conversations held")
    FIRST_MEETINGS = "first_meetings", _("First meetings")
    HELP = "help", _("Help given")
    INTRODUCTIONS = "introductions", _("Introductions made")
    BRAND = "brand", _("Brand activities")
    PROMISES = "promises", _("Promises kept")
    NEW_PEOPLE = "new_people", _("People added")
    STRENGTH = "strength", _("A relationship reaching a strength")


class StepKind(models.TextChoices):
    """The steps towards a relationship, and steps of one's own."""

    IDENTIFY = "identify", _("Find the person")
    FIRST_CONTACT = "first_contact", _("First contact")
    FIRST_MEETING = "first_meeting", _("First meeting")
    RELATIONSHIP = "relationship", _("The relationship itself")
    OWN = "own", _("A step of my own")


class OutcomeSize(models.TextChoices):
    SMALL = "small", _("Small")
    MEDIUM = "medium", _("Medium")
    LARGE = "large", _("Large")


class BrandKind(models.TextChoices):
    TALK = "talk", _("Talk")
    ARTICLE = "article", _("Article")
    POST = "post", _("Post")
    PODCAST = "podcast", _("Podcast")
    PANEL = "panel", _("Panel")
    OPEN_SOURCE = "open_source", _("Open source")
    OTHER = "other", _("Other")
