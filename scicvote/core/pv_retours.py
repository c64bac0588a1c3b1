"""The colleges that voted on another computer, in the minutes: where, when, how their votes came (C. com. R223-24)."""

from __future__ import annotations

from collections.abc import Iterator

from scicvote.core.article import regle
from scicvote.core.contexte_papier import Contexte
from scicvote.core.exact import INSECABLE
from scicvote.core.francais import date_longue, enumerer, heure_fr, rangs
from scicvote.core.papier import Bloc, paragraphe
from scicvote.core.retours import Suivi, points_de, suivis


@regle("statuts", "22", "24-4")
@regle("C. com.", "R223-24")
def retours_de_colleges(contexte: Contexte) -> Iterator[Bloc]:
    """One paragraph for each college that did not vote in the room; nothing where all did."""
    for suivi in suivis(contexte.ag):
        yield paragraphe(f"{_reunion(contexte, suivi)} {_reponse(contexte, suivi)}")


def _reunion(contexte: Contexte, suivi: Suivi) -> str:
    export = suivi.export
    quand = f"le {date_longue(export.reunion.date())}" if export.reunion.date() != contexte.ag.jour else "le même jour"
    point = contexte.ag.resolution_par_numero
    numeros = sorted(point[r].numero for r, _ in points_de(export) if r in point)
    mot = "la résolution" if len(numeros) == 1 else "les résolutions"
    article = contexte.loi("statuts 24-4")
    return f"Le collège {export.college} se réunit de son côté, {quand}, et y vote {mot} {rangs(numeros)} ({article})."


def _reponse(contexte: Contexte, suivi: Suivi) -> str:
    if suivi.retour is not None:
        quand = heure_fr(suivi.retour.heure)
        if suivi.retour.origine == "papier":
            return (
                f"Son retour est saisi à {quand} d’après le papier signé du collège, par deux saisies qui concordent."
            )
        return (
            f"Son retour n°{INSECABLE}{suivi.retour.numero} est reçu à {quand}, sous l’empreinte SHA-256 {suivi.retour.empreinte}, qui "
            "montre un changement et n’est pas une signature."
        )
    if suivi.silence is not None:
        qui = enumerer([contexte.civil(n) for n in suivi.silence.certifie_par])
        texte = f"{INSECABLE}: {suivi.silence.texte.rstrip('.')}" if suivi.silence.texte else ""
        return f"Il est attesté par {qui}, à {heure_fr(suivi.silence.heure)}, que personne n’y a voté{texte}."
    return "Son retour est attendu."
