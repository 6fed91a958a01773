from django.apps import AppConfig


class InteractionsConfig(AppConfig):
    name = "interactions"

    def ready(self) -> None:
        from contacts.findable import register
        from interactions import receivers  # noqa: F401 - connects on import
        from interactions.indexing import KINDS

        register(*KINDS)
