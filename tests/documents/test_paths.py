"""Shipped files are found in a checkout, in a wheel and in a PyInstaller bundle."""

import sys
from pathlib import Path

import pytest

from scicvote import paths


def test_a_checkout_has_its_resources_beside_the_package():
    assert paths.ressources() == Path(paths.__file__).parents[1] / "resources"


def test_a_bundle_comes_first(monkeypatch, tmp_path):
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.ressources() == tmp_path / "resources"


def test_a_wheel_has_them_inside_the_package(monkeypatch, tmp_path):
    (tmp_path / "_resources").mkdir()
    monkeypatch.setattr(paths, "_PAQUET", tmp_path)
    assert paths.ressources() == tmp_path / "_resources"


def test_a_broken_installation_says_where_it_looked(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "_PAQUET", tmp_path / "scicvote")
    with pytest.raises(FileNotFoundError, match="_resources"):
        paths.ressources()


def test_user_folders_are_named_after_the_program():
    assert "SCICVote" in str(paths.dossier_config())
    assert "SCICVote" in str(paths.dossier_donnees())
