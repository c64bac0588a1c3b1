"""The bureau: chair, secretary, scrutateurs, as the first act of the sitting (statuts 21-5; C. com. R223-23)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from scicvote.actes import seance
from scicvote.core.assemblee import Assemblee
from scicvote.core.dossier import Dossier
from scicvote.core.faits import Bureau
from scicvote.core.issue import refus
from scicvote.ui.candidats import presents
from scicvote.ui.dialogs.moment_seance import DialogueSeance, tr
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champ_associe import ChampAssocie
from scicvote.ui.widgets.champs import ChampTexte


def president_propose(dossier: Dossier, ag: Assemblee) -> int | None:
    """Who takes the chair by right among those present: a gérant, or a college's president in its own assembly."""
    if ag.convocation.college:
        president = dossier.presidents(ag.jour).get(ag.convocation.college)
        attendus: tuple[int | None, ...] = (president.associe, president.suppleant) if president else ()
    else:
        attendus = dossier.gerants(ag.jour)
    return next((numero for numero in attendus if numero in ag.assistance.presents), None)


class DialogueBureau(DialogueSeance):
    """Everybody is chosen among those present; the secretary may come from outside."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.president = ChampAssocie(tr("Président de séance"), "president")
        self.motif = ChampTexte(tr("Pourquoi ce président"), "motif_president")
        self.secretaire = ChampTexte(tr("Secrétaire de séance"), "secretaire", tr("Associé ou non"))
        self.scrutateurs = (
            ChampAssocie(tr("Premier scrutateur"), "scrutateurs"),
            ChampAssocie(tr("Second scrutateur"), "scrutateurs_2"),
        )
        super().__init__(
            session,
            "bureau",
            tr("Constituer le bureau"),
            tr("Constituer"),
            (self.president, self.motif, self.secretaire, self.scrutateurs),
            parent=parent,
        )
        la = presents(session.dossier, self.ag)
        for champ in (self.president, *self.scrutateurs):
            champ.proposer(la)
        self._completer([session.dossier.nom(candidat.numero) for candidat in la])
        self._proposer()
        self.prevenir()

    def _completer(self, noms: list[str]) -> None:
        """The names of those present, for a secretary who is one of them."""
        completeur = QCompleter(noms, self.secretaire.ligne)
        completeur.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completeur.setFilterMode(Qt.MatchFlag.MatchContains)
        self.secretaire.ligne.setCompleter(completeur)

    def _proposer(self) -> None:
        """The bureau as it is, else a gérant in the chair; what was typed and not recorded stays."""
        connu = self.ag.bureau
        if connu is not None and not self.president.texte():
            self.president.poser(connu.president)
            self.motif.poser(connu.motif_president)
            self.secretaire.poser(connu.secretaire)
            for champ, numero in zip(self.scrutateurs, connu.scrutateurs, strict=False):
                champ.poser(numero)
        elif not self.president.texte():
            self.president.poser(president_propose(self.session.dossier, self.ag))
        if self.president.valeur() is not None:
            self.secretaire.controle.setFocus()

    def demande(self) -> ActeDemande | None:
        moment, president = self.moment(), self.president.valeur()
        if moment is None or president is None:
            return None
        scrutateurs = tuple(dict.fromkeys(n for c in self.scrutateurs if (n := c.valeur()) is not None))
        motif = "" if self.motif.isHidden() else self.motif.valeur()
        bureau = Bureau(self.numero, moment, president, self.secretaire.valeur(), scrutateurs, motif)
        return lambda depot: seance.constituer_bureau(depot, bureau)

    def prevenir(self) -> None:
        """The reason is asked for where the chair is nobody by right."""
        par_droit = president_propose(self.session.dossier, self.ag)
        choisi = self.president.valeur()
        self.motif.setVisible(choisi is not None and choisi != par_droit and self._a_motiver(choisi))
        super().prevenir()

    def _a_motiver(self, choisi: int) -> bool:
        ag = self.ag
        essai = Bureau(ag.numero, ag.convocation.heure, choisi, "–", (), "")
        issues = self.session.essayer(lambda depot: seance.constituer_bureau(depot, essai)).issues
        return any(issue.code == "PRESIDENT" for issue in issues)

    def executer(self) -> None:
        if self.president.valeur() is None:
            phrase = tr("Choisir qui préside parmi les présents.")
            self.president.montrer_issue(
                refus("PRESIDENT", phrase, self.session.statuts().cite("statuts 21-5"), chemin="president")
            )
            self.president.controle.setFocus()
            return
        super().executer()
