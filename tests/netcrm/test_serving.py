"""`manage.py serve` starts everything together and ends everything together."""

import os
import re
import signal
import socket
import subprocess
import urllib.error
import urllib.request

import pytest

from tests.netcrm.installations import Installation, free_port, wait_until


def ask_health(installation: Installation) -> str:
    address = f"http://{installation.environment['NETCRM_BIND']}/healthz"
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError):
        return ""


def serve(installation: Installation, **environment: str) -> subprocess.Popen[str]:
    process = installation.start("serve", "--no-collectstatic", **environment)
    wait_until(lambda: ask_health(installation) != "")
    return process


def children(installation: Installation) -> dict[str, int]:
    """Of the processes that were started, by name; two web workers are "web-2" and "web-3"."""
    output = installation.output()
    found = dict(re.findall(r"(web|worker|clock) started \(pid=(\d+)\)", output))
    booted = re.findall(r"Booting worker with pid: (\d+)", output)
    found |= {f"web-{number}": pid for number, pid in enumerate(booted, 2)}
    return {name: int(pid) for name, pid in found.items()}


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.database
def test_one_signal_ends_web_server_worker_and_clock(installation: Installation) -> None:
    process = serve(installation)
    assert ask_health(installation) == "database: ok\nclock: ok\nworker: ok\n"
    assert children(installation).keys() == {"web", "web-2", "web-3", "worker", "clock"}

    process.terminate()
    assert process.wait(20) == 0
    assert not any(is_alive(pid) for pid in children(installation).values())


def test_a_task_under_way_is_finished_before_the_end(installation: Installation) -> None:
    installation.enqueue("wait_for_permit", str(installation.folder))
    process = serve(installation)
    wait_until((installation.folder / "log").exists)
    process.terminate()
    wait_until(lambda: "sending SIGTERM to worker" in installation.output())
    (installation.folder / "permit").touch()
    assert process.wait(20) == 0
    assert installation.task("wait_for_permit")["status"] == "SUCCESSFUL"


def test_when_one_part_dies_the_whole_ends_with_an_error(installation: Installation) -> None:
    process = serve(installation)
    os.kill(children(installation)["clock"], signal.SIGKILL)
    assert process.wait(20) == 1
    assert not any(is_alive(pid) for pid in children(installation).values())


def test_when_it_is_killed_outright_its_parts_follow_and_the_next_can_begin(
    installation: Installation,
) -> None:
    process = serve(installation)
    left = children(installation)
    process.kill()
    process.wait(20)
    wait_until(lambda: not any(is_alive(pid) for pid in left.values()))
    again = serve(installation)
    assert again.poll() is None
    assert children(installation)["web"] != left["web"]


def test_a_taken_port_is_met_with_one_sentence(installation: Installation) -> None:
    with socket.create_server(("127.0.0.1", free_port())) as other:
        taken = f"127.0.0.1:{other.getsockname()[1]}"
        assert installation.start("serve", NETCRM_BIND=taken).wait() == 1
    (sentence,) = installation.output().splitlines()
    assert f"cannot listen on {taken} (Address already in use)" in sentence


def test_the_log_has_the_setup_code_only_when_others_can_reach_it(
    installation: Installation,
) -> None:
    open_to_others = f"0.0.0.0:{installation.environment['NETCRM_BIND'].rpartition(':')[2]}"
    process = serve(installation)
    process.terminate()
    process.wait(20)
    assert "set-up code" not in installation.output()

    serve(installation, NETCRM_BIND=open_to_others)
    code = (installation.folder / "setup_code").read_text().strip()
    assert f"The first visitor needs this set-up code: {code}" in installation.output()
