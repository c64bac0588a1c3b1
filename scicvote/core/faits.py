"""What an act leaves behind: facts, only ever added.

Every change of a cooperative's file is one act, and an act writes facts. A fact is a frozen value of plain fields
(text, whole number, date, hour, yes/no, or a tuple of texts or whole numbers): one kind of fact is one table of the
file. Nothing is rewritten: what is wrong is corrected by a later fact, and the present state is what the facts say
together (``dossier``). Persons, assemblies, resolutions, scrutins and proxies are known by whole numbers that
are given once and never used again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from scicvote.core import faits_college
from scicvote.core.fait import Fait as Fait  # noqa: PLC0414 - the kinds of facts are imported from here

# --- the cooperative -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class VersionStatuts(Fait):
    """The statutes in force from ``effet``: the whole TOML text (formats/statuts)."""

    TABLE: ClassVar[str] = "version_statuts"
    effet: date
    texte: str


@dataclass(frozen=True, slots=True)
class Identite(Fait):
    """The cooperative's letterhead, and the highest capital it had reached before this register (euros, exact)."""

    TABLE: ClassVar[str] = "identite"
    effet: date
    siege: str
    rcs: str
    capital_plus_haut: str  # euros, as "10000" or "8080.50": an opening figure given by the user (art. 8)


@dataclass(frozen=True, slots=True)
class EnTete(Fait):
    """What the letterhead shows besides the registered office: where to write and to call, and the logo."""

    TABLE: ClassVar[str] = "entete"
    effet: date
    adresse: str  # where letters go, "" for the registered office
    telephone: str
    courriel: str
    logo: str  # the digest of the picture kept in the file, "" for none


@dataclass(frozen=True, slots=True)
class CapitauxPropres(Fait):
    """The net assets at the end of a financial year, as its accounts show them (statuts 33, C. com. L223-42)."""

    TABLE: ClassVar[str] = "capitaux_propres"
    exercice: int  # the year in which it ends
    montant: str  # euros, exact, as "5200", "2128.20" or "-350"


@dataclass(frozen=True, slots=True)
class RepriseRegistre(Fait):
    """A register of minutes kept on paper until ``jour``: its next number and page go on from here (R221-3)."""

    TABLE: ClassVar[str] = "reprise_registre"
    registre: str  # "" the general one, else a college's
    premier_numero: int
    premiere_page: int
    jour: date


@dataclass(frozen=True, slots=True)
class Mandat(Fait):
    """A manager's mandate, from ``debut`` to ``fin`` (included), born of an assembly or taken over."""

    TABLE: ClassVar[str] = "mandat"
    associe: int
    debut: date
    fin: date
    assemblee: int | None


@dataclass(frozen=True, slots=True)
class FinMandat(Fait):
    """The early end of a mandate: revocation, resignation, death."""

    TABLE: ClassVar[str] = "fin_mandat"
    associe: int
    jour: date
    motif: str


# --- the register ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fiche(Fait):
    """Who an associé is from ``effet`` on. A later one replaces it and leaves it readable."""

    TABLE: ClassVar[str] = "fiche"
    associe: int
    effet: date
    personne: str  # "physique" | "morale"
    nom: str  # family name, or denomination of a legal person
    prenom: str
    civilite: str  # "M.", "Mme" or "" where it is not known
    domicile: str
    courriel: str
    representant: str  # of a legal person: who represents it, as "Prénom Nom"
    qualite_representant: str


@dataclass(frozen=True, slots=True)
class Mouvement(Fait):
    """An entry of the register of movements. What each nature does is in ``registre``."""

    TABLE: ClassVar[str] = "mouvement"
    associe: int
    jour: date
    nature: str  # registre.NatureMouvement
    parts: int  # a number of parts, never negative but in a rectification
    categorie: str  # the category from then on, "" when the movement does not change it
    tiers: int | None  # the other associé of a transfer
    assemblee: int | None
    piece: str


# --- what follows a vote ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SuiteNotee(Fait):
    """What follows a vote and that the file cannot see by itself: done elsewhere, or without object, as somebody says."""

    TABLE: ClassVar[str] = "suite_notee"
    assemblee: int
    cle: str  # suite_vote.SuiteVote.cle
    jour: date
    etat: str  # suite_vote.EtatSuite: "fait" | "sans_objet"
    motif: str  # the document that shows it, or why there is nothing to do


