from django.apps import AppConfig


class StrengthConfig(AppConfig):
    name = "strength"
