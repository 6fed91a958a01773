from django.apps import AppConfig


class StrengthConfig(AppConfig):
    name = "strength"

    def ready(self) -> None:
        from strength import receivers  # noqa: F401 - connects the signals