# --- colleges --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EtatColleges(Fait):
    """The colleges are requested or constituted from ``jour`` on (statuts 25-1); before any fact they are dormant."""

    TABLE: ClassVar[str] = "etat_colleges"
    jour: date
    etat: str  # "dormants" | "demandes" | "constitues"
    demandeur: int | None
    assemblee: int | None


@dataclass(frozen=True, slots=True)
class DemandeCollege(Fait):
    """A new college, or another composition of the colleges, is asked for (statuts 25-2)."""

    TABLE: ClassVar[str] = "demande_college"
    recue: date
    demandeurs: tuple[int, ...]  # none: the management proposes it
    mode: str  # how it came, as the notices' ("lettre recommandée"…)
    affiliation: str  # who would belong to it
    hypotheses: tuple[str, ...]  # the shares of the votes that are proposed, as written


@dataclass(frozen=True, slots=True)
class PresidentCollege(Fait):
    """A college's president, and who stands in for them (statuts 25-3)."""

    TABLE: ClassVar[str] = "president_college"
    college: str
    associe: int
    suppleant: int | None
    jour: date


# --- preparing an assembly -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Convocation(Fait):
    """An assembly that is prepared. A later one for the same assembly replaces it, until the notices have left."""

    TABLE: ClassVar[str] = "convocation"
    assemblee: int
    nature: str  # assemblee.Nature
    heure: datetime
    lieu: str
    par_college: bool
    motif_vote: str  # on what ground the vote is by college, or not
    college: str  # the college of a college's assembly, else ""
    consultation: int  # 1 | 2
    suite_de: int | None  # the assembly whose failed resolutions are put again
    exercice: int | None  # the financial year whose accounts are laid
    convoquee_par: str


@dataclass(frozen=True, slots=True)
class DemandeAssemblee(Fait):
    """Members ask that an assembly be called (statuts 24-2, C. com. L223-27)."""

    TABLE: ClassVar[str] = "demande_assemblee"
    demande: int
    recue: date
    mode: str  # how it came, as the notices' ("lettre recommandée"…)
    objet: str  # what they want on the agenda
    demandeurs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AssembleeDemandee(Fait):
    """An assembly is called because members asked for it."""

    TABLE: ClassVar[str] = "assemblee_demandee"
    assemblee: int
    demande: int


@dataclass(frozen=True, slots=True)
class Resolution(Fait):
    """A point of the agenda. A later one of the same number replaces it, until the agenda is locked."""

    TABLE: ClassVar[str] = "resolution"
    resolution: int
    assemblee: int
    numero: int  # place on the agenda; 0 takes it off
    titre: str
    texte: str
    regle: str  # a key of [regles] of the statutes
    objet: str  # resolution.Objet
    sieges: int  # 0 but for an election
    concerne: int | None  # the associé whom it is about (admission, exclusion, agreement)
    college: str  # the college that alone votes, or "*" (rules voted by heads), else ""
    origine: int | None  # the resolution of the first consultation that this one puts again
    hors_ordre: bool  # put in the sitting without being on the agenda (statuts 21-6)


@dataclass(frozen=True, slots=True)
class Affectation(Fait):
    """The figures of an allocation of the result (statuts 29, 30), in euros, exact, as ``14188`` or ``2128.20``."""

    TABLE: ClassVar[str] = "affectation"
    assemblee: int
    resolution: int
    resultat: str
    pertes_anterieures: str  # absorbed first
    subventions: str  # of the result, not distributable
    reserve_legale_avant: str
    dotation_legale: str
    reserve_statutaire_avant: str
    dotation_statutaire: str
    interets: str


@dataclass(frozen=True, slots=True)
class Candidature(Fait):
    """A candidate for an election, with the college that presents them ("" for none)."""

    TABLE: ClassVar[str] = "candidature"
    assemblee: int
    resolution: int
    candidat: int
    presente_par: str


@dataclass(frozen=True, slots=True)
class ListeArretee(Fait):
    """The list of associés is frozen (statuts 21-1) as it stood on ``jour``."""

    TABLE: ClassVar[str] = "liste_arretee"
    assemblee: int
    jour: date
    arretee_par: str


