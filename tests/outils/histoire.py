"""One fictional year told through every act, always the same: for the kept files, and for what must be refused when."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from scicvote.actes import (
    cooperative,
    correction,
    correspondance,
    demandes,
    export_college,
    isoloir,
    nouveau_college,
    preparation,
    proces_verbal,
    registre,
    retour_college,
    seance,
    suites,
    vote,
)
from scicvote.core.assemblee import Assemblee
from scicvote.core.faits import (
    Affectation,
    Amendement,
    Bureau,
    Convocation,
    DemandeAssemblee,
    DemandeCollege,
    Deport,
    Envoi,
    Pouvoir,
    Presence,
    Resolution,
    Scrutin,
)
from scicvote.core.faits_college import MissionCollege, RetourPrepare
from scicvote.core.isoloir import electeurs_de
from scicvote.core.retour_college import LigneRetour, Retour
from scicvote.core.vote import ComptageCorps
from scicvote.exchange.statuts import texte_fourni
from scicvote.store.depot import Acte, Depot, Projet
from tests.outils.cooperative import JOUR, PERSONNES, PM, fiche, heure, mouvement

INSTANT = datetime(2026, 7, 1, 9, 0)
LOGO = base64.b64decode(  # a blue square of four by four points
    "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAFElEQVR4nGOUjZnHAANMDEgANwcANwEBH5lTk4IAAAAASUVORK5CYII="
)
MARS = date(2026, 3, 20)
PHRASE = "quatre lunes sur un étang"
AUTOMNE = date(2026, 9, 25)


def mains(pour: int, contre: int = 0, abstention: int = 0) -> ComptageCorps:
    return ComptageCorps(pour, contre, abstention)


@dataclass
class Histoire:
    """A cooperative in a file; each chapter goes on from the one before. Every act must be accepted."""

    depot: Depot
    horloge: Callable[[], datetime] = lambda: INSTANT

    @classmethod
    def commencer(cls, chemin: Path) -> Histoire:
        statuts = texte_fourni("cliss-xxi").replace('en_blanc     = "interdit"', 'en_blanc     = "president"')
        depot, acte = cooperative.creer(chemin, statuts, lambda: INSTANT)
        histoire = cls(depot)
        histoire.faire(acte)
        return histoire

    def faire(self, *actes: Acte) -> Acte:
        for acte in actes:
            assert acte.accepte, (acte.nom, [issue.ligne() for issue in acte.refus])
        return actes[-1]

    def ag(self, numero: int) -> Assemblee:
        return self.depot.dossier.assemblees[numero]

    # --- chapters

    def peupler(self) -> None:
        d = self.depot
        self.faire(cooperative.identifier(d, date(2020, 1, 1), "2 rue du Conte, Nulle-Part", "RCS fictif", "10000"))
        for numero, (prenom, nom, categorie, personne) in PERSONNES.items():
            reprise = mouvement(numero, "reprise", date(2020, 1, 1), 10, categorie)
            self.faire(registre.inscrire(d, fiche(0, prenom, nom, personne), (reprise,)))
        self.faire(cooperative.commencer_mandat(d, 1, date(2025, 6, 20), date(2026, 6, 19)))
        self.faire(
            cooperative.composer_entete(d, date(2020, 1, 1), "BP 1, Nulle-Part", "00 00", "ecrire@exemple.fr", LOGO)
        )
        self.faire(cooperative.noter_capitaux_propres(d, 2025, "31000"))
        self.faire(proces_verbal.reprendre_registre(d, "SB", 8, 41, date(2026, 1, 1)))

    def constituer(self) -> int:
        """Colleges asked for, then constituted by an extraordinary assembly; each college's president."""
        d = self.depot
        self.faire(registre.demander_colleges(d, date(2026, 1, 10), 2))
        ag = self.preparer(MARS, nature="extraordinaire", par_college=False)
        point = self.inscrire(ag, "Constitution des collèges", "extraordinaire", "colleges")
        self.tenir(ag, MARS, tuple(PERSONNES))
        self.voter(ag, point, {"*": mains(11, 1)}, MARS)
        self.faire(seance.clore_seance(d, ag, heure(20, jour=MARS)))
        self.faire(registre.constituer_colleges(d, MARS, ag))
        self.faire(registre.designer_president(d, "SB", 3, date(2026, 4, 1), 4))
        voulu = DemandeCollege(date(2026, 4, 2), (5, 6, 7), "lettre recommandée", "les usagers", ("SB 40, PP 60",))
        self.faire(nouveau_college.demander_nouveau_college(d, voulu))
        return ag

    def college(self) -> int:
        """The assembly of a college, its own register of minutes."""
        mai = date(2026, 5, 18)
        d = self.depot
        nouveau = fiche(0, "Ivo", "Candidat")
        self.faire(registre.inscrire(d, nouveau, (mouvement(0, "candidature", date(2026, 5, 1), categorie="3"),)))
        ag = self.preparer(mai, nature="college", college="PP", par_college=False)
        point = self.inscrire(ag, "Avis sur une candidature", "avis_college", "avis", concerne=13)
        self.tenir(ag, mai, (5, 6, 7), 5)
        self.voter(ag, point, {"*": mains(2, 1)}, mai)
        self.faire(seance.clore_seance(d, ag, heure(20, jour=mai)))
        self.faire(proces_verbal.dresser(d, ag, mai), proces_verbal.signer(d, ag, 1, mai, ("Eva Fiction",)))
        return ag

    def annuelle(self) -> int:
        """Prepare the annual assembly, with everything that can be prepared."""
        d = self.depot
        ag = self.preparer(JOUR, exercice=2025)
        self.faire(preparation.modifier_convocation(d, replace(self.ag(ag).convocation, lieu="Salle des Fables")))
        comptes = self.inscrire(ag, "Approbation des comptes", "ordinaire", "comptes")
        affectation = Resolution(
            0, ag, 0, "Affectation du résultat", "", "ordinaire", "affectation", 0, None, "", None, False
        )
        chiffres = Affectation(ag, 0, "14188", "0", "0", "7540", "2128", "7982", "12060", "0")
        self.faire(preparation.proposer_affectation(d, affectation, chiffres))
        self.inscrire(ag, "Convention avec une associée", "ordinaire", "convention", concerne=2)
        election = self.inscrire(ag, "Élection de la gérance", "election_gerance", "election", sieges=1)
        self.inscrire(ag, "Admission d’Ivo Candidat", "admission", "admission", concerne=13)
        de_trop = self.inscrire(ag, "Point de trop", "ordinaire", "autre")
        retire = self.inscrire(ag, "Point retiré en séance", "ordinaire", "autre")
        ordre = tuple(r.resolution for r in self.ag(ag).resolutions if r.resolution != de_trop)
        self.faire(preparation.ordonner(d, ag, ordre))
        self.faire(
            preparation.presenter_candidat(d, ag, election, 1, "SB"),
            preparation.presenter_candidat(d, ag, election, 5, "PP"),
        )
        self.faire(preparation.arreter_liste(d, ag, date(2026, 5, 27), "la gérance"))
        pieces = ("comptes", "rapport de gestion", "texte des résolutions")
        self.faire(preparation.envoyer(d, Envoi(ag, date(2026, 5, 20), "convocation", "lettre recommandée", (), None)))
        self.faire(preparation.envoyer(d, Envoi(ag, date(2026, 5, 20), "documents", "courriel", pieces, None)))
        self.faire(preparation.poser_question(d, ag, 8, date(2026, 6, 1), "Qu’en est-il de l’imaginaire ?"))
        self.faire(preparation.excuser(d, ag, 7))
        assert comptes < retire
        return ag

    def ouvrir(self, ag: int) -> None:
        """People and proxies, the officers, the annual sitting open."""
        d = self.depot
        for numero in (1, 2, 3, 5, 6, 9, 10):
            self.faire(self.arriver(ag, numero))
        essai = self.faire(self.arriver(ag, 11))
        self.faire(correction.annuler(d, essai.numero, "saisie sur la mauvaise ligne"))
        self.faire(seance.donner_pouvoir(d, Pouvoir(0, ag, 4, 2, "", False, heure(17), "")))
        self.faire(seance.donner_pouvoir(d, Pouvoir(0, ag, 7, 6, "", False, heure(17), ""), ("PP",)))
        self.faire(seance.donner_pouvoir(d, Pouvoir(0, ag, 8, 1, "", False, heure(17), "admis par la présidente")))
        self.faire(seance.retirer_pouvoir(d, ag, 3, heure(18, 1), "retiré par le mandant"))
        self.faire(seance.inviter(d, ag, "Max Invité", "expert fictif"))
        self.faire(seance.constituer_bureau(d, Bureau(ag, heure(18, 2), 1, "Bob Exemple", (5, 9), "")))
        self.faire(seance.donner_pouvoir(d, Pouvoir(0, ag, 8, None, "", False, heure(18, 3), "")))
        self.faire(seance.retirer_pouvoir(d, ag, 4, heure(18, 4), "retiré par le mandant"))
        self.faire(seance.ouvrir_seance(d, ag, heure(18, 5)))

    def seance(self, ag: int) -> None:
        """Hold the annual assembly, with everything that can happen in one."""
        d = self.depot
        points = {r.titre: r.resolution for r in self.ag(ag).resolutions}
        self.faire(seance.deposer_document(d, ag, "Comptes annuels"))
        self.faire(seance.repondre(d, ag, 1, heure(18, 10), "Rien n’est plus réel."))
        comptes = points["Approbation des comptes"]
        self.faire(seance.noter_debat(d, ag, comptes, "Deux questions, deux réponses."))
        self.faire(
            seance.amender(
                d, Amendement(ag, comptes, heure(18, 15), "L’assemblée approuve les comptes amendés.", "Eva Fiction")
            )
        )
        self.voter(ag, comptes, {"*": mains(6, 2)}, objet="demande_secret")
        self.voter(ag, comptes, {"SB": mains(3, 1), "PP": mains(2, 0, 1), "PM": mains(2)}, mode="secret_papier")
        self.faire(seance.suspendre(d, ag, heure(18, 40), "pause"), seance.reprendre(d, ag, heure(18, 50)))
        affectation = points["Affectation du résultat"]
        self.faire(correspondance.recevoir_formulaire(d, ag, 12, date(2026, 6, 8), {affectation: "contre"}))
        self.voter(ag, affectation, {"SB": mains(4), "PP": mains(1, 2), "PM": mains(0, 2)}, m=51)
        self.faire(correspondance.ecarter_formulaire(d, ag, 12, heure(18, 54), "non prévu par les statuts"))
        convention = points["Convention avec une associée"]
        self.faire(vote.deporter(d, Deport(ag, convention, 2, heure(18, 55), "convention")))
        self.voter(ag, convention, {"SB": mains(3), "PP": mains(3), "PM": mains(2)}, m=56)
        self.elire(ag, points["Élection de la gérance"])
        self.isoler(ag, points["Admission d’Ivo Candidat"])
        self.faire(seance.noter_incident(d, ag, heure(19, 30), "Panne de lumière, sans effet."))
        retire = points["Point retiré en séance"]
        self.faire(seance.retirer_resolution(d, ag, retire, heure(19, 35), "sans objet"))
        self.faire(seance.partir(d, ag, 6, heure(19, 40)))
        self.faire(seance.clore_seance(d, ag, heure(20)))

    def elire(self, ag: int, point: int) -> None:
        """A first round that elects nobody, counted twice, then a second."""
        d = self.depot
        partage = {"SB": ComptageCorps(votants=4, voix={1: 2, 5: 2}), "PP": ComptageCorps(votants=3, voix={1: 1, 5: 2}),
                   "PM": ComptageCorps(votants=2, blanc=1, voix={1: 1})}  # fmt: skip
        ouvert = self.faire(vote.ouvrir_scrutin(d, ag, point, "secret_papier", heure(19)))
        numero = next(f.scrutin for f in ouvert.faits if isinstance(f, Scrutin))
        self.faire(vote.depouiller(d, ag, numero, partage, heure(19, 5)))
        self.faire(vote.depouiller(d, ag, numero, partage, heure(19, 6), partage))
        self.faire(vote.proclamer(d, ag, numero, heure(19, 7)))
        assert self.ag(ag).decision(point) == "second_tour"
        net = {code: ComptageCorps(votants=n, voix={1: n}) for code, n in (("SB", 4), ("PP", 3), ("PM", 2))}
        self.voter(ag, point, net, mode="secret_papier", m=10, h=19)

    def isoler(self, ag: int, point: int) -> None:
        """A secret vote on this computer whose phrase is lost, then another that is counted; a college keeps its figures."""
        d = self.depot
        perdue = self.placer_urne(ag, point, 20)
        self.faire(isoloir.deposer(d, ag, perdue, 1, isoloir.Choix("contre"), "Ada Fictive"))
        self.faire(isoloir.declarer_nul(d, ag, perdue, "phrase et fiche perdues", heure(19, 21)))
        scrutin = self.placer_urne(ag, point, 22)
        for electeur in electeurs_de(self.ag(ag), scrutin):
            venu = d.dossier.nom(electeur.porteur or electeur.associe)
            self.faire(isoloir.deposer(d, ag, scrutin, electeur.associe, isoloir.Choix("pour"), venu))
        self.faire(isoloir.depouiller(d, ag, scrutin, heure(19, 24), phrase=PHRASE))
        self.faire(isoloir.accorder_total(d, ag, scrutin, "SB", heure(19, 25)))
        self.faire(vote.proclamer(d, ag, scrutin, heure(19, 26)))

    def placer_urne(self, ag: int, point: int, m: int) -> int:
        """An urn at 19 h and some minutes; the number of its scrutin."""
        placee = isoloir.ouvrir(self.depot, ag, point, PHRASE, PHRASE, heure(19, m))
        self.faire(placee.acte)
        return placee.scrutin

    def ailleurs(self) -> int:
        """An assembly whose colleges vote elsewhere: one returned, one certified silent, one back in the room.

        The last facts are those of a college's own file, which this one is not.
        """
        d = self.depot
        ag = self.preparer(AUTOMNE)
        election = self.inscrire(ag, "Élection de la gérance", "election_gerance", "election", sieges=1)
        self.faire(preparation.presenter_candidat(d, ag, election, 1, "SB"))
        self.faire(preparation.arreter_liste(d, ag, date(2026, 8, 20), "la gérance"))
        remises = [export_college.exporter(d, ag, code)[1] for code in ("SB", "PP", "PM")]
        export = next(remise.export for remise in remises if remise is not None)
        ligne = LigneRetour(election, 1, export.versions[0], "secret_papier", 4, 1, 0, 0, 1, voix={1: 1})
        arrivee = Presence(ag, 1, heure(18, jour=AUTOMNE), "arrivee", "", "")
        retour = Retour(export.identifiant, "SB", 1, export.empreinte, export.statuts, export.liste, 0, INSTANT, None, None, None,
                        "", (arrivee,), (ligne,))  # fmt: skip
        self.faire(retour_college.saisir(d, ag, retour, retour))
        soir = heure(18, 30, AUTOMNE)
        self.faire(retour_college.certifier_silence(d, ag, "PP", 1, (5, 6), soir, "le collège ne s’est pas réuni"))
        self.faire(export_college.renoncer(d, ag, "PM", 1, soir, "l’ordinateur est en panne"))
        mission = MissionCollege(ag, "SB", 1, export.identifiant, "Assemblée", export.empreinte, export.statuts, export.liste,
                                 (election,), (1,), export.versions, "paquet")  # fmt: skip
        prepare = RetourPrepare(ag, 1, INSTANT, export.empreinte, "retour")
        self.faire(d.accomplir("mission", lambda _: Projet("Fichier d’un collège", (mission, prepare))))
        return ag

    def apres(self, ag: int) -> int:
        """Minutes, signature, rectification; the second consultation; what the votes decided."""
        d = self.depot
        self.faire(proces_verbal.dresser(d, ag, date(2026, 6, 15)))
        self.faire(proces_verbal.signer(d, ag, 1, date(2026, 6, 16), ("Ada Fictive", "Bob Exemple")))
        self.faire(proces_verbal.rectifier(d, ag, 1, date(2026, 6, 17), "Lire « Salle des Fables »."))
        seconde = self.faire(
            preparation.convoquer_seconde(d, ag, datetime(2026, 7, 10, 18), "Salle des Fables", "la gérance")
        )
        self.faire(registre.mouvementer(d, mouvement(13, "admission", JOUR, assemblee=ag)))
        self.faire(registre.mouvementer(d, mouvement(13, "souscription", date(2026, 6, 20), 2)))
        self.faire(registre.mouvementer(d, mouvement(13, "liberation", date(2026, 6, 22), 2)))
        self.faire(registre.modifier_fiche(d, replace(fiche(5, "Eva", "Fiction-Modèle"), effet=date(2026, 6, 25))))
        self.faire(cooperative.commencer_mandat(d, 1, date(2026, 6, 20), date(2027, 6, 19), ag))
        self.faire(cooperative.finir_mandat(d, 1, date(2026, 6, 30), "démission"))
        self.faire(suites.noter(d, ag, "depot", date(2026, 7, 1), "fait", "récépissé fictif du greffe"))
        nouveaux = (
            texte_fourni("cliss-xxi").replace('poids = "40"', 'poids = "50"').replace('poids = "30"', 'poids = "25"')
        )
        self.faire(cooperative.changer_statuts(d, nouveaux, date(2026, 9, 1)))
        return next(f.assemblee for f in seconde.faits if isinstance(f, Convocation))

    def demander(self) -> int:
        """Members ask for an assembly, and one is prepared that answers them."""
        qui = DemandeAssemblee(0, date(2026, 6, 26), "lettre recommandée", "L’avenir de la salle des Fables", (2, 6))
        self.faire(demandes.demander_assemblee(self.depot, qui, date(2026, 7, 1)))
        notice = Convocation(
            0, "ordinaire_extraordinairement", datetime(2026, 8, 3, 18), "Salle des Fables", True, "", "", 1, None, None,
            "la gérance, à la demande d’associés",
        )  # fmt: skip
        acte = self.faire(preparation.preparer(self.depot, notice, 1))
        return next(f.assemblee for f in acte.faits if isinstance(f, Convocation))

    # --- steps

    def preparer(self, jour: date, **champs: Any) -> int:
        valeurs: dict[str, Any] = {
            "nature": "ordinaire", "lieu": "Salle imaginaire", "par_college": True, "motif_vote": "", "college": "",
            "consultation": 1, "suite_de": None, "exercice": None, "convoquee_par": "la gérance",
        }  # fmt: skip
        acte = self.faire(
            preparation.preparer(self.depot, Convocation(0, heure=heure(18, jour=jour), **{**valeurs, **champs}))
        )
        return next(f.assemblee for f in acte.faits if isinstance(f, Convocation))

    def inscrire(self, ag: int, titre: str, regle: str, objet: str, **champs: Any) -> int:
        valeurs: dict[str, Any] = {"sieges": 0, "concerne": None, "college": "", "origine": None, "hors_ordre": False}
        point = Resolution(0, ag, 0, titre, "L’assemblée approuve.", regle, objet, **{**valeurs, **champs})
        acte = self.faire(preparation.inscrire_resolution(self.depot, point))
        return next(f.resolution for f in acte.faits if isinstance(f, Resolution))

    def arriver(self, ag: int, numero: int, h: int = 18, m: int = 0, jour: date = JOUR) -> Acte:
        representant, piece = ("Zoé Représentante", "pouvoir écrit") if numero in PM else ("", "")
        return seance.emarger(self.depot, Presence(ag, numero, heure(h, m, jour), "arrivee", representant, piece))

    def tenir(self, ag: int, jour: date, presents: tuple[int, ...], president: int = 1) -> None:
        """The list frozen, people in, the sitting open."""
        d = self.depot
        self.faire(preparation.arreter_liste(d, ag, date(2026, 2, 1) if jour == MARS else jour, "la gérance"))
        for numero in presents:
            self.faire(self.arriver(ag, numero, jour=jour))
        bureau = Bureau(ag, heure(18, jour=jour), president, "Bob Exemple", (), "choisie par l’assemblée")
        self.faire(seance.constituer_bureau(d, bureau), seance.ouvrir_seance(d, ag, heure(18, 5, jour)))

    def voter(self, ag: int, point: int, comptage: dict[str, ComptageCorps], jour: date = JOUR, mode: str = "main_levee",
              objet: str = "resolution", h: int = 18, m: int = 30) -> None:  # fmt: skip
        heures = (heure(h, m, jour), heure(h, m, jour), heure(h, m, jour))
        actes = vote.voter(self.depot, ag, point, mode, comptage, heures, None, objet)
        self.faire(*actes)
        assert len(actes) == 3


def raconter(chemin: Path) -> Histoire:
    """The whole story in a file."""
    histoire = Histoire.commencer(chemin)
    histoire.peupler()
    histoire.constituer()
    histoire.college()
    ag = histoire.annuelle()
    histoire.ouvrir(ag)
    histoire.seance(ag)
    histoire.apres(ag)
    histoire.demander()
    histoire.ailleurs()
    return histoire
