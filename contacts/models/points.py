"""Ways to reach a person and days to remember: each labelled, several of each."""

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from contacts.models.contact import Contact
from contacts.partial_dates import check_partial_date
from netcrm.lib.folding import digits


class ContactPoint(models.Model):
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE)
    label = models.CharField(_("label"), max_length=100, blank=True)
    is_preferred = models.BooleanField(_("preferred"), default=False)
    position = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        abstract = True
        ordering = ["-is_preferred", "position", "id"]


class Email(ContactPoint):
    # Old cards hold addresses that no form would accept; they are kept as they came.
    address = models.CharField(_("email"), max_length=320)

    class Meta(ContactPoint.Meta):
        default_related_name = "emails"
        indexes = [models.Index(Lower("address"), name="email_by_address")]

    def __str__(self) -> str:
        return self.address


class Phone(ContactPoint):
    number = models.CharField(_("phone"), max_length=100)
    digits = models.CharField(max_length=100, editable=False, default="")

    class Meta(ContactPoint.Meta):
        default_related_name = "phones"

    def __str__(self) -> str:
        return self.number

    def settle(self) -> None:
        self.digits = digits(self.number)


class Link(ContactPoint):
    url = models.CharField(_("link"), max_length=1000)

    class Meta(ContactPoint.Meta):
        default_related_name = "links"

    def __str__(self) -> str:
        return self.url


class Messenger(ContactPoint):
    handle = models.CharField(_("messenger"), max_length=300)

    class Meta(ContactPoint.Meta):
        default_related_name = "messengers"

    def __str__(self) -> str:
        return self.handle


class PostalAddress(ContactPoint):
    po_box = models.CharField(_("PO box"), max_length=100, blank=True)
    extended = models.CharField(_("flat, floor"), max_length=200, blank=True)
    street = models.CharField(_("street"), max_length=500, blank=True)
    city = models.CharField(_("city"), max_length=200, blank=True)
    region = models.CharField(_("region"), max_length=200, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=50, blank=True)
    country = models.CharField(_("country"), max_length=200, blank=True)

    class Meta(ContactPoint.Meta):
        default_related_name = "addresses"

    def __str__(self) -> str:
        parts = (self.street, self.postal_code, self.city, self.region, self.country)
        return ", ".join(part for part in parts if part)


class ImportantDate(models.Model):
    BIRTHDAY = "birthday"

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="dates")
    label = models.CharField(_("what"), max_length=100)
    day = models.CharField(_("when"), max_length=10, validators=[check_partial_date])

    class Meta:
        ordering = ["label", "id"]

    def __str__(self) -> str:
        return f"{self.label} {self.day}"