@dataclass(frozen=True, slots=True)
class LigneListe(Fait):
    """One associé of the frozen list: category, college ("" when none takes them), parts and votes.

    Whoever votes in several colleges has a line for each, with the same parts and one vote in each.
    """

    TABLE: ClassVar[str] = "ligne_liste"
    assemblee: int
    associe: int
    categorie: str
    college: str
    parts: int
    voix: int


@dataclass(frozen=True, slots=True)
class Envoi(Fait):
    """Something left for the associés on ``jour``: the notices, or the documents (``pieces``)."""

    TABLE: ClassVar[str] = "envoi"
    assemblee: int
    jour: date
    objet: str  # "convocation" | "documents" | "convocation_speciale"
    mode: str  # "recommandé", "courriel", "remise en main propre"…
    pieces: tuple[str, ...]
    destinataire: int | None  # the person specially convened (statuts 15), else everyone


@dataclass(frozen=True, slots=True)
class QuestionEcrite(Fait):
    """A written question received before the meeting (C. com. L223-26)."""

    TABLE: ClassVar[str] = "question_ecrite"
    question: int
    assemblee: int
    associe: int
    recue: date
    texte: str


@dataclass(frozen=True, slots=True)
class ReponseQuestion(Fait):
    """The answer given in the meeting to a written question."""

    TABLE: ClassVar[str] = "reponse_question"
    question: int
    assemblee: int
    heure: datetime
    texte: str


# --- the sitting -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Presence(Fait):
    """An associé arrives or leaves. A legal person arrives through its representative, with a document."""

    TABLE: ClassVar[str] = "presence"
    assemblee: int
    associe: int
    heure: datetime
    sens: str  # "arrivee" | "depart"
    representant: str  # who signs for a legal person
    piece: str  # the document that says so


@dataclass(frozen=True, slots=True)
class Excuse(Fait):
    """An associé who let it be known that they would not come."""

    TABLE: ClassVar[str] = "excuse"
    assemblee: int
    associe: int


@dataclass(frozen=True, slots=True)
class Pouvoir(Fait):
    """A proxy: ``mandant`` is represented by the associé ``mandataire``, or by their spouse (``conjoint``)."""

    TABLE: ClassVar[str] = "pouvoir"
    pouvoir: int
    assemblee: int
    mandant: int
    mandataire: int | None
    conjoint: str  # the spouse's name when they are not an associé
    lien_conjoint: bool  # the holder is the giver's spouse
    heure: datetime
    decision: str  # what the chair decided where the articles disagree, else ""


@dataclass(frozen=True, slots=True)
class PorteePouvoir(Fait):
    """The only colleges for which a proxy stands, where its giver votes in several; without this fact, for all."""

    TABLE: ClassVar[str] = "portee_pouvoir"
    pouvoir: int
    assemblee: int
    colleges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PouvoirBlanc(Fait):
    """A proxy that named nobody: the statutes gave it to the chair (C. com. L225-106)."""

    TABLE: ClassVar[str] = "pouvoir_blanc"
    pouvoir: int
    assemblee: int


@dataclass(frozen=True, slots=True)
class FinPouvoir(Fait):
    """A proxy taken back by its giver or set aside by the chair."""

    TABLE: ClassVar[str] = "fin_pouvoir"
    pouvoir: int
    assemblee: int
    heure: datetime
    motif: str


@dataclass(frozen=True, slots=True)
class FormulaireVote(Fait):
    """A vote by post received before the meeting (C. com. L225-107); it falls when its giver comes in person."""

    TABLE: ClassVar[str] = "formulaire_vote"
    formulaire: int
    assemblee: int
    associe: int
    recu: date
    decision: str  # what the chair decided where it came late or the statutes do not provide for it, else ""


@dataclass(frozen=True, slots=True)
class ChoixFormulaire(Fait):
    """What a form says on one resolution; where it says nothing, its giver abstains."""

    TABLE: ClassVar[str] = "choix_formulaire"
    formulaire: int
    assemblee: int
    resolution: int
    choix: str  # "pour" | "contre" | "abstention"


@dataclass(frozen=True, slots=True)
class FinFormulaire(Fait):
    """A form set aside: late, or taken back by its giver."""

    TABLE: ClassVar[str] = "fin_formulaire"
    formulaire: int
    assemblee: int
    heure: datetime
    motif: str


@dataclass(frozen=True, slots=True)
class Invite(Fait):
    """Somebody who attends without a vote."""

    TABLE: ClassVar[str] = "invite"
    assemblee: int
    nom: str
    qualite: str


