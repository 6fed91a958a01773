"""What is guessed of a further account when it signs up, as of the first one."""

from django import forms
from django.http import HttpRequest

from accounts.guessing import guess, known_zone
from accounts.models import User


class HabitsForm(forms.Form):
    """allauth's own form builds on this one and calls `signup` with the new user."""

    time_zone = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def signup(self, request: HttpRequest, user: User) -> None:
        guessed = guess(request.headers.get("Accept-Language", ""))
        user.time_zone = known_zone(self.cleaned_data["time_zone"])
        user.phone_country = guessed.phone_country
        user.date_format = guessed.date_format
        user.week_start = guessed.week_start
        user.save()
