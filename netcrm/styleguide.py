"""A page that shows every component in every state; served at /styleguide/ while DEBUG is on."""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

PEOPLE = (
    ("Ana Pereira", "Head of Product, Lumen", "Lisbon", 86.2, 4.1, "3 d"),
    ("Ben Okafor", "CTO, Acme", "Lagos", 68.4, 6.0, "12 d"),
    ("Cem Yildiz", "Partner, Northgate Ventures", "Istanbul", 51.0, 8.5, "5 w"),
    ("Dee", "Freelance illustrator", "Leeds", 27.7, 13.2, "8 mo"),
    (
        "Eva-Maria von Hohenstein-Lichtenberg",
        "Professor of Climate Economics",
        "Basel",
        8.0,
        18,
        "",
    ),
    ("李小龙", "", "Hong Kong", None, None, ""),
)
ITEMS = (
    {"href": "/", "icon": "pencil", "word": "Edit"},
    {"href": "/", "icon": "archive", "word": "Archive"},
    {"href": "/", "icon": "trash-2", "word": "Delete", "danger": True},
)


class SampleForm(forms.Form):
    name = forms.CharField(help_text="As you would say it.")
    email = forms.EmailField()
    met_on = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))
    circle = forms.ChoiceField(choices=[("close", "Close"), ("active", "Active")])
    benefits = forms.MultipleChoiceField(
        choices=[("insight", "Insight"), ("referral", "Referral"), ("support", "Support")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    starred = forms.BooleanField(required=False, label="Keep at the top")
    notes = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), required=False)


@require_safe
@login_not_required
def styleguide(request: HttpRequest) -> HttpResponse:
    bound = SampleForm({"name": "Ana", "email": "not an address", "circle": "close"})
    names = ("name", "work", "place", "score", "margin", "last")
    context = {
        "people": [dict(zip(names, person, strict=True), uid=person[0]) for person in PEOPLE],
        "rows": [dict(zip(names, PEOPLE[at % len(PEOPLE)], strict=True)) for at in range(30)],
        "scores": [(8, 18), (27, 13), (51, 8), (68, 6), (86, 4)],
        "hues": [f"{letter} Person" for letter in "ABCDEFGHIJKLMNOP"],
        "items": ITEMS,
        "free_form": SampleForm(prefix="free"),
        "bound_form": bound,
    }
    return render(request, "styleguide.html", context)
