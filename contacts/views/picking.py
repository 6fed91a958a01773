"""The options of `<person-picker>`: templates/components/person_options.html says their markup."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import OwnerRequest
from contacts.picking import offers


@require_safe
def pick(request: OwnerRequest) -> HttpResponse:
    typed = request.GET.get("q", "").replace("\0", "")[:200]
    people = offers(request.user, typed)
    return render(request, "components/person_options.html", {"people": people})
