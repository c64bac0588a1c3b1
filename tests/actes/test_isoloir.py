"""The urn placed, ballots cast, the urn opened, a vote declared void, figures kept back: acts and what they leave."""

from __future__ import annotations

import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import fields
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from scicvote.actes import isoloir, seance, vote
from scicvote.actes.archive import archiver
from scicvote.actes.isoloir import Choix
from scicvote.actes.papier_urne import imprimer_fiche
from scicvote.actes.verification import verifier
from scicvote.core.assemblee import Assemblee
from scicvote.core.faits import FAITS, AccordTotal, Bureau, EmargementIsoloir, Incident, ScrutinNul
from scicvote.core.isoloir import electeurs_de
from scicvote.core.papier import textes
from scicvote.core.papier_secours import fiche_de_secours
from scicvote.core.proces_verbal import proces_verbal
from scicvote.core.vote import ComptageCorps
from scicvote.scelles import phrase, secours, urne
from scicvote.store.depot import Acte, Depot
from scicvote.store.refus import FichierRefuse
from scicvote.store.sauvegarde import copier
from scicvote.store.urnes import UrneScellee
from tests.outils.cooperative import heure
from tests.outils.histoire import PHRASE, Histoire
from tests.outils.isoloirs import HEURE, ouvrir_isoloir

AG, COMPTES, ELECTION, ADMISSION = 3, 3, 6, 7
TOUS = (1, 2, 3, 4, 5, 6, 7, 9, 10)  # present or represented at that stage