@dataclass(frozen=True, slots=True)
class Bureau(Fait):
    """The officers, constituted as the first act of the sitting (statuts 21-5, C. com. R223-23)."""

    TABLE: ClassVar[str] = "bureau"
    assemblee: int
    heure: datetime
    president: int
    secretaire: str
    scrutateurs: tuple[int, ...]
    motif_president: str  # why somebody else than a gérant takes the chair


@dataclass(frozen=True, slots=True)
class Ouverture(Fait):
    """The sitting is opened."""

    TABLE: ClassVar[str] = "ouverture"
    assemblee: int
    heure: datetime


@dataclass(frozen=True, slots=True)
class Suspension(Fait):
    """The sitting is suspended, or taken up again."""

    TABLE: ClassVar[str] = "suspension"
    assemblee: int
    heure: datetime
    sens: str  # "suspension" | "reprise"
    motif: str


@dataclass(frozen=True, slots=True)
class DocumentDepose(Fait):
    """A document or report laid before the assembly (C. com. R223-24)."""

    TABLE: ClassVar[str] = "document_depose"
    assemblee: int
    titre: str


@dataclass(frozen=True, slots=True)
class Amendement(Fait):
    """A text changed in the sitting; the original is kept and both are printed."""

    TABLE: ClassVar[str] = "amendement"
    assemblee: int
    resolution: int
    heure: datetime
    texte: str
    auteur: str


@dataclass(frozen=True, slots=True)
class RetraitResolution(Fait):
    """A resolution withdrawn before it was put to the vote."""

    TABLE: ClassVar[str] = "retrait_resolution"
    assemblee: int
    resolution: int
    heure: datetime
    motif: str


@dataclass(frozen=True, slots=True)
class Debat(Fait):
    """The summary of the debates on a resolution; a later one replaces it."""

    TABLE: ClassVar[str] = "debat"
    assemblee: int
    resolution: int
    texte: str


@dataclass(frozen=True, slots=True)
class Incident(Fait):
    """Something that the minutes must tell (C. com. R223-24)."""

    TABLE: ClassVar[str] = "incident"
    assemblee: int
    heure: datetime
    texte: str


# --- votes -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Deport(Fait):
    """An associé takes no part in a vote: as the law wants (``convention``: they leave the base) or freely."""

    TABLE: ClassVar[str] = "deport"
    assemblee: int
    resolution: int
    associe: int
    heure: datetime
    motif: str  # "convention" | "libre"


@dataclass(frozen=True, slots=True)
class Scrutin(Fait):
    """A vote that is opened on a resolution: how, which round, and under which rule."""

    TABLE: ClassVar[str] = "scrutin"
    scrutin: int
    assemblee: int
    resolution: int
    regle: str
    objet: str  # "resolution" | "demande_secret"
    mode: str  # "main_levee" | "appel_nominal" | "secret_papier" | "secret_isoloir"
    tour: int
    heure: datetime


@dataclass(frozen=True, slots=True)
class CorpsScrutin(Fait):
    """A body as it stood when a vote was opened ("*" when the vote is by heads)."""

    TABLE: ClassVar[str] = "corps_scrutin"
    assemblee: int
    scrutin: int
    college: str
    inscrits: int
    presents: int  # present, represented or by post
    representes: int  # of them, represented by a proxy
    retires: int  # of them, out of the base for this vote


@dataclass(frozen=True, slots=True)
class CorrespondanceScrutin(Fait):
    """What the forms bring to a body when a vote is opened: they are added to the counts of the room."""

    TABLE: ClassVar[str] = "correspondance_scrutin"
    assemblee: int
    scrutin: int
    college: str
    votants: int  # who wrote: of those present or represented of ``CorpsScrutin``
    pour: int
    contre: int
    abstention: int


@dataclass(frozen=True, slots=True)
class Depouillement(Fait):
    """A vote is closed and counted. A later one for the same scrutin (before the proclamation) replaces it."""

    TABLE: ClassVar[str] = "depouillement"
    assemblee: int
    scrutin: int
    heure: datetime
    contradictoire: bool  # two independent counts that agreed


