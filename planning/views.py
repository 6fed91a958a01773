from django.http import HttpResponse
from django.views.decorators.http import require_GET

from accounts.requests import OwnerRequest
from netcrm.lib.pages import render_page
from planning.today import today_of
from planning.worth import cards_of


@require_GET
def today(request: OwnerRequest) -> HttpResponse:
    plan = today_of(request.user)
    worth = cards_of(request.user, plan.day)
    context = {"plan": plan, "worth": worth, "today": plan.day, "person": None}
    return render_page(request, "planning/today.html", context, fragments=("today",))
