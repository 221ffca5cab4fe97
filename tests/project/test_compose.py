"""What docker-compose.yml promises, read from the file: images cannot be run where the tests run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import fields
from typing import Any

import pytest
import yaml

from rag.serve.commands import parsed
from rag.serve.hosts import LOOPBACK
from rag.serve.http.connections import STOP_SECONDS
from settings import PREFIX, Settings
from tests.conftest import ROOT

COMPOSE = ROOT / "docker-compose.yml"
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"]
ASKED_FOR = "${POSTGRES_PASSWORD:?set it in .env}"


def lines(name: str) -> list[str]:
    """Return the lines of a file that are no comments."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def test_the_services_are_the_chat_the_service_and_their_servers() -> None:
    assert set(SERVICES) == {"app", "service", "chroma", "postgres"}


@pytest.mark.parametrize("service", SERVICES)
def test_each_service_tells_whether_it_is_up(service: str) -> None:
    assert SERVICES[service]["healthcheck"]["test"][0] == "CMD"


@pytest.mark.parametrize(
    ("service", "part"),
    [
        ("app", "/_stcore/health"),
        ("service", "/v1/health"),
        ("chroma", "/api/v2/heartbeat"),
        ("postgres", "pg_isready"),
    ],
)
def test_health_is_asked_of_the_service_itself(service: str, part: str) -> None:
    assert part in " ".join(SERVICES[service]["healthcheck"]["test"])


@pytest.mark.parametrize("service", ["app", "service"])
def test_the_chat_and_the_service_wait_for_both_servers(service: str) -> None:
    waits = {name: how["condition"] for name, how in SERVICES[service]["depends_on"].items()}
    assert waits == {"chroma": "service_healthy", "postgres": "service_healthy"}


def test_the_service_shares_the_chats_store_and_has_time_to_stop() -> None:
    app, service = SERVICES["app"], SERVICES["service"]
    assert service["environment"] == app["environment"]
    assert service["volumes"] == app["volumes"]
    assert service["init"] is True
    assert int(service["stop_grace_period"].removesuffix("s")) > STOP_SECONDS


def test_the_services_command_is_one_and_demands_a_token() -> None:
    python, module, rag, *given = SERVICES["service"]["command"]
    assert (python, module, rag) == ("python", "-m", "rag")
    _, chosen = parsed(given)
    assert chosen.host not in LOOPBACK
    assert chosen.first_token
    assert SERVICES["service"]["ports"] == [f"127.0.0.1:{chosen.port}:{chosen.port}"]


def test_what_the_image_and_the_file_run_is_there() -> None:
    (given,) = [json.loads(line.removeprefix("CMD ")) for line in lines("Dockerfile") if line.startswith("CMD ")]
    text = COMPOSE.read_text(encoding="utf-8") + (ROOT / "docs" / "service.md").read_text(encoding="utf-8")
    executed = {tuple(each.split()) for each in re.findall(r"docker compose exec \w+ (python -m [\w -]+)", text)}
    assert len(executed) >= 2
    for python, *words in [given, SERVICES["service"]["command"], *executed]:
        assert python == "python"
        told = subprocess.run([sys.executable, *words, "--help"], cwd=ROOT, capture_output=True, text=True, timeout=120)
        assert told.returncode == 0, told.stderr
        options = {each.partition("=")[0] for each in words if each.startswith("--")}
        assert {each for each in options if each not in told.stdout} == set()


@pytest.mark.parametrize("service", ["app", "service"])
def test_a_health_check_is_python_that_runs(service: str) -> None:
    _, python, option, program = SERVICES[service]["healthcheck"]["test"]
    assert (python, option) == ("python", "-c")
    compile(program, service, "exec")
    port = SERVICES[service]["ports"][0].rpartition(":")[2]
    assert f"http://localhost:{port}/" in program


def test_what_is_kept_is_kept_in_named_volumes() -> None:
    named = set(yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["volumes"])
    mounted = {service: [each.split(":") for each in SERVICES[service]["volumes"]] for service in SERVICES}
    writable = {service: [parts[0] for parts in each if parts[-1] != "ro"] for service, each in mounted.items()}
    assert all(len(each) == 1 for each in writable.values())
    assert {each[0] for each in writable.values()} == named