@dataclass(frozen=True, slots=True)
class Compte(Fait):
    """The counts of one body. For an election ``pour`` and ``contre`` are 0 and ``votants`` is given."""

    TABLE: ClassVar[str] = "compte"
    assemblee: int
    scrutin: int
    college: str
    votants: int
    pour: int
    contre: int
    abstention: int
    blanc: int
    nul: int


@dataclass(frozen=True, slots=True)
class VoixCandidat(Fait):
    """The votes of one candidate in one body."""

    TABLE: ClassVar[str] = "voix_candidat"
    assemblee: int
    scrutin: int
    college: str
    candidat: int
    voix: int


@dataclass(frozen=True, slots=True)
class Proclamation(Fait):
    """The result is declared. ``resultat`` is the public result (formats/calcul) as canonical JSON."""

    TABLE: ClassVar[str] = "proclamation"
    assemblee: int
    scrutin: int
    heure: datetime
    decision: str
    resultat: str


@dataclass(frozen=True, slots=True)
class Urne(Fait):
    """The sealed urn of a secret vote on this computer: ballots are sealed for ``cle_publique`` (hexadecimal)."""

    TABLE: ClassVar[str] = "urne"
    assemblee: int
    scrutin: int
    cle_publique: str


@dataclass(frozen=True, slots=True)
class Electeur(Fait):
    """A vote that a sealed urn expects: whose it is, in which body, and who casts it, as things stood at its opening."""

    TABLE: ClassVar[str] = "electeur"
    assemblee: int
    scrutin: int
    college: str
    associe: int  # on whose behalf the vote counts
    porteur: int | None  # the associé in the room who casts it: themselves or the holder of their proxy
    conjoint: str  # the spouse who casts it and is not an associé, else ""


@dataclass(frozen=True, slots=True)
class EmargementIsoloir(Fait):
    """A vote was cast in a sealed urn on behalf of ``associe``; written with the ballot, which names nobody."""

    TABLE: ClassVar[str] = "emargement_isoloir"
    assemblee: int
    scrutin: int
    college: str  # the body in which it counts
    associe: int
    venu: str  # who came to the desk


@dataclass(frozen=True, slots=True)
class ScrutinNul(Fait):
    """A vote opened by mistake, or whose urn can no longer be opened, counts for nothing; another can be opened instead."""

    TABLE: ClassVar[str] = "scrutin_nul"
    assemblee: int
    scrutin: int
    heure: datetime
    emarges: int  # how many votes had been signed in, 0 where it was not held in an urn
    motif: str


@dataclass(frozen=True, slots=True)
class AccordTotal(Fait):
    """A college agrees that papers and screens give the carried total of a secret vote alone, not its own figures."""

    TABLE: ClassVar[str] = "accord_total"
    assemblee: int
    scrutin: int
    college: str
    heure: datetime


# --- the end ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cloture(Fait):
    """The sitting is closed."""

    TABLE: ClassVar[str] = "cloture"
    assemblee: int
    heure: datetime


@dataclass(frozen=True, slots=True)
class ProcesVerbal(Fait):
    """Minutes entered in a register ("" the general one, else a college's) under a number without a gap."""

    TABLE: ClassVar[str] = "proces_verbal"
    assemblee: int
    registre: str
    numero: int
    jour: date
    rectifie: int | None  # the number of the minutes that these rectify
    texte: str  # of a rectification; "" otherwise


@dataclass(frozen=True, slots=True)
class Signature(Fait):
    """Minutes signed on paper: who signed and when. From here on they never change."""

    TABLE: ClassVar[str] = "signature"
    assemblee: int
    registre: str
    numero: int
    jour: date
    signataires: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PieceConservee(Fait):
    """The PDF of signed minutes, kept in the file and given back byte for byte ever after."""

    TABLE: ClassVar[str] = "piece_conservee"
    assemblee: int
    registre: str
    numero: int
    nom: str  # of the file when it leaves
    taille: int  # bytes
    empreinte: str  # SHA-256 of its bytes, in hexadecimal


@dataclass(frozen=True, slots=True)
class Annulation(Fait):
    """An earlier act is taken back before anything rested on it: its facts no longer count, and stay readable."""

    TABLE: ClassVar[str] = "annulation"
    acte: int
    motif: str


FAITS: tuple[type[Fait], ...] = (
    *(
        valeur
        for valeur in list(globals().values())
        if isinstance(valeur, type) and issubclass(valeur, Fait) and valeur is not Fait
    ),
    *faits_college.FAITS,
)
