from django.apps import AppConfig


class GoalsConfig(AppConfig):
    name = "goals"

    def ready(self) -> None:
        from contacts.findable import register
        from goals import receivers  # noqa: F401 - connects the signals
        from goals.indexing import KINDS

        register(*KINDS)
