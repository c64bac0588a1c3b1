"""The next step and its dates, through the year of a cooperative."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from scicvote.core.a_faire import Action, Prochaine, calendrier, dernier_exercice, prochaine_etape
from scicvote.core.dossier import ActeFaits, Dossier, composer
from scicvote.core.faits import (
    Affectation,
    AssembleeDemandee,
    Cloture,
    DemandeAssemblee,
    Envoi,
    Fait,
    Mandat,
    ProcesVerbal,
    Proclamation,
    Scrutin,
    Signature,
    VersionStatuts,
)
from scicvote.core.statuts import Delais, Ligne, Statuts
from scicvote.exchange.statuts import connus, texte_fourni
from tests.outils.cooperative import convocation, dossier, heure, liste, mouvement, resolution, seance

CLISS = connus()["cliss-xxi"]
AVRIL = date(2026, 4, 1)
JUIN = date(2026, 6, 13)
CONVOQUEE = Envoi(1, date(2026, 5, 28), "convocation", "lettre recommandée", (), None)


def fait(*faits: Fait, jour: date = AVRIL, statuts: Statuts | None = None) -> Prochaine:
    return prochaine_etape(dossier(*faits, statuts=statuts), jour)


def decide(numero: int, decision: str, assemblee: int = 1) -> tuple[Fait, ...]:
    """A vote declared on the resolution in this place."""
    scrutin = 100 * assemblee + numero
    return (
        Scrutin(scrutin, assemblee, 10 * assemblee + numero, "ordinaire", "resolution", "main_levee", 1, heure(19)),
        Proclamation(assemblee, scrutin, heure(19, 5), decision, "{}"),
    )


def tenue(decision: str = "adoptee", assemblee: int = 1, **autres: object) -> tuple[Fait, ...]:
    """An annual assembly that voted one resolution and closed."""
    return (
        convocation(assemblee, exercice=2025, **autres),
        resolution(1, objet="comptes", assemblee=assemblee),
        *seance(1, 2, assemblee=assemblee),
        *decide(1, decision, assemblee),
        Cloture(assemblee, heure(20)),
    )


def proces_verbal(assemblee: int = 1) -> ProcesVerbal:
    return ProcesVerbal(assemblee, "", assemblee, date(2026, 6, 20), None, "")


def signature(assemblee: int = 1) -> Signature:
    return Signature(assemblee, "", assemblee, date(2026, 6, 21), ("Ada Fictive",))


# --- the next step


def test_sans_personne_on_inscrit() -> None:
    vide = composer((ActeFaits(1, (VersionStatuts(CLISS.date, texte_fourni("cliss-xxi")),)),), [CLISS])
    assert prochaine_etape(vide, AVRIL) == Prochaine(Action.INSCRIRE)


def test_sans_assemblee_on_prepare_l_annuelle() -> None:
    attendue = Prochaine(Action.ANNUELLE, None, date(2026, 6, 30), CLISS.article("delais.ag_annuelle_mois"), 2025)
    assert fait() == attendue
    assert fait(jour=date(2026, 7, 14)) == attendue  # passed, and still due


@pytest.mark.parametrize(
    ("jour", "exercice"),
    [(date(2025, 12, 31), 2024), (date(2026, 1, 1), 2025), (date(2026, 12, 31), 2025)],
)
def test_le_dernier_exercice_clos(jour: date, exercice: int) -> None:
    assert dernier_exercice(dossier(), jour) == exercice


def test_avant_la_premiere_cloture_rien_n_est_du() -> None:
    jeune = replace(CLISS, date=date(2026, 2, 1))
    assert dernier_exercice(dossier(statuts=jeune), AVRIL) is None
    assert fait(statuts=jeune) == Prochaine(Action.RIEN)


def test_une_assemblee_se_prepare_pas_a_pas() -> None:
    debut = (convocation(exercice=2025),)
    limite = CLISS.article("delais.convocation_jours")
    assert fait(*debut) == Prochaine(Action.PREPARER, 1, date(2026, 5, 28), limite)
    agenda = (*debut, resolution())
    article = CLISS.article("delais.arrete_liste_jours")
    assert fait(*agenda) == Prochaine(Action.ARRETER_LISTE, 1, date(2026, 5, 27), article)
    arretee = (*agenda, *liste())
    assert fait(*arretee) == Prochaine(Action.CONVOQUER, 1, date(2026, 5, 28), limite)
    assert fait(*arretee, CONVOQUEE) == Prochaine(Action.EMARGER, 1, date(2026, 6, 12))


def test_sans_delai_pour_la_liste_celui_des_lettres() -> None:
    sans = replace(CLISS, delais=replace(CLISS.delais, arrete_liste_jours=None))
    assert isinstance(sans.delais, Delais)
    etape = fait(convocation(exercice=2025), resolution(), statuts=sans)
    assert (etape.action, etape.terme) == (Action.ARRETER_LISTE, date(2026, 5, 28))
    assert etape.article == sans.article("delais.convocation_jours")


def test_un_college_se_convoque_par_tous_moyens() -> None:
    college = (convocation(nature="college", college="SB", par_college=False), resolution())
    assert fait(*college) == Prochaine(Action.ARRETER_LISTE, 1, date(2026, 6, 12), "statuts 25-3")


def test_en_seance_on_vote_puis_on_clot() -> None:
    debut = (convocation(exercice=2025), resolution(), *seance(1, 2))
    assert fait(*debut).action == Action.VOTER
    assert fait(*debut, *decide(1, "second_tour")).action == Action.VOTER
    assert fait(*debut, *decide(1, "adoptee")) == Prochaine(Action.CLORE, 1, date(2026, 6, 12))


def test_puis_on_dresse_et_on_signe() -> None:
    assert fait(*tenue(), jour=JUIN).action == Action.DRESSER
    assert fait(*tenue(), proces_verbal(), jour=JUIN).action == Action.SIGNER
    assert fait(*tenue(), proces_verbal(), signature(), jour=JUIN) == Prochaine(Action.RIEN)


def test_le_proces_verbal_avant_l_assemblee_suivante() -> None:
    suivante = convocation(2, jour=date(2026, 9, 1))
    assert fait(*tenue(), suivante, jour=JUIN).action == Action.DRESSER
    assert fait(*tenue(), suivante, proces_verbal(), jour=JUIN) == Prochaine(
        Action.PREPARER, 2, date(2026, 8, 17), CLISS.article("delais.convocation_jours")
    )


# --- the second consultation


@pytest.mark.parametrize("decision", ["rejetee", "ballottage", "sans_quorum"])
def test_ce_qui_a_echoue_se_remet_aux_voix(decision: str) -> None:
    faits = (*tenue(decision), proces_verbal())
    assert fait(*faits, jour=JUIN) == Prochaine(Action.SECONDE, 1, article="C. com. L223-29")
    seconde = convocation(2, jour=date(2026, 7, 1), consultation=2, suite_de=1)
    assert fait(*faits, seconde, jour=JUIN).assemblee == 2
    faite = (*tenue("adoptee", 2, consultation=2, suite_de=1), proces_verbal(2), signature(2), signature())
    assert fait(*faits, *faite, jour=JUIN) == Prochaine(Action.RIEN)
    assert fait(*faits, jour=date(2027, 6, 13)).action == Action.SIGNER  # a year later, the annual one takes its place


def test_pas_de_seconde_a_la_seconde_ni_sans_regle() -> None:
    seconde = (*tenue("rejetee", consultation=2), proces_verbal())
    assert fait(*seconde, jour=JUIN).action == Action.SIGNER
    ordinaire = CLISS.regles["ordinaire"]
    unique = replace(
        ordinaire, deuxieme=None, sans_college=None, premiere=Ligne(ordinaire.premiere.seuil, True, "inscrits")
    )
    sans = replace(CLISS, regles={**CLISS.regles, "ordinaire": unique})
    assert fait(*tenue("rejetee"), proces_verbal(), jour=JUIN, statuts=sans).action == Action.SIGNER
    inconnue = replace(CLISS, regles={cle: r for cle, r in CLISS.regles.items() if cle != "ordinaire"})
    assert fait(*tenue("rejetee"), proces_verbal(), jour=JUIN, statuts=inconnue).action == Action.SIGNER


# --- the dates


def libelles(cooperative: Dossier, jour: date) -> dict[str, date]:
    return {echeance.libelle: echeance.jour for echeance in calendrier(cooperative, jour)}


def test_le_terme_annuel_sans_assemblee() -> None:
    assert libelles(dossier(), AVRIL) == {"Terme de l’assemblée annuelle, exercice 2025": date(2026, 6, 30)}


def test_les_dates_de_l_assemblee_en_main_et_sa_seance() -> None:
    dates = calendrier(dossier(convocation(exercice=2025, par_college=False), resolution()), AVRIL)
    assert [d.jour for d in dates] == sorted(d.jour for d in dates)
    seance_ = next(d for d in dates if d.jour == date(2026, 6, 12))
    assert seance_.libelle == "AG ordinaire, 18\u00a0h\u00a000, Salle imaginaire"
    assert not seance_.fait
    assert "Terme de l’assemblée annuelle" in {d.libelle for d in dates}
    ailleurs = calendrier(dossier(convocation(lieu="")), AVRIL)
    assert "AG ordinaire, 18\u00a0h\u00a000" in {d.libelle for d in ailleurs}


def test_apres_l_annuelle_le_greffe_et_l_annee_suivante() -> None:
    attendues = {
        "Déposer au greffe les comptes de l’exercice 2025": date(2026, 7, 12),
        "Terme de l’assemblée annuelle, exercice 2026": date(2027, 6, 30),
    }
    assert libelles(dossier(*tenue()), JUIN) == attendues
    assert list(libelles(dossier(*tenue()), date(2026, 8, 12))) == list(attendues)  # passed, still said
    assert "Déposer" not in " ".join(libelles(dossier(*tenue()), date(2026, 8, 13)))


def test_un_mois_finit_au_meme_quantieme() -> None:
    trente = tenue(heure=datetime(2026, 6, 30, 18, 0))
    assert date(2026, 7, 30) in libelles(dossier(*trente), date(2026, 7, 1)).values()
    fin_janvier = tenue(heure=datetime(2026, 1, 31, 18, 0))
    assert date(2026, 2, 28) in libelles(dossier(*fin_janvier), date(2026, 2, 1)).values()


def test_des_comptes_refuses_laissent_leur_deliberation_a_deposer() -> None:
    assert list(libelles(dossier(*tenue("rejetee")), JUIN)) == [
        "Déposer au greffe la délibération sur les comptes de l’exercice 2025",
        "Terme de l’assemblée annuelle, exercice 2026",
    ]


@pytest.mark.parametrize(
    ("interets", "decision", "dus"), [("120", "adoptee", True), ("0", "adoptee", False), ("120", "rejetee", False)]
)
def test_les_interets_se_paient_dans_les_neuf_mois(interets: str, decision: str, dus: bool) -> None:
    chiffres = Affectation(1, 12, "14188", "0", "0", "7540", "2128", "7982", "11940", interets)
    faits = (
        convocation(exercice=2025),
        resolution(2, objet="affectation"),
        chiffres,
        *seance(1, 2),
        *decide(2, decision),
        Cloture(1, heure(20)),
    )
    payer = libelles(dossier(*faits), JUIN).get("Payer les intérêts aux parts sociales, exercice 2025")
    assert payer == (date(2026, 9, 30) if dus else None)


def test_la_fin_d_un_mandat_en_cours() -> None:
    en_cours = Mandat(1, date(2025, 6, 13), date(2026, 6, 12), None)
    passe = Mandat(1, date(2024, 6, 13), date(2025, 6, 12), None)
    autre = Mandat(2, date(2024, 6, 13), date(2025, 6, 12), None)
    dates = libelles(dossier(en_cours, passe, autre), AVRIL)
    assert dates.get("Fin du mandat de gérance de Ada Fictive") == date(2026, 6, 12)
    assert not any("Bob" in libelle for libelle in dates)


def test_la_cooperative_jeune_a_son_terme_a_venir() -> None:
    jeune = replace(CLISS, date=date(2026, 2, 1))
    assert libelles(dossier(statuts=jeune), AVRIL) == {
        "Terme de l’assemblée annuelle, exercice 2026": date(2027, 6, 30)
    }


def test_une_assemblee_en_preparation_dispense_du_terme_suivant() -> None:
    dates = libelles(dossier(*tenue(), convocation(2, jour=date(2026, 9, 1))), JUIN)
    assert not any("exercice 2026" in libelle for libelle in dates)


# --- what members asked for


def test_l_assemblee_demandee_vient_avant_l_annuelle() -> None:
    """Two of twelve hold a sixth of the votes: the management convenes; one alone holds a twelfth (statuts 24-2)."""
    deux, seul = (DemandeAssemblee(n, date(2026, 3, 1), "courriel", "", qui) for n, qui in ((1, (1, 5)), (2, (1,))))
    assert fait(deux) == Prochaine(Action.DEMANDEE, article="statuts 24-2", demande=1)
    assert fait(seul).action == Action.ANNUELLE
    assert fait(seul, deux).demande == 1
    reponse = convocation(jour=date(2026, 6, 12), nature="ordinaire_extraordinairement")
    assert fait(deux, reponse, AssembleeDemandee(1, 1)).action == Action.PREPARER


def test_sous_le_seuil_des_statuts_les_parts_obligent_aussi() -> None:
    """A twelfth of the votes, and more than half of the parts (C. com. L223-27)."""
    gros = [mouvement(1, nature, date(2021, 1, 4), 200) for nature in ("souscription", "liberation")]
    assert fait(*gros, DemandeAssemblee(1, date(2026, 3, 1), "courriel", "", (1,))).action == Action.DEMANDEE
