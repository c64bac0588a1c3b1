"""The guided form: the company itself, and its delays."""

from __future__ import annotations

from datetime import date
from typing import Any

from scicvote.core.statuts import FORMES
from scicvote.exchange.ebauche_statuts import cle_de, cloture_lisible, cloture_saisie
from scicvote.ui.creation import Projet
from scicvote.ui.pages.creation_etape import EtapeFormulaire, valeur_exacte
from scicvote.ui.widgets.carte import Carte
from scicvote.ui.widgets.champs import AnyChamp, ChampCase, ChampChoix, ChampDate, ChampNombre, ChampTexte
from scicvote.ui.widgets.formulaire import Formulaire


class EtapeSociete(EtapeFormulaire):
    """Name, form, date, capital, closing."""

    cle = "societe"

    def __init__(self, projet: Projet, aujourdhui: date) -> None:
        super().__init__(projet)
        self.mot = self.tr("La société")
        nom = self.lier(ChampTexte(self.tr("Dénomination"), "denomination"))
        court = self.lier(
            ChampTexte(
                self.tr("Nom court"), "cle", self.tr("Minuscules, chiffres et tirets\u00a0; suit la dénomination.")
            )
        )
        forme = self.lier(
            ChampChoix(self.tr("Forme"), "forme", [(une, self.tr("SCIC {}").format(une)) for une in FORMES])
        )
        jour = self.lier(ChampDate(self.tr("Statuts en vigueur depuis"), "date", aujourdhui))
        part = self.lier(ChampTexte(self.tr("Valeur d’une part, en euros"), "capital.valeur_part"), valeur_exacte)
        minimum = self.lier(ChampTexte(self.tr("Capital minimum, en euros"), "capital.minimum"), valeur_exacte)
        cloture = self.lier(
            ChampTexte(self.tr("Clôture de l’exercice (jour/mois)"), "exercice.cloture"),
            lambda champ: cloture_saisie(champ.texte()) or None,
            lambda: cloture_lisible(str(self.ebauche.lire("exercice.cloture", ""))),
        )
        maximum = self.lier(
            ChampNombre(
                self.tr("Associés au plus"), "societariat.maximum_associes", self.tr("Vide\u00a0: sans maximum.")
            )
        )
        carte = Carte(self.tr("La société"), marges=True)
        carte.ajouter(Formulaire(nom, [forme, jour], [part, minimum], [cloture, maximum], court))
        self.gauche.addWidget(carte)

    def ecrire(self, chemin: str, valeur: Any) -> None:
        if chemin == "forme":
            self.ebauche.changer_forme(valeur)
            return
        suit = self.ebauche.lire("cle", "") == cle_de(self.ebauche.lire("denomination", ""))
        super().ecrire(chemin, valeur)
        if chemin == "denomination" and suit:
            self.ebauche.poser("cle", cle_de(valeur or "") or None)
            self.champ("cle").poser_texte(self.ebauche.lire("cle", ""))


class EtapeDelais(EtapeFormulaire):
    """Delays, proxies, and the length of a mandate."""

    cle = "delais"

    def __init__(self, projet: Projet) -> None:
        super().__init__(projet)
        self.mot = self.tr("Délais")
        convocation = self._jours("convocation_jours", self.tr("Convocation, jours avant l’assemblée"))
        liste = self._jours("arrete_liste_jours", self.tr("Liste arrêtée, jours avant"))
        documents = self._jours("documents_jours", self.tr("Documents envoyés, jours avant"))
        demande = self._jours("documents_sur_demande_jours", self.tr("Documents sur demande, jours avant"))
        annuelle = self._jours("ag_annuelle_mois", self.tr("Assemblée annuelle, mois après la clôture"))
        mandat = self._jours("mandat_gerance_annees", self.tr("Durée d’un mandat, en années"))
        voix = self.lier(
            ChampTexte(
                self.tr("Droits de vote pour demander une assemblée"),
                "delais.demande_ag_voix",
                self.tr("1/10 ou 10\u00a0%"),
            ),
            valeur_exacte,
        )
        carte = Carte(self.tr("Délais"), marges=True)
        carte.ajouter(Formulaire([convocation, liste], [documents, demande], [annuelle, mandat], voix))
        self.gauche.addWidget(carte)
        conjoint = self.lier(ChampCase(self.tr("Le conjoint peut recevoir un pouvoir"), "pouvoirs.conjoint"))
        meme = self.lier(
            ChampCase(self.tr("Quand on vote par collège, le mandataire est du même collège"), "pouvoirs.meme_college")
        )
        maximum = self.lier(
            ChampNombre(
                self.tr("Pouvoirs au plus, par personne"), "pouvoirs.maximum", self.tr("Vide\u00a0: sans maximum.")
            )
        )
        pouvoirs = Carte(self.tr("Pouvoirs"), marges=True)
        pouvoirs.ajouter(Formulaire(conjoint, meme, maximum))
        self.gauche.addWidget(pouvoirs)

    def _jours(self, cle: str, libelle: str) -> AnyChamp:
        return self.lier(ChampNombre(libelle, f"delais.{cle}"))