def test_only_the_chat_and_the_service_are_published_and_to_this_machine_only() -> None:
    published = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    assert published == {"app": ["127.0.0.1:8501:8501"], "service": ["127.0.0.1:8502:8502"]}
    assert not any("network_mode" in service for service in SERVICES.values())


def test_no_password_is_in_the_file() -> None:
    assert SERVICES["postgres"]["environment"]["POSTGRES_PASSWORD"] == ASKED_FOR
    address = SERVICES["app"]["environment"]["ON_THE_RECORD_CATALOG_URL"]
    assert address == f"postgresql://on_the_record:{ASKED_FOR}@postgres/on_the_record"
    assert ".env" in lines(".gitignore")


def test_every_image_is_pinned_and_chroma_to_the_release_of_its_client() -> None:
    images = {name: service["image"] for name, service in SERVICES.items() if "image" in service}
    (base,) = [line.removeprefix("FROM ") for line in lines("Dockerfile") if line.startswith("FROM ")]
    assert all(re.fullmatch(r"\S+:\d[^@\s]*@sha256:[0-9a-f]{64}", image) for image in [*images.values(), base])
    (client,) = [line.split("==")[1] for line in lines("requirements.in") if line.startswith("chromadb==")]
    assert images["chroma"].startswith(f"chromadb/chroma:{client}@")


def test_each_setting_named_is_one() -> None:
    named = set(re.findall(rf"\b{PREFIX}[A-Z_]+", COMPOSE.read_text(encoding="utf-8")))
    assert named >= {f"{PREFIX}STORE", f"{PREFIX}CHROMA_URL", f"{PREFIX}CATALOG_URL"}
    assert named <= {PREFIX + field.name.upper() for field in fields(Settings)}


def test_the_chat_runs_as_nobody_and_writes_to_its_volume_only() -> None:
    app = SERVICES["app"]
    assert app["read_only"] is True
    assert app["cap_drop"] == ["ALL"]
    assert app["security_opt"] == ["no-new-privileges:true"]
    (user,) = [line for line in lines("Dockerfile") if line.startswith("USER ")]
    assert user == "USER on_the_record"


def test_the_image_installs_the_lock_and_nothing_else() -> None:
    installed = [line for line in lines("Dockerfile") if "pip install" in line]
    assert installed == ["RUN pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements.txt"]


def test_the_image_asks_nobody_outside() -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    for silenced in ("ANONYMIZED_TELEMETRY=False", "LANGSMITH_TRACING=false", "--browser.serverAddress=localhost"):
        assert silenced in text


def test_no_document_and_no_secret_enters_the_image() -> None:
    first, *rest = lines(".dockerignore")
    assert first == "*"
    let_in = {line.removeprefix("!") for line in rest if line.startswith("!")}
    assert all((ROOT / each).exists() for each in let_in)
    assert {each for each in let_in if each.startswith(".")} == {".streamlit/config.toml"}
    assert not let_in & {"documents", "data", "artifacts", "models"}


@pytest.mark.parametrize("service", SERVICES)
def test_each_service_has_no_rights_and_bounds(service: str) -> None:
    about = SERVICES[service]
    assert (about["read_only"], about["cap_drop"]) == (True, ["ALL"])
    assert about["security_opt"] == ["no-new-privileges:true"]
    assert re.fullmatch(r"[1-9]\d*g", about["mem_limit"])
    assert 0 < about["pids_limit"] <= 512
    assert "privileged" not in about
    assert set(about.get("cap_add", ())) <= {"CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID"}
    assert ("cap_add" in about) is (service == "postgres")


def test_the_servers_have_no_way_out() -> None:
    networks = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["networks"]
    assert networks["inside"]["internal"] is True
    assert {name: about["networks"] for name, about in SERVICES.items() if "ports" not in about} == {
        "chroma": ["inside"],
        "postgres": ["inside"],
    }


@pytest.mark.parametrize("name", ["Makefile", "Dockerfile"])
def test_no_locked_install_runs_code_of_a_source(name: str) -> None:
    installs = [line for line in lines(name) if re.search(r"pip (install|download)", line) and "requirements" in line]
    assert installs
    # The audit has an environment of its own, which holds nothing of the product.
    assert [line for line in installs if "--only-binary :all:" not in line and "audit" not in line] == []
