from django.http import HttpResponse
from django.views.decorators.http import require_GET

from accounts.requests import OwnerRequest
from netcrm.lib.pages import render_page
from planning.ahead import ahead_of
from planning.goal_acts import goals_of
from planning.remembering import days_remembered
from planning.today import today_of
from planning.worth import cards_of


@require_GET
def today(request: OwnerRequest) -> HttpResponse:
    plan = today_of(request.user)
    worth = cards_of(request.user, plan.day)
    told = {word.person.pk for word in worth.words if word.is_for_a_day}
    remembered = days_remembered(request.user, worth.plan, plan.day, told)
    context = {
        "plan": plan,
        "worth": worth,
        "ahead": ahead_of(plan, remembered),
        "goals": goals_of(request.user, plan.day),
        "today": plan.day,
        "person": None,
    }
    return render_page(request, "planning/today.html", context, fragments=("today",))
