"""A double click on a .scic file: the menu entry and the kind of file say the same, and the script puts them in place."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from scicvote.store.base import IDENTIFIANT

LINUX = Path(__file__).resolve().parent.parent / "packaging" / "linux"
ESPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


def _menu() -> dict[str, str]:
    lu = ConfigParser(interpolation=None)
    lu.optionxform = str  # type: ignore[assignment, method-assign]
    lu.read(LINUX / "scicvote.desktop", encoding="utf-8")
    return dict(lu["Desktop Entry"])


def test_the_menu_entry_opens_the_file_that_is_clicked() -> None:
    assert _menu()["Exec"] == "scicvote %f"
    assert _menu()["Terminal"] == "false"


def test_the_kind_of_file_is_known_by_its_name_and_by_its_first_bytes() -> None:
    genre, college = ElementTree.parse(LINUX / "scicvote.xml").getroot().findall(f"{ESPACE}mime-type")
    assert _menu()["MimeType"] == f"{genre.get('type')};{college.get('type')};"
    nom = college.find(f"{ESPACE}glob")
    assert nom is not None
    assert nom.get("pattern") == "*.scicollege"
    motif, entete = genre.find(f"{ESPACE}glob"), genre.find(f".//{ESPACE}match/{ESPACE}match")
    assert motif is not None
    assert motif.get("pattern") == "*.scic"
    assert entete is not None
    assert (entete.get("offset"), int(entete.get("value", "0"), 16)) == ("68", IDENTIFIANT)


@pytest.mark.parametrize("retirer", [False, True])
def test_the_script_puts_them_in_place_and_takes_them_away(tmp_path: Path, retirer: bool) -> None:
    if sys.platform != "linux" or shutil.which("sh") is None:
        return
    milieu = {**os.environ, "XDG_DATA_HOME": str(tmp_path)}
    subprocess.run(["sh", str(LINUX / "associer.sh")], env=milieu, check=True, capture_output=True)
    poses = [
        tmp_path / "mime" / "packages" / "scicvote.xml",
        tmp_path / "applications" / "scicvote.desktop",
        tmp_path / "icons" / "hicolor" / "scalable" / "apps" / "scicvote.svg",
    ]
    assert all(pose.is_file() for pose in poses)
    if retirer:
        subprocess.run(["sh", str(LINUX / "associer.sh"), "--retirer"], env=milieu, check=True, capture_output=True)
        assert not any(pose.exists() for pose in poses)
