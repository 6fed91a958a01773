from contacts.models.contact import Contact, ContactQuerySet
from contacts.models.marks import Benefit, ContactRole, Interest, Tag, Tagging
from contacts.models.organisation import Job, Organisation
from contacts.models.points import Email, ImportantDate, Link, Messenger, Phone, PostalAddress
from contacts.models.search import SearchEntry, SearchState, SearchWord

__all__ = [
    "Benefit",
    "Contact",
    "ContactQuerySet",
    "ContactRole",
    "Email",
    "ImportantDate",
    "Interest",
    "Job",
    "Link",
    "Messenger",
    "Organisation",
    "Phone",
    "PostalAddress",
    "SearchEntry",
    "SearchState",
    "SearchWord",
    "Tag",
    "Tagging",
]
