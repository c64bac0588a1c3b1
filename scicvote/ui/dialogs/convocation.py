"""Dialogs on an assembly as a whole: change it, note that colleges are asked for, call the second consultation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from PySide6.QtWidgets import QWidget

from scicvote.actes import abandon, preparation, registre
from scicvote.core.article import citer
from scicvote.core.assemblee import Assemblee
from scicvote.core.convocation import dernier_jour_convocation, jour_liste
from scicvote.core.faits import Resolution
from scicvote.ui.dialogs.preparation import DialogueVif, Requis, personnes, tr
from scicvote.ui.session import ActeDemande, Session
from scicvote.ui.textes import jour_semaine
from scicvote.ui.widgets.banniere import Encart
from scicvote.ui.widgets.champ_associe import ChampAssocie
from scicvote.ui.widgets.champs import ChampDate, ChampHeure, ChampTexte
from scicvote.ui.widgets.champs_convocation import ChampsConvocation


class DialogueConvocation(DialogueVif):
    """Nature, date, place and vote of an assembly whose notices have not left."""

    def __init__(self, session: Session, ag: Assemblee, parent: QWidget | None = None) -> None:
        self.ag = ag
        self.champs = ChampsConvocation(session.dossier, session.aujourdhui)
        self.champs.poser(ag.convocation)
        super().__init__(
            session,
            f"preparer/{ag.numero}/convocation",
            tr("Modifier l’assemblée"),
            tr("Enregistrer"),
            self.champs.rangs(),
            parent=parent,
            largeur=680,
        )
        self.champs.suivre()
        self.formulaire.change.connect(self.champs.suivre)
        self.prevenir()

    def requis(self) -> Iterator[Requis]:
        yield from self.champs.requis()

    def lire(self) -> ActeDemande | None:
        fait = self.champs.lire(self.ag.convocation)
        return lambda depot: preparation.modifier_convocation(depot, fait)


class DialogueAbandon(DialogueVif):
    """Give up an assembly whose notices have not left."""

    def __init__(self, session: Session, ag: Assemblee, parent: QWidget | None = None) -> None:
        self.ag = ag
        self.motif = ChampTexte(tr("Pourquoi"), "motif", tr("Reste au journal."))
        super().__init__(
            session,
            f"preparer/{ag.numero}/abandon",
            tr("Abandonner cette assemblée"),
            tr("Abandonner"),
            (self.motif,),
            tr(
                "{}\u00a0: sa date, son ordre du jour et sa liste ne comptent plus. Personne n’a encore été convoqué."
            ).format(ag.titre_court),
            parent,
        )
        self.annuler.setText(tr("Revenir"))

    def requis(self) -> Iterator[Requis]:
        yield self.motif, "TEXTE", tr("Dire pourquoi.")

    def lire(self) -> ActeDemande | None:
        numero, motif = self.ag.numero, self.motif.valeur()
        return lambda depot: abandon.abandonner(depot, numero, motif)


class DialogueDemandeColleges(DialogueVif):
    """An associé asks that the colleges be constituted (statuts 25-1)."""

    def __init__(self, session: Session, ag: Assemblee, parent: QWidget | None = None) -> None:
        self.qui = ChampAssocie(tr("Demandés par"), "demandeur", personnes(session.dossier, ag))
        self.jour = ChampDate(tr("Le"), "jour", session.aujourdhui)
        self.jour.poser(session.aujourdhui)
        super().__init__(
            session,
            f"preparer/{ag.numero}/colleges",
            tr("Demande de constitution des collèges"),
            tr("Noter la demande"),
            (self.qui, self.jour),
            tr("La gérance prépare alors un projet et convoque une assemblée extraordinaire."),
            parent,
        )

    def requis(self) -> Iterator[Requis]:
        yield self.qui, "DEMANDEUR", tr("Choisir qui le demande.")
        yield self.jour, "DATE", tr("Indiquer le jour de la demande.")

    def lire(self) -> ActeDemande | None:
        qui, jour = self.qui.valeur(), self.jour.valeur()
        return (lambda depot: registre.demander_colleges(depot, jour, qui)) if qui and jour else None


class DialogueSeconde(DialogueVif):
    """Another assembly, with what failed at the first; the dates it must respect follow the day that is typed."""

    def __init__(self, session: Session, premiere: Assemblee, parent: QWidget | None = None) -> None:
        self.premiere = premiere
        convocation = premiere.convocation
        self.jour = ChampDate(tr("Date"), "jour", session.aujourdhui)
        self.heure = ChampHeure(tr("Heure"), "heure")
        self.lieu = ChampTexte(tr("Lieu"), "lieu")
        self.par = ChampTexte(tr("Convoquée par"), "convoquee_par")
        self.heure.poser(convocation.heure.time())
        self.lieu.poser(convocation.lieu)
        self.par.poser(convocation.convoquee_par)
        self.remises = Encart("accent", "refresh-cw", tr("Résolutions remises aux voix"), "")
        self.dates = Encart("discret", "calendar", tr("Dates à respecter"), "")
        super().__init__(
            session,
            f"preparer/{premiere.numero}/seconde",
            tr("Convoquer la seconde consultation"),
            tr("Préparer la seconde consultation"),
            ((self.jour, self.heure), self.lieu, self.par),
            tr(
                "Suite de l’{}. C’est une autre assemblée\u00a0: les seules résolutions qui ont échoué y sont remises "
                "aux voix, à la majorité des votes émis."
            ).format(premiere.titre_court),
            parent,
        )
        self.corps.insertWidget(1, self.remises)
        self.corps.insertWidget(self.corps.indexOf(self.avertis), self.dates)
        self.prevenir()

    def requis(self) -> Iterator[Requis]:
        yield self.jour, "DATE", tr("Indiquer le jour de la seconde consultation.")
        yield self.heure, "HEURE", tr("Indiquer l’heure.")

    def lire(self) -> ActeDemande | None:
        jour, heure, lieu, par = self.jour.valeur(), self.heure.valeur(), self.lieu.valeur(), self.par.valeur()
        if jour is None or heure is None:
            return None
        moment, numero = datetime.combine(jour, heure), self.premiere.numero
        return lambda depot: preparation.convoquer_seconde(depot, numero, moment, lieu, par)

    def prevenir(self) -> None:
        self._dire_remises()
        self._dire_dates()
        super().prevenir()

    def _dire_remises(self) -> None:
        """What would be put again, as the act itself says it."""
        convocation = self.premiere.convocation
        plus_tard = max(self.session.maintenant, convocation.heure) + timedelta(days=30)
        numero, lieu = self.premiere.numero, convocation.lieu
        essai = self.session.essayer(
            lambda depot: preparation.convoquer_seconde(depot, numero, plus_tard, lieu, convocation.convoquee_par)
        )
        titres = [f"{f.numero}. {f.titre}" for f in essai.faits if isinstance(f, Resolution)]
        self.remises.dire("\n".join(titres) or tr("Aucune résolution n’appelle de seconde consultation."))

    def _dire_dates(self) -> None:
        jour = self.jour.valeur()
        statuts = self.session.dossier.statuts_au(jour or self.session.aujourdhui)
        if jour is None:
            delai = statuts.delais.convocation_jours
            self.dates.dire(tr("Un autre jour que la première, et au moins {}\u00a0jours après l’envoi.").format(delai))
            return
        article = citer((statuts.article("delais.convocation_jours", defaut="C. com. R223-20"),))
        lignes = [
            tr("Convocations recommandées\u00a0: envoyées au plus tard le {} ({})").format(
                jour_semaine(dernier_jour_convocation(statuts, jour)), article
            )
        ]
        if (liste := jour_liste(statuts, jour)) is not None:
            article = citer((statuts.article("delais.arrete_liste_jours"),))
            lignes.insert(0, tr("Liste des associés arrêtée le {} ({})").format(jour_semaine(liste), article))
        self.dates.dire("\n".join(lignes))
