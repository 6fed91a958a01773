"""What the pages of an import ask."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from contacts.kinds import Circle
from exchange.comparing import card_of
from exchange.models import ImportRow, ImportRun, Verdict
from exchange.uploads import Upload, look_at

ACCEPTED = ".vcf,.vcard,.csv,.zip,.json,text/vcard,text/csv,application/zip"


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("Your file"),
        max_length=255,
        allow_empty_file=True,  # the sentence of `look_at` says more than Django's
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        error_messages={"required": _("Choose a file first. Nothing was imported.")},
        help_text=_(
            "A .vcf file from your phone or address book, a zip of such files, or the "
            "Connections.csv of LinkedIn, alone or in the zip that LinkedIn sends."
        ),
    )

    def clean_file(self) -> Upload:
        file: Upload = self.cleaned_data["file"]
        try:
            self.format = look_at(file)
        except ValueError as refused:
            raise forms.ValidationError(str(refused)) from refused
        return file


class WishesForm(forms.ModelForm[ImportRun]):
    """What shall hold for everybody who is added."""

    class Meta:
        model = ImportRun
        fields = ("tag", "circle")
        help_texts = {
            "tag": _("For example “LinkedIn 2026”. Leave it empty for none."),
            "circle": _(
                "Best left open: afterwards you are asked about them one by one, at most thirty "
                "at a time."
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        circle = self.fields["circle"]
        assert isinstance(circle, forms.TypedChoiceField)  # noqa: S101 - for the type checker
        circle.choices = [("", _("none")), *Circle.choices]


class ChoiceForm(forms.Form):
    """What shall become of one row: a verdict, or `update:` with the id of the person meant."""

    choice = forms.CharField(max_length=60)

    def __init__(self, row: ImportRow, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row = row

    def clean_choice(self) -> tuple[str, int | None]:
        verdict, _colon, who = self.cleaned_data["choice"].partition(":")
        known = {str(pk): pk for pk in (self.row.contact_id, *(self.row.choices or ())) if pk}
        if verdict == Verdict.UPDATE and who in known:
            return verdict, known[who]
        if verdict == Verdict.UPDATE and not who and self.row.twin:
            return verdict, None
        if verdict in {Verdict.ADD, Verdict.SKIP} and not who:
            return verdict, None
        raise forms.ValidationError(_("That is not among the choices for this card."))


class NameForm(forms.Form):
    """The name of whom a card adds, where the file has it wrong."""

    given = forms.CharField(label=_("Given name"), max_length=200, required=False)
    family = forms.CharField(label=_("Family name"), max_length=200, required=False)

    def __init__(self, row: ImportRow, typed: QueryDict | None = None) -> None:
        card = card_of(row)
        said = {"given": card.given, "family": card.family}
        super().__init__(typed, initial=said, auto_id=f"%s-{row.position}")

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        if not typed.get("given") and not typed.get("family"):
            raise forms.ValidationError(_("Give a given name, a family name or both."))
        return typed
