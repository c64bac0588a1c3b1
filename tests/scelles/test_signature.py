"""Signatures of a return, the eight words of a digest, and phrases drawn at random."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scicvote.scelles import mots, signature
from tests.outils.hasard import PROFIL


def test_ce_qui_est_signe_ne_change_pas() -> None:
    privee, publique = signature.creer_cle()
    assert signature.cle_publique(privee) == publique
    signe = signature.signer(privee, b"voix")
    assert signature.est_signe(publique, signe, b"voix")
    assert not signature.est_signe(publique, signe, b"voiX")
    assert not signature.est_signe(signature.creer_cle()[1], signe, b"voix")
    assert not signature.est_signe(publique[:-1], signe, b"voix")
    assert not signature.est_signe(publique, signe[:-1], b"voix")
    with pytest.raises(ValueError, match="32 bytes"):
        signature.cle_publique(b"courte")


def test_les_mots_se_distinguent_a_l_oeil_et_a_l_oreille() -> None:
    liste = mots.liste()
    assert len(set(liste)) == 256
    assert len({mot[:4] for mot in liste}) == 256
    assert all(mot.isascii() and mot.isalpha() and mot.islower() and 3 <= len(mot) <= 10 for mot in liste)
    assert all(unicodedata.is_normalized("NFC", mot) for mot in liste)
    assert list(liste) == sorted(liste)


@PROFIL
@given(st.binary(min_size=8, max_size=32), st.binary(min_size=8, max_size=32))
def test_les_mots_disent_soixante_quatre_bits(une: bytes, autre: bytes) -> None:
    assert (mots.mots(une) == mots.mots(autre)) == (une[:8] == autre[:8])
    assert mots.mots(une.hex()) == mots.mots(une)


def test_une_empreinte_trop_courte() -> None:
    with pytest.raises(ValueError, match="eight octets"):
        mots.mots(b"court")


def test_une_phrase_au_hasard_est_faite_de_la_liste() -> None:
    phrases = {mots.phrase_au_hasard() for _ in range(50)}
    assert len(phrases) == 50
    assert {mot for phrase in phrases for mot in phrase.split()} <= set(mots.liste())
