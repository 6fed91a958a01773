"""Three questions for each kind of aspiration; every answer proposes a need."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from contacts.kinds import BenefitKind
from goals.kinds import AspirationKind, Sought


@dataclass(frozen=True, slots=True)
class Question:
    """Who answers names people by `sought`; they are to bring `benefit`."""

    words: Promise
    sought: str
    benefit: str


GUIDE: dict[str, tuple[Question, Question, Question]] = {
    AspirationKind.NEW_JOB: (
        Question(
            _("In which industry do you want to work?"), Sought.INDUSTRY, BenefitKind.OPPORTUNITY
        ),
        Question(
            _("Which organisations would you like to work for?"),
            Sought.ORGANISATION,
            BenefitKind.REFERRAL,
        ),
        Question(
            _("How senior is somebody who could speak up for you?"),
            Sought.SENIORITY,
            BenefitKind.SPONSORSHIP,
        ),
    ),
    AspirationKind.CLIENTS: (
        Question(
            _("In which industry are the clients you want?"),
            Sought.INDUSTRY,
            BenefitKind.OPPORTUNITY,
        ),
        Question(_("Who could recommend you to them?"), Sought.ROLE, BenefitKind.REFERRAL),
        Question(
            _("Which organisations would you like as clients?"),
            Sought.ORGANISATION,
            BenefitKind.REFERRAL,
        ),
    ),
    AspirationKind.GUIDANCE: (
        Question(
            _("How senior is somebody you could learn from?"),
            Sought.SENIORITY,
            BenefitKind.MENTORSHIP,
        ),
        Question(
            _("In which industry should they know their way?"),
            Sought.INDUSTRY,
            BenefitKind.INSIGHT,
        ),
        Question(
            _("Is there one person you would like as a mentor?"),
            Sought.PERSON,
            BenefitKind.MENTORSHIP,
        ),
    ),
    AspirationKind.LEARNING: (
        Question(
            _("What do you want to learn? Use the tag that people carry who know it."),
            Sought.TAG,
            BenefitKind.INSIGHT,
        ),
        Question(_("In which industry is it done well?"), Sought.INDUSTRY, BenefitKind.INSIGHT),
        Question(_("Who could learn it with you?"), Sought.ROLE, BenefitKind.SUPPORT),
    ),
    AspirationKind.VISIBILITY: (
        Question(
            _("In which industry do you want to be known?"),
            Sought.INDUSTRY,
            BenefitKind.VISIBILITY,
        ),
        Question(
            _("Which organisations could give you a stage?"),
            Sought.ORGANISATION,
            BenefitKind.VISIBILITY,
        ),
        Question(_("Where should people know you?"), Sought.PLACE, BenefitKind.VISIBILITY),
    ),
    AspirationKind.OTHER: (
        Question(_("Which industry has to do with it?"), Sought.INDUSTRY, BenefitKind.INSIGHT),
        Question(_("Who could open a door for you?"), Sought.ROLE, BenefitKind.OPPORTUNITY),
        Question(_("Who could back you while you are at it?"), Sought.TAG, BenefitKind.SUPPORT),
    ),
}
