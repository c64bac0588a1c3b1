"""What else one looks at while people come in: the bureau, who attends without a vote, what changed in the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from scicvote.core.exact import accord
from scicvote.core.faits import Excuse, Invite
from scicvote.core.feuille_presence import qualite_president
from scicvote.core.francais import capitale, date_longue
from scicvote.core.liste import changements
from scicvote.core.registre import LIBELLES
from scicvote.ui.lecture_emargement import LectureEmargement
from scicvote.ui.textes import heure, majuscule
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.carte_onglets import Contenu, colonne
from scicvote.ui.widgets.icone import Bouton
from scicvote.ui.widgets.mise_en_page import rangee, vider
from scicvote.ui.widgets.texte import paragraphe

Ligne = tuple[str, str]  # who, and below it what is said of them


class Volet(Contenu):
    """Lines of two texts, made again only when they are others, and buttons below."""

    demande = Signal(str)

    def __init__(self, *boutons: tuple[str, str]) -> None:
        super().__init__()
        self.lignes: tuple[Ligne, ...] | None = None
        self._boite = QVBoxLayout()
        self._boite.setSpacing(2)
        boite = colonne(self)
        boite.addLayout(self._boite)
        boite.addSpacing(16)
        self.boutons = {cle: Bouton(mot, "petit") for cle, mot in boutons}
        for cle, bouton in self.boutons.items():
            bouton.clicked.connect(lambda _coche=False, quoi=cle: self.demande.emit(quoi))
        boite.addLayout(rangee(*self.boutons.values(), None, espace=12))
        boite.addStretch(1)

    def fermer(self, close: bool) -> None:
        """Nothing more is done here once the sitting is closed."""
        for bouton in self.boutons.values():
            bouton.setVisible(not close)

    def montrer_lignes(self, lignes: Sequence[Ligne]) -> bool:
        """Show other lines; False when they are the same."""
        if tuple(lignes) == self.lignes:
            return False
        self.lignes = tuple(lignes)
        vider(self._boite)
        for rang, (qui, quoi) in enumerate(lignes):
            if rang:
                self._boite.addSpacing(10)
            self._boite.addWidget(paragraphe(qui, "fort") if quoi else paragraphe(qui, couleur="discret"))
            if quoi:
                self._boite.addWidget(paragraphe(quoi, couleur="discret"))
        self.updateGeometry()
        return True


class VoletBureau(Volet):
    """The officers, or how they are chosen."""

    def __init__(self) -> None:
        super().__init__(("bureau", ""))

    def montrer(self, lecture: LectureEmargement) -> None:
        bureau, contexte = lecture.ag.bureau, lecture.contexte
        mot = self.tr("Changer le bureau…") if bureau else self.tr("Constituer le bureau…")
        self.boutons["bureau"].setText(mot)
        if bureau is None:
            articles = majuscule(contexte.loi("statuts 21-5", "C. com. R223-23"))
            phrase = self.tr(
                "Le bureau se constitue avant tout autre acte\u00a0: un gérant préside, ou une autre personne présente, "
                "en disant pourquoi. {}."
            ).format(articles)
            self.montrer_lignes(((phrase, ""),))
            return
        president = capitale(qualite_president(contexte, bureau.president))
        suite = [(contexte.nom(bureau.president), ", ".join(filter(None, (president, bureau.motif_president))))]
        suite.append((bureau.secretaire, self.tr("Secrétaire de séance")))
        for scrutateur in bureau.scrutateurs:
            mot = contexte.accorder(scrutateur, self.tr("Scrutateur"), self.tr("Scrutatrice"))
            suite.append((contexte.nom(scrutateur), mot))
        suite.append((self.tr("Constitué à {}").format(heure(bureau.heure)), ""))
        self.montrer_lignes(suite)


class VoletInvites(Volet):
    """Those who attend without a vote, then those who are excused."""

    def __init__(self) -> None:
        super().__init__(("invite", ""), ("excuse", ""))
        self.boutons["invite"].setText(self.tr("Inviter sans voix…"))
        self.boutons["excuse"].setText(self.tr("Excuser…"))

    def montrer(self, lecture: LectureEmargement) -> int:
        """How many there are."""
        ag, contexte = lecture.ag, lecture.contexte
        invites = [(i.nom, i.qualite or self.tr("Assiste sans voix")) for i in ag.tous(Invite)]
        excuses = dict.fromkeys(e.associe for e in ag.tous(Excuse))
        lignes = [
            *invites,
            *((contexte.nom(n), contexte.accorder(n, self.tr("Excusé"), self.tr("Excusée"))) for n in excuses),
        ]
        self.montrer_lignes(lignes or ((self.tr("Personne n’assiste sans voix, personne n’est excusé."), ""),))
        return len(lignes)


class VoletListe(Volet):
    """The frozen list, and what changed since: who left has no vote, who came since has none either."""

    def montrer(self, lecture: LectureEmargement) -> int:
        """How many things changed."""
        ag, contexte = lecture.ag, lecture.contexte
        arretee = ag.liste_arretee
        if arretee is None:
            return 0
        tete = self.tr("Liste arrêtée au {}\u00a0: {}, {} aujourd’hui.").format(
            date_longue(arretee.jour), accord(len(ag.liste), "associé"), accord(len(contexte.inscrits), "inscrit")
        )
        changes = changements(lecture.dossier, ag)
        phrases = []
        for change in changes:
            nom, jour = contexte.nom(change.associe), date_longue(change.jour)
            if change.nature == "parti":
                motif = LIBELLES.get(change.motif, change.motif).lower()
                phrase = self.tr(
                    "a perdu la qualité d’associé le {} ({})\u00a0: ne vote pas, n’est plus parmi les inscrits."
                )
                phrases.append((nom, phrase.format(jour, motif)))
            else:
                phrase = self.tr(
                    "associé depuis le {}, après l’arrêté\u00a0: ne vote pas à cette assemblée, peut être invité."
                )
                phrases.append((nom, phrase.format(jour)))
        rien = () if changes else ((self.tr("Rien n’a changé depuis."), ""),)
        if self.montrer_lignes(((tete, ""), *phrases, *rien)) and changes:
            self._boite.addSpacing(10)
            articles = majuscule(lecture.contexte.loi("statuts 12", "statuts 14", "statuts 21-1"))
            self._boite.addWidget(Encart("alerte", "triangle-alert", self.tr("La liste arrêtée fait foi."), articles))
        return len(changes)
