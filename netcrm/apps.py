from django.apps import AppConfig


class NetCRMConfig(AppConfig):
    name = "netcrm"

    def ready(self) -> None:
        from netcrm.lib.kept_words import keep_fixed_words
        from netcrm.lib.refusals import speak_plainly

        keep_fixed_words()
        speak_plainly()
