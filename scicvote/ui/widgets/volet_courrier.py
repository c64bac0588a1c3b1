"""The votes by post of an assembly, beside the list: whose, received when; never what they say."""

from __future__ import annotations

from scicvote.core.article import citer
from scicvote.core.correspondance import article, echeance, prevue
from scicvote.core.faits import FormulaireVote
from scicvote.core.francais import date_longue
from scicvote.ui.candidats import pastille_colleges
from scicvote.ui.lecture_emargement import LectureEmargement
from scicvote.ui.textes import heure, majuscule
from scicvote.ui.widgets.volets_seance import Volet


class VoletCourrier(Volet):
    """Those that count, then those that fell; where there are none, whether one may vote so."""

    def __init__(self) -> None:
        super().__init__(("formulaire", ""))
        self.boutons["formulaire"].setText(self.tr("Vote par correspondance…"))

    def montrer(self, lecture: LectureEmargement) -> int:
        """How many count."""
        ag, contexte = lecture.ag, lecture.contexte
        chutes = {c.formulaire.formulaire: c for c in ag.assistance.chutes_formulaires}
        lignes = []
        for formulaire in sorted(ag.tous(FormulaireVote), key=lambda f: f.formulaire in chutes):
            codes = pastille_colleges(ag, formulaire.associe)
            nom = f"{contexte.nom(formulaire.associe)} ({codes})" if codes else contexte.nom(formulaire.associe)
            suite = self.tr("Reçu le {}").format(date_longue(formulaire.recu))
            chute = chutes.get(formulaire.formulaire)
            if chute is not None:
                suite = self.tr("Écarté à {}\u00a0: {}").format(heure(chute.heure), chute.motif)
            lignes.append((nom, ", ".join(filter(None, (suite, formulaire.decision if chute is None else "")))))
        self.montrer_lignes(lignes or ((self._rien(lecture), ""),))
        return len(ag.assistance.formulaires)

    def _rien(self, lecture: LectureEmargement) -> str:
        statuts = lecture.contexte.statuts
        source = majuscule(citer((article(statuts),)))
        if not prevue(statuts):
            return self.tr("Les statuts ne prévoient pas de voter par correspondance. {}.").format(source)
        dernier = echeance(statuts, lecture.ag.jour)
        if dernier is None:
            return self.tr("Aucun vote par correspondance n’est reçu. {}.").format(source)
        phrase = self.tr("Aucun vote par correspondance n’est reçu\u00a0; dernier jour le {}. {}.")
        return phrase.format(date_longue(dernier), source)
