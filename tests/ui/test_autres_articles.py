"""Under statutes other than those of Cliss XXI, no page, dialog, help nor paper cites an article of Cliss XXI."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTextBrowser, QWidget

from scicvote.actes import papiers, registre
from scicvote.actes.papiers_demande import Lot
from scicvote.core.faits import Fiche, Mouvement
from scicvote.core.moments import Effectif, effectifs
from scicvote.core.statuts import Statuts
from scicvote.exchange.statuts import connus, statuts_de_texte, texte_fourni
from scicvote.ui.dialogs.aide import lire_aide, sans_numeros
from scicvote.ui.dialogs.colleges import DialoguePresidence
from scicvote.ui.dialogs.inscription import DialogueInscription
from scicvote.ui.dialogs.mouvement import aides
from scicvote.ui.dialogs.vote import DialogueRevocation
from scicvote.ui.pages_fenetre import CLES, classe_de
from tests.outils.articles import cites, propres
from tests.outils.autres_statuts import scene_sous
from tests.scene_papiers import Scene, a, dit, mains
from tests.ui import captures
from tests.ui.drivers import Pilote

AUTRES = ("la-grande-ourse", "les-sentiers-communs")
EDITES = {"creation", "statuts_editeur", "importation", "retour"}  # they have no assembly nor register to show


def texte_de(cle: str) -> str:
    """Shipped statutes whose own articles begin by a 9: none of them can be taken for one of Cliss XXI."""
    return re.sub(r'"statuts ([0-9])', r'"statuts 9\1', texte_fourni(cle))


def statuts_de(cle: str) -> Statuts:
    lus = statuts_de_texte(texte_de(cle)).statuts
    assert lus is not None
    return lus


def scene(chemin: Path, cle: str) -> Scene:
    """An assembly by college held to its end, with a candidate, somebody who left, minutes."""
    statuts = statuts_de(cle)
    codes = [c.code for c in statuts.categories]
    une = scene_sous(chemin, texte_de(cle), (codes * 3)[:12])
    depot, numero = une.depot, une.depot.dossier.registre.prochain_numero
    fiche = Fiche(0, date(2026, 5, 1), "physique", "Candide", "Zoé", "Mme", "9 rue du Vœu", "", "", "")
    ouverte = next(c.code for c in statuts.categories if "physique" in c.personnes)
    demande = Mouvement(numero, date(2026, 5, 1), "candidature", 0, ouverte, None, None, "lettre")
    une.faire(registre.inscrire(depot, fiche, (demande,)))
    une.preparer(par_college=True, motif_vote="les statuts")
    une.resolution("Approbation des comptes", objet="comptes")
    une.resolution("Admission", objet="admission", regle="admission" if "admission" in statuts.regles else "ordinaire", concerne=numero)  # fmt: skip
    une.convoquer()
    depart = Mouvement(12, date(2026, 6, 1), "demission", 0, "", None, None, "")
    une.faire(registre.mouvementer(depot, depart))
    une.arriver(range(1, 9))
    une.ouvrir(motif="choisi par l’assemblée")
    comptes = {c.code: c.presents for c in une_seance(une)}
    une.voter(1, {code: mains(n) for code, n in comptes.items()}, a(18, 30))
    une.voter(2, {code: mains(n) for code, n in comptes.items()}, a(18, 40))
    une.clore()
    une.dresser()
    return une


def une_seance(une: Scene) -> tuple[Effectif, ...]:
    """The bodies as they stand in the room."""
    return effectifs(une.contexte, une.assemblee.assistance)


@pytest.mark.parametrize("cle", AUTRES)
def test_les_papiers(cle: str, tmp_path: Path) -> None:
    une, permis = scene(tmp_path, cle), propres(statuts_de(cle))
    vus = 0
    for genre in papiers.GENRES:
        try:
            compose = papiers.composer(une.depot, une.ag, genre)
        except (LookupError, ValueError):  # it asks for somebody, or binds papers that are looked at here
            continue
        for papier in compose.papiers if isinstance(compose, Lot) else (compose,):
            assert cites(dit(papier)) <= permis, (genre, cites(dit(papier)))
            vus += 1
    assert vus > len(papiers.GENRES) / 2
    une.depot.fermer()


def textes(vue: QWidget) -> str:
    """Everything that a page or a dialog says."""
    dits = [label.text() for label in vue.findChildren(QLabel)]
    dits += [f"{b.text()} {b.toolTip()} {b.accessibleName()}" for b in vue.findChildren(QAbstractButton)]
    dits += [ligne.placeholderText() for ligne in vue.findChildren(QLineEdit)]
    dits += [lecture.toPlainText() for lecture in vue.findChildren(QTextBrowser)]
    return "\n".join(dits)


@pytest.mark.parametrize("cle", AUTRES)
def test_les_pages_et_l_aide(cle: str, tmp_path: Path, pilote_nu: Pilote) -> None:
    scene(tmp_path, cle).depot.fermer()
    permis, fenetre = propres(statuts_de(cle)), pilote_nu.fenetre
    assert fenetre.ouvrir(tmp_path / "fiction.scic")
    fenetre.session.choisir_assemblee(1)
    vues = []
    for page in CLES:
        fenetre.aller(page)
        if page in EDITES or fenetre.page.cle != page:
            continue
        captures.reposer()
        dits = f"{textes(fenetre.page)}\n{' '.join(f'{c.mot} {c.detail}' for c in fenetre.page.commandes())}"
        assert cites(dits) <= permis, (page, cites(dits))
        fenetre.ouvrir_aide()
        assert cites(textes(fenetre.dialogue_aide)) == set(), page
        fenetre.dialogue_aide.close()
        vues.append(page)
    assert len(vues) >= 12
    for dialogue in (
        DialogueInscription(fenetre.session),
        DialogueRevocation(fenetre.session),
        DialoguePresidence(fenetre.session, connus()[cle].colleges[0]),
    ):
        pilote_nu.qtbot.addWidget(dialogue)
        assert cites(textes(dialogue)) <= permis


@pytest.mark.parametrize("cle", AUTRES)
def test_ce_que_dit_chaque_mouvement(cle: str) -> None:
    assert cites(" ".join(aides(connus()[cle]).values())) == set()
    cliss = cites(" ".join(aides(connus()["cliss-xxi"]).values()))
    assert cliss == {"9", "11", "12", "13", "14", "15", "16", "17", "22"}


def test_l_aide_de_cliss_garde_ses_articles() -> None:
    tout = "".join(lire_aide(classe_de(cle).cle_aide or cle) for cle in CLES)
    assert {"21-7", "25-1", "13"} <= cites(tout)
    sans = sans_numeros(tout)
    assert cites(sans) == set()
    assert "art. R223-24" in sans
    assert "1947, art. 19 octies" in sans
