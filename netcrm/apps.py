from django.apps import AppConfig


class NetCRMConfig(AppConfig):
    name = "netcrm"

    def ready(self) -> None:
        from netcrm.lib.refusals import speak_plainly

        speak_plainly()
