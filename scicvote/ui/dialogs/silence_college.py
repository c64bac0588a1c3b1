"""What is recorded of a college that is awaited: nobody voted in it, or it votes in the room after all."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from scicvote.actes.export_college import renoncer
from scicvote.actes.retour_college import certifier_silence
from scicvote.core.assemblee import Assemblee
from scicvote.core.faits_college import ExportCollege
from scicvote.core.paquet_college import membres_du_college
from scicvote.ui.dialogs.dialogue import DialogueActe
from scicvote.ui.heures import heure_par_defaut
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.widgets.champ_associe import Candidat, ChampAssocie
from scicvote.ui.widgets.champs import ChampLong
from scicvote.ui.widgets.formulaire import Formulaire


def _tr(contenu: str) -> str:
    return QCoreApplication.translate("silence_college", contenu)


class DialogueSilence(DialogueActe):
    """Its president, or two of its members, certify that nobody voted."""

    def __init__(self, session: Session, ag: Assemblee, export: ExportCollege, parent: QWidget | None = None) -> None:
        self._ag, self._export = ag, export
        membres = tuple(
            Candidat(f.associe, f"{f.nom} {f.prenom}".strip(), str(f.associe), export.college)
            for f, _ in membres_du_college(session.dossier, ag, export.college)
        )
        self.premier = ChampAssocie(_tr("Attesté par"), "certifie_par", membres)
        self.second = ChampAssocie(_tr("Et par (sauf si c’est son président)"), "second", membres)
        self.texte = ChampLong(_tr("Ce qui est attesté"), "texte", lignes=3)
        prefixe = f"silence/{ag.numero}/{export.college}/{export.numero}"
        formulaire = Formulaire(self.premier, self.second, self.texte, brouillons=session.brouillons, prefixe=prefixe)
        explication = _tr(
            "Un retour attendu n’est pas un silence. Le collège n’est silencieux que si son président, ou deux de ses membres, attestent "
            "que personne n’y a voté\u00a0; le procès-verbal le dit."
        )
        titre = _tr("Attester le silence du collège {}").format(export.college)
        super().__init__(session, titre, formulaire, self._attester, _tr("Enregistrer"), parent, explication)

    def _attester(self) -> ActeDemande | None:
        qui = tuple(n for n in (self.premier.valeur(), self.second.valeur()) if n is not None)
        ag, export, texte = self._ag, self._export, self.texte.valeur()
        moment = heure_par_defaut(ag, self.session.maintenant)
        return lambda depot: certifier_silence(depot, ag.numero, export.college, export.numero, qui, moment, texte)


class DialogueRenoncer(DialogueActe):
    """The college votes in the room; its return would be refused."""

    def __init__(self, session: Session, ag: Assemblee, export: ExportCollege, parent: QWidget | None = None) -> None:
        self._ag, self._export = ag, export
        self.motif = ChampLong(_tr("Pourquoi"), "motif", lignes=2)
        explication = _tr(
            "Le collège émarge et vote dans la salle. Un retour de ce paquet sera refusé\u00a0: rien n’est compté deux fois."
        )
        titre = _tr("Faire voter le collège {} dans la salle").format(export.college)
        formulaire = Formulaire(self.motif)
        super().__init__(session, titre, formulaire, self._renoncer, _tr("Abandonner le paquet"), parent, explication)

    def _renoncer(self) -> ActeDemande | None:
        ag, export, motif = self._ag, self._export, self.motif.valeur()
        moment = heure_par_defaut(ag, self.session.maintenant)
        return lambda depot: renoncer(depot, ag.numero, export.college, export.numero, moment, motif)