@pytest.fixture(autouse=True)
def leger(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same derivation, with little memory."""
    monkeypatch.setattr(phrase, "MEMOIRE", 64)
    monkeypatch.setattr(phrase, "PASSES", 1)


Annees = Callable[[str], Histoire]


@pytest.fixture
def ouverte(a: Annees) -> Histoire:
    return a("ouverte")


def placer(histoire: Histoire, point: int = COMPTES, m: int = 10) -> int:
    placee = isoloir.ouvrir(histoire.depot, AG, point, PHRASE, PHRASE, heure(18, m))
    histoire.faire(placee.acte)
    return placee.scrutin


def deposer(histoire: Histoire, scrutin: int, *choix: str, parmi: tuple[int, ...] = TOUS) -> None:
    for associe, un in zip(parmi, choix, strict=False):
        histoire.faire(
            isoloir.deposer(histoire.depot, AG, scrutin, associe, Choix(un), histoire.depot.dossier.nom(associe))
        )


def codes(acte: Acte) -> list[str]:
    return [issue.code for issue in acte.refus]


# --- from the urn to the result


def test_un_vote_entier_par_college(ouverte: Histoire) -> None:
    d = ouverte.depot
    scrutin = placer(ouverte)
    deposer(ouverte, scrutin, "pour", "pour", "contre", "abstention", "pour", "blanc", "contre", "pour", "pour")
    assert d.urnes_pleines() == {scrutin: 9}
    assert verifier(d).issues == ()
    acte = ouverte.faire(isoloir.depouiller(d, AG, scrutin, heure(18, 20), phrase=PHRASE))
    assert "9\u00a0bulletins" in acte.resume
    comptes = {
        c.college: (c.votants, c.pour, c.contre, c.abstention, c.blanc, c.nul) for c in ouverte.ag(AG).votes[-1].comptes
    }
    assert comptes == {"SB": (4, 2, 1, 1, 0, 0), "PP": (3, 1, 1, 0, 1, 0), "PM": (2, 2, 0, 0, 0, 0)}
    ouverte.faire(vote.proclamer(d, AG, scrutin, heure(18, 21)))
    assert d.urnes_pleines() == {}
    assert d.urne(scrutin) is None
    assert verifier(d).issues == ()


def test_une_election_a_l_isoloir(ouverte: Histoire) -> None:
    d = ouverte.depot
    scrutin = placer(ouverte, ELECTION)
    for associe in TOUS[:4]:
        ouverte.faire(isoloir.deposer(d, AG, scrutin, associe, Choix("", (1,)), "Ada Fictive"))
    ouverte.faire(isoloir.deposer(d, AG, scrutin, 5, Choix("", (5,)), "Eva Fiction"))
    ouverte.faire(isoloir.deposer(d, AG, scrutin, 6, Choix("blanc"), "Fred Imaginaire"))
    ouverte.faire(isoloir.depouiller(d, AG, scrutin, heure(18, 20), phrase=PHRASE))
    depouille = ouverte.ag(AG).votes[-1]
    assert {(c.college, c.votants, c.blanc) for c in depouille.comptes} == {("SB", 4, 0), ("PP", 2, 1), ("PM", 0, 0)}
    assert {(v.college, v.candidat): v.voix for v in depouille.voix if v.voix} == {("SB", 1): 4, ("PP", 5): 1}


def test_la_cle_de_secours_ouvre_aussi(ouverte: Histoire) -> None:
    placee = isoloir.ouvrir(ouverte.depot, AG, COMPTES, PHRASE, PHRASE, heure(18, 10))
    deposer(ouverte, placee.scrutin, "pour", "contre", "pour")
    assert all(ligne not in repr(placee) for ligne in placee.secours)
    ouverte.faire(isoloir.depouiller(ouverte.depot, AG, placee.scrutin, heure(18, 20), code=" ".join(placee.secours)))


def test_une_urne_vide_se_compte(ouverte: Histoire) -> None:
    scrutin = placer(ouverte)
    ouverte.faire(isoloir.depouiller(ouverte.depot, AG, scrutin, heure(18, 20), phrase=PHRASE))
    assert sum(c.votants for c in ouverte.ag(AG).votes[-1].comptes) == 0


def test_qui_porte_des_pouvoirs_vote_une_fois_pour_chacun(ouverte: Histoire) -> None:
    scrutin = placer(ouverte)
    portes = {e.associe: e.porteur for e in electeurs_de(ouverte.ag(AG), scrutin)}
    assert portes[4] == 2
    assert portes[7] == 6
    for associe in (2, 4):
        ouverte.faire(isoloir.deposer(ouverte.depot, AG, scrutin, associe, Choix("pour"), "Bob Exemple"))
    signes = [(e.associe, e.venu) for e in ouverte.ag(AG).tous(EmargementIsoloir)]
    assert signes == [(2, "Bob Exemple"), (4, "Bob Exemple")]


def test_partir_ou_arriver_ne_change_pas_un_scrutin_ouvert(ouverte: Histoire) -> None:
    scrutin = placer(ouverte)
    ouverte.faire(seance.partir(ouverte.depot, AG, 9, heure(18, 12)))
    ouverte.faire(ouverte.arriver(AG, 12, 18, 13))
    assert 9 in {e.associe for e in electeurs_de(ouverte.ag(AG), scrutin)}
    assert codes(isoloir.deposer(ouverte.depot, AG, scrutin, 12, Choix("pour"), "x")) == ["ELECTEUR"]


# --- what is kept, and what never is


def test_aucun_fait_ne_porte_un_choix(ouverte: Histoire) -> None:
    """The fields of the facts written with a ballot, by name: who, never what."""
    scrutin = placer(ouverte)
    acte = isoloir.deposer(ouverte.depot, AG, scrutin, 1, Choix("contre"), "Ada Fictive")
    assert [type(fait) for fait in acte.faits] == [EmargementIsoloir]
    assert [champ.name for champ in fields(EmargementIsoloir)] == ["assemblee", "scrutin", "college", "associe", "venu"]
    assert "contre" not in repr(acte)
    assert "contre" not in repr(ouverte.depot.entrees()[-1])


def test_ni_journal_ni_archive_ne_contiennent_un_bulletin(ouverte: Histoire) -> None:
    scrutin = placer(ouverte)
    deposer(ouverte, scrutin, "pour", "contre")
    scellee = ouverte.depot.urne(scrutin)
    assert isinstance(scellee, UrneScellee)
    archive, _ = archiver(ouverte.depot, AG)
    assert archive is not None
    entrees = repr(ouverte.depot.entrees())
    for bulletin in scellee.bulletins:
        assert bulletin not in archive
        assert bulletin.hex() not in archive.decode("latin-1")
        assert bulletin.hex() not in entrees
    assert {table for entree in ouverte.depot.entrees() for table in entree.lignes} <= {fait.TABLE for fait in FAITS}


def test_une_sauvegarde_garde_les_bulletins_scelles_et_s_ouvre(ouverte: Histoire, tmp_path: Path) -> None:
    scrutin = placer(ouverte)
    deposer(ouverte, scrutin, "pour", "contre", "pour")
    copie = tmp_path / "sauvegarde.scic"
    copier(Path(ouverte.depot.nom), copie)
    from scicvote.actes.cooperative import ouvrir

    with ouvrir(copie) as reprise:
        assert verifier(reprise).issues == ()
        assert isoloir.depouiller(reprise, AG, scrutin, heure(18, 20), phrase=PHRASE).accepte


def test_la_fiche_de_secours_porte_la_cle_et_ses_temoins(ouverte: Histoire) -> None:
    placee = isoloir.ouvrir(ouverte.depot, AG, COMPTES, PHRASE, PHRASE, heure(18, 10))
    octets = imprimer_fiche(ouverte.depot, AG, placee.scrutin, placee.secours, heure(18, 10))
    texte = PdfReader(BytesIO(octets)).pages[0].extract_text()
    for groupe in "-".join(placee.secours).split("-"):
        assert groupe in texte
    assert "Résolution 1" in texte.replace("\u00a0", " ")
    assert "Eva Fiction" in texte  # who was in charge of the count
    assert placee.secours[0] not in repr(ouverte.depot.entrees())
    with pytest.raises(LookupError):
        imprimer_fiche(ouverte.depot, AG, 99, placee.secours, heure(18, 10))
    with pytest.raises(LookupError):
        imprimer_fiche(ouverte.depot, 99, 1, placee.secours, heure(18, 10))


def test_la_fiche_laisse_signer_qui_n_est_pas_nomme(ouverte: Histoire) -> None:
    ouverte.faire(seance.constituer_bureau(ouverte.depot, Bureau(AG, heure(18, 6), 1, "Bob Exemple", (), "")))
    placer(ouverte)
    dossier, ag = ouverte.depot.dossier, ouverte.ag(AG)
    lignes = secours.ecrire(bytes(32))
    assert "Scrutateurs" in textes(fiche_de_secours(dossier, ag, ag.votes[-1].scrutin, lignes))
    sans = Assemblee(ag.numero, {k: v for k, v in ag.par_type.items() if k is not Bureau}, ag.seance)
    assert "Scrutateurs" in textes(fiche_de_secours(dossier, sans, ag.votes[-1].scrutin, lignes))


# --- refused


def test_une_phrase_faible_ou_mal_retapee(ouverte: Histoire) -> None:
    d = ouverte.depot
    assert codes(isoloir.ouvrir(d, AG, COMPTES, "trop court", "trop court", heure(18, 10)).acte) == ["PHRASE_FAIBLE"]
    placee = isoloir.ouvrir(d, AG, COMPTES, PHRASE, PHRASE + "s", heure(18, 10))
    assert codes(placee.acte) == ["PHRASE_DIFFERENTE"]
    assert (placee.scrutin, placee.secours) == (0, ())


def test_ce_qui_empeche_un_scrutin_empeche_son_urne(ouverte: Histoire, a: Annees) -> None:
    d = ouverte.depot
    assert codes(isoloir.ouvrir(d, AG, 99, PHRASE, PHRASE, heure(18, 10)).acte) == ["RESOLUTION"]
    placer(ouverte)
    placee = isoloir.ouvrir(d, AG, ELECTION, PHRASE, PHRASE, heure(18, 10))
    assert codes(placee.acte) == ["SCRUTIN_OUVERT"]
    assert placee.secours == ()
    assert "SEANCE_NON_OUVERTE" in codes(
        isoloir.ouvrir(a("preparee").depot, AG, COMPTES, PHRASE, PHRASE, heure(18, 10)).acte
    )


def test_sans_electeur_pas_d_urne(ouverte: Histoire) -> None:
    for numero in (1, 2, 3, 5, 6, 9, 10):
        ouverte.faire(seance.partir(ouverte.depot, AG, numero, heure(18, 8)))
    placee = isoloir.ouvrir(ouverte.depot, AG, COMPTES, PHRASE, PHRASE, heure(18, 10))
    assert codes(placee.acte) == ["SANS_ELECTEUR"]


def test_sur_un_serveur_pas_d_urne(ouverte: Histoire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Depot, "sur_serveur", property(lambda _: True))
    assert codes(isoloir.ouvrir(ouverte.depot, AG, COMPTES, PHRASE, PHRASE, heure(18, 10)).acte) == ["URNE_SERVEUR"]


def test_une_urne_s_ouvre_avec_une_phrase(ouverte: Histoire) -> None:
    d = ouverte.depot
    assert codes(vote.ouvrir_scrutin(d, AG, COMPTES, "secret_isoloir", heure(18, 10))) == ["URNE"]
    with pytest.raises(RuntimeError):
        isoloir.essayer_ouverture(d, AG, COMPTES, heure(18, 10))
    essai = d.essayer(lambda depot: isoloir.essayer_ouverture(depot, AG, COMPTES, heure(18, 10)))
    assert not essai.refus
    assert essai.resume == "Scrutin ouvert sur la résolution 1 à 18\u00a0h\u00a010, à l’isoloir, 9\u00a0votes attendus"


def test_un_depot_refuse_ne_laisse_rien(ouverte: Histoire) -> None:
    d = ouverte.depot
    scrutin = placer(ouverte)
    deposer(ouverte, scrutin, "pour")
    assert codes(isoloir.deposer(d, AG, scrutin, 1, Choix("pour"), "x")) == ["DEJA_EMARGE"]
    assert codes(isoloir.deposer(d, AG, scrutin, 8, Choix("pour"), "x")) == ["ELECTEUR"]
    assert codes(isoloir.deposer(d, AG, scrutin, 2, Choix("non"), "x")) == ["CHOIX"]
    assert codes(isoloir.deposer(d, AG, 99, 2, Choix("pour"), "x")) == ["SCRUTIN"]
    assert codes(isoloir.deposer(d, 99, scrutin, 2, Choix("pour"), "x")) == ["ASSEMBLEE"]
    assert d.urnes_pleines() == {scrutin: 1}


def test_une_seance_suspendue_ne_vote_pas(ouverte: Histoire, monkeypatch: pytest.MonkeyPatch) -> None:
    scrutin = placer(ouverte)
    monkeypatch.setattr(Assemblee, "suspendue", property(lambda _: True))
    assert codes(isoloir.deposer(ouverte.depot, AG, scrutin, 1, Choix("pour"), "x")) == ["SUSPENDUE"]


def test_une_cle_fausse_n_ouvre_rien(ouverte: Histoire) -> None:
    d = ouverte.depot
    placee = isoloir.ouvrir(d, AG, COMPTES, PHRASE, PHRASE, heure(18, 10))
    scrutin, lignes = placee.scrutin, placee.secours
    deposer(ouverte, scrutin, "pour")

    def essayer(**cle: str) -> str:
        (issue,) = isoloir.depouiller(d, AG, scrutin, heure(18, 20), **cle).refus
        return f"{issue.code} {issue.phrase}"

    assert essayer(phrase="une autre phrase, longue").startswith("PHRASE_FAUSSE")
    assert essayer().startswith("PHRASE_FAUSSE")
    assert "seize groupes" in essayer(code="ABCD")
    assert "relire la ligne 2." in essayer(code=" ".join((lignes[0], "0" * 16, *lignes[2:])))
    assert "relire les lignes 1, 2." in essayer(code=" ".join(("0" * 16, "0" * 16, *lignes[2:])))
    assert "autre urne" in essayer(code=" ".join(secours.ecrire(urne.creer()[0])))
    assert d.urnes_pleines() == {scrutin: 1}


def test_une_serrure_abimee_laisse_la_cle_de_secours(ouverte: Histoire) -> None:
    placee = isoloir.ouvrir(ouverte.depot, AG, COMPTES, PHRASE, PHRASE, heure(18, 10))
    for moitie in ("{", "[]", "5", '{"passes": 3}'):
        _changer(ouverte, "UPDATE urne_scellee SET moitie = ?", moitie)
        acte = isoloir.depouiller(ouverte.depot, AG, placee.scrutin, heure(18, 20), phrase=PHRASE)
        assert codes(acte) == ["URNE_ABIMEE"]
    ouverte.faire(isoloir.depouiller(ouverte.depot, AG, placee.scrutin, heure(18, 20), code=" ".join(placee.secours)))


def _changer(histoire: Histoire, requete: str, *valeurs: object) -> None:
    with closing(sqlite3.connect(histoire.depot.nom)) as brut:
        brut.execute(requete, valeurs)
        brut.commit()


def test_un_bulletin_ote_ajoute_change_ou_copie_arrete_le_compte(ouverte: Histoire) -> None:
    d = ouverte.depot
    scrutin = placer(ouverte)
    deposer(ouverte, scrutin, "pour", "contre", "pour", "pour")
    scellee = d.urne(scrutin)
    assert scellee is not None
    publique = bytes.fromhex(ouverte.ag(AG).tous(isoloir.Urne)[-1].cle_publique)

    def compter() -> list[str]:
        return codes(isoloir.depouiller(d, AG, scrutin, heure(18, 20), phrase=PHRASE))

    un = "(SELECT min(cle) FROM bulletin_scelle)"
    _changer(ouverte, "INSERT INTO bulletin_scelle SELECT randomblob(16), scrutin, scelle FROM bulletin_scelle LIMIT 1")
    assert compter() == ["URNE_COPIES", "URNE_ECART", "URNE_ECART"]
    assert [i.code for i in verifier(d).issues] == ["URNE_ECART"]
    _changer(ouverte, f"DELETE FROM bulletin_scelle WHERE cle = {un}")
    _changer(ouverte, f"DELETE FROM bulletin_scelle WHERE cle = {un}")
    _changer(ouverte, "INSERT INTO bulletin_scelle VALUES (randomblob(16), ?, ?)", scrutin, b"autre chose")
    assert "URNE_ABIMEE" in compter()
    _changer(ouverte, "UPDATE bulletin_scelle SET scelle = 'texte' WHERE scelle = ?", b"autre chose")
    assert "URNE_ABIMEE" in compter()
    etranger = urne.sceller(publique, b"rien qui vaille", 64, b"scrutin 99")
    _changer(ouverte, "UPDATE bulletin_scelle SET scelle = ? WHERE scelle = 'texte'", etranger)
    assert "URNE_ABIMEE" in compter()


def test_un_bulletin_illisible_arrete_le_compte(ouverte: Histoire) -> None:
    scrutin = placer(ouverte)
    deposer(ouverte, scrutin, "pour")
    cle = ouverte.ag(AG).tous(isoloir.Urne)[-1].cle_publique
    contexte = isoloir.contexte(ouverte.ag(AG).votes[-1].scrutin, cle)
    scelle = urne.sceller(bytes.fromhex(cle), b"rien qui vaille", 64, contexte)
    _changer(ouverte, "UPDATE bulletin_scelle SET scelle = ?", scelle)
    assert codes(isoloir.depouiller(ouverte.depot, AG, scrutin, heure(18, 20), phrase=PHRASE)) == ["URNE_ABIMEE"]


def test_une_urne_se_compte_une_fois_et_par_son_ouverture(ouverte: Histoire) -> None:
    d = ouverte.depot
    scrutin = placer(ouverte)
    deposer(ouverte, scrutin, "pour", "contre")
    comptes = {"SB": ComptageCorps(2)}
    assert codes(vote.depouiller(d, AG, scrutin, comptes, heure(18, 20))) == ["URNE"]
    assert codes(isoloir.depouiller(d, AG, scrutin, heure(18, 9), phrase=PHRASE)) == ["HEURE"]
    assert d.urnes_pleines() == {scrutin: 2}
    ouverte.faire(isoloir.depouiller(d, AG, scrutin, heure(18, 20), phrase=PHRASE))
    assert codes(isoloir.depouiller(d, AG, scrutin, heure(18, 21), phrase=PHRASE)) == ["URNE_FERMEE"]
    assert codes(vote.depouiller(d, AG, scrutin, comptes, heure(18, 22))) == ["URNE"]
    assert codes(isoloir.deposer(d, AG, scrutin, 5, Choix("pour"), "x")) == ["URNE_FERMEE"]
    assert codes(isoloir.depouiller(d, 99, scrutin, heure(18, 21), phrase=PHRASE)) == ["URNE_FERMEE"]


def test_declare_nul_pendant_qu_on_ouvre(ouverte: Histoire, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another window declares the vote void between the reading of the urn and its counting."""
    from scicvote.actes.cooperative import ouvrir

    scrutin = placer(ouverte)
    vrai = urne.ouvrir

    def autre_fenetre(*arguments: object) -> object:
        with ouvrir(Path(ouverte.depot.nom)) as autre:
            assert isoloir.declarer_nul(autre, AG, scrutin, "perdu", heure(18, 15)).accepte
        return vrai(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(urne, "ouvrir", autre_fenetre)
    assert codes(isoloir.depouiller(ouverte.depot, AG, scrutin, heure(18, 20), phrase=PHRASE)) == ["SCRUTIN"]


def test_une_coupure_pendant_le_depot_ne_laisse_ni_l_un_ni_l_autre(
    ouverte: Histoire, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlalchemy as sa

    from scicvote.store import urnes

    scrutin = placer(ouverte)
    deposer(ouverte, scrutin, "pour")

    def couper(*_: object) -> None:
        raise sa.exc.OperationalError("INSERT", {}, sqlite3.OperationalError("disk I/O error"))

    monkeypatch.setattr(urnes, "_deposer", couper)
    with pytest.raises(FichierRefuse):
        isoloir.deposer(ouverte.depot, AG, scrutin, 2, Choix("pour"), "x")
    monkeypatch.undo()
    ouverte.depot.recharger()
    assert ouverte.depot.urnes_pleines() == {scrutin: 1}
    assert verifier(ouverte.depot).issues == ()


def test_une_urne_disparue_ou_de_trop_se_voit(ouverte: Histoire) -> None:
    scrutin = placer(ouverte)
    _changer(ouverte, "UPDATE urne_scellee SET scrutin = 99")
    assert [i.code for i in verifier(ouverte.depot).issues] == ["URNE_ABSENTE", "URNE_INCONNUE"]
    assert codes(isoloir.depouiller(ouverte.depot, AG, scrutin, heure(18, 20), phrase=PHRASE)) == ["URNE_FERMEE"]


# --- a vote declared void


def test_phrase_et_fiche_perdues_le_scrutin_est_nul_et_se_refait(ouverte: Histoire) -> None:
    d = ouverte.depot
    perdu = placer(ouverte)
    deposer(ouverte, perdu, "pour", "contre")
    assert codes(isoloir.declarer_nul(d, AG, perdu, " ", heure(18, 15))) == ["TEXTE"]
    ouverte.faire(isoloir.declarer_nul(d, AG, perdu, "phrase et fiche perdues.", heure(18, 15)))
    ag = ouverte.ag(AG)
    assert ag.vote(perdu) is None
    assert ag.vote_ouvert is None
    assert d.urnes_pleines() == {}
    assert [(n.scrutin, n.emarges, n.motif) for n in ag.tous(ScrutinNul)] == [(perdu, 2, "phrase et fiche perdues.")]
    assert ag.tous(Incident)[-1].texte == (
        "Le scrutin secret ouvert à 18\u00a0h\u00a010 sur la résolution 1 est déclaré nul, 2\u00a0votes y étant déposés\u00a0: phrase et fiche "
        "perdues. Son urne est effacée sans avoir été ouverte."
    )
    refait = placer(ouverte, m=16)
    assert ouverte.ag(AG).votes[-1].scrutin.tour == 1
    deposer(ouverte, refait, "pour", "contre", "pour")
    ouverte.faire(isoloir.depouiller(d, AG, refait, heure(18, 20), phrase=PHRASE))
    assert verifier(d).issues == ()


def test_un_scrutin_compte_ou_tenu_autrement_n_est_pas_nul(ouverte: Histoire) -> None:
    d = ouverte.depot
    ouvert = vote.ouvrir_scrutin(d, AG, COMPTES, "secret_papier", heure(18, 10))
    assert codes(isoloir.declarer_nul(d, AG, ouvert.faits[0].scrutin, "x", heure(18, 15))) == ["URNE_FERMEE"]  # type: ignore[attr-defined]
    assert codes(isoloir.declarer_nul(d, AG, 99, "x", heure(18, 15))) == ["SCRUTIN"]


# --- figures kept back


def _texte(histoire: Histoire) -> str:
    return "\n".join(textes(proces_verbal(histoire.depot.dossier, histoire.ag(AG))))


def test_un_college_garde_ses_chiffres(ouverte: Histoire) -> None:
    d = ouverte.depot
    ouverte.faire(ouverte.arriver(AG, 11, 18, 6))
    scrutin = placer(ouverte)
    deposer(ouverte, scrutin, "pour", "pour", "contre", "pour", "pour", "contre", "pour")
    for associe, choix in ((9, "contre"), (10, "pour"), (11, "pour")):
        deposer(ouverte, scrutin, choix, parmi=(associe,))
    ouverte.faire(isoloir.depouiller(d, AG, scrutin, heure(18, 20), phrase=PHRASE))
    assert "Points pour" in _texte(ouverte)
    assert codes(isoloir.accorder_total(d, AG, scrutin, "ZZ", heure(18, 21))) == ["COLLEGE_INCONNU"]
    assert codes(isoloir.accorder_total(d, AG, 99, "SB", heure(18, 21))) == ["SCRUTIN"]
    ouverte.faire(isoloir.accorder_total(d, AG, scrutin, "SB", heure(18, 21)))
    assert codes(isoloir.accorder_total(d, AG, scrutin, "SB", heure(18, 21))) == ["ACCORD_DEJA"]
    assert ouverte.ag(AG).votes[-1].total_seul == ("SB",)
    texte = _texte(ouverte)
    assert "Secret du vote\u00a0: le collège SB accepte que son décompte ne soit pas donné" in texte
    assert "Points pour" not in texte
    assert ouverte.ag(AG).tous(AccordTotal) == (AccordTotal(AG, scrutin, "SB", heure(18, 21)),)


def test_seul_un_vote_secret_par_college_garde_ses_chiffres(ouverte: Histoire) -> None:
    d = ouverte.depot
    ouvert = vote.ouvrir_scrutin(d, AG, COMPTES, "main_levee", heure(18, 10))
    numero = ouvert.faits[0].scrutin  # type: ignore[attr-defined]
    assert codes(isoloir.accorder_total(d, AG, numero, "SB", heure(18, 21))) == ["MODE"]


# --- whatever is cast


TENTATIVES = st.lists(
    st.tuples(st.integers(1, 7), st.sampled_from(("pour", "contre", "abstention", "blanc", "nul", "")))
)


@settings(max_examples=15, deadline=None)
@given(TENTATIVES)
def test_ce_qui_sort_de_l_urne_est_ce_qui_y_est_entre(tentatives: list[tuple[int, str]]) -> None:
    """Whoever comes, in whatever order, twice or with a choice that is none: as many ballots as signed votes, counted as cast."""
    with tempfile.TemporaryDirectory() as dossier:
        lieu = ouvrir_isoloir(Path(dossier) / "urne.scic", 6)
        attendus: dict[int, str] = {}
        for associe, mot in tentatives:
            admis = lieu.deposer(associe, Choix(mot)).accepte
            assert admis is (associe <= 6 and associe not in attendus and mot not in ("nul", ""))
            if admis:
                attendus[associe] = mot
            assert lieu.depot.urnes_pleines() == {lieu.scrutin: len(attendus)}
        assert isoloir.depouiller(lieu.depot, lieu.ag, lieu.scrutin, HEURE, code=" ".join(lieu.secours)).accepte
        (compte,) = lieu.depot.dossier.assemblees[lieu.ag].votes[-1].comptes
        mots = Counter(attendus.values())
        assert (compte.votants, compte.pour, compte.contre, compte.abstention, compte.blanc, compte.nul) == (
            len(attendus), mots["pour"], mots["contre"], mots["abstention"], mots["blanc"], 0,
        )  # fmt: skip
        lieu.depot.fermer()
