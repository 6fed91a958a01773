"""`manage.py serve`: the whole of NetCRM in one command."""

import shlex
import socket
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import honcho.manager
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from netcrm.lib.environment import Environment
from netcrm.lib.parts import PATIENCE_SECONDS, Part
from netcrm.lib.query_plans import renew_statistics
from netcrm.lib.setup_code import is_open_to_others, setup_code

WEB_PATIENCE_SECONDS = 20
ASKED_TO_STOP = {0, 130, 143}  # honcho's codes for its end, SIGINT and SIGTERM
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - gunicorn's heartbeat, not a place for data


class Command(BaseCommand):
    help = "Prepare the database, then run web server, worker and clock until told to stop."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--no-collectstatic",
            action="store_false",
            dest="collects",
            help="the static files were collected before, as in the container image",
        )

    def handle(self, *, collects: bool, **_options: Any) -> None:
        environment: Environment = settings.ENVIRONMENT
        _refuse_a_taken_port(environment)
        self._prepare(collects)
        self._say_where(environment)
        sys.exit(0 if _run_together(environment) in ASKED_TO_STOP else 1)

    def _prepare(self, collects: bool) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        renew_statistics()
        call_command("createcachetable", verbosity=0)
        if collects:
            call_command("collectstatic", interactive=False, verbosity=0)

    def _say_where(self, environment: Environment) -> None:
        self.stdout.write(f"NetCRM is at {environment.url} (Ctrl-C stops it).")
        self.stdout.write(f"Its data is in {environment.data_dir}.")
        if is_open_to_others() and not User.objects.exists():
            self.stdout.write(f"The first visitor needs this set-up code: {setup_code()}")


def _refuse_a_taken_port(environment: Environment) -> None:
    host, port = environment.bind_host, environment.bind_port
    try:
        family, kind, _proto, _name, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as problem:
        raise CommandError(
            f"NetCRM cannot listen on {environment.bind} ({problem.strerror}). Stop what is "
            f"using it, or choose another place, like NETCRM_BIND=127.0.0.1:{port + 1}."
        ) from problem


def _run_together(environment: Environment) -> int:
    """Until one ends or a signal comes; then all end. honcho's code."""
    honcho.manager.KILL_WAIT = PATIENCE_SECONDS
    manager = honcho.manager.Manager()
    manager._process_ctor = Part  # honcho offers no other way to watch over what it starts
    for name, command in _commands(environment).items():
        manager.add_process(name, f"exec {shlex.join(command)}", cwd=str(settings.BASE_DIR))
    manager.loop()
    return int(manager.returncode)


def _commands(environment: Environment) -> dict[str, list[str]]:
    manage = [sys.executable, "manage.py"]
    return {
        "web": [sys.executable, "-m", "gunicorn", "netcrm.wsgi:application", *_web(environment)],
        "worker": [*manage, "work"],
        "clock": [*manage, "clock"],
    }


def _web(environment: Environment) -> list[str]:
    options = {
        "bind": environment.bind,
        "worker-class": "gthread",  # the default class has no keep-alive
        "workers": "2",
        "threads": "4",
        "keep-alive": "15",
        "timeout": "60",
        "graceful-timeout": str(WEB_PATIENCE_SECONDS),
        "log-level": environment.log_level.lower(),
    }
    if SHARED_MEMORY.is_dir():
        options["worker-tmp-dir"] = str(SHARED_MEMORY)
    return ["--preload", "--no-control-socket", *(f"--{k}={v}" for k, v in options.items())]
