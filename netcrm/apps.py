from django.apps import AppConfig


class NetCRMConfig(AppConfig):
    name = "netcrm"
