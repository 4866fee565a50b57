import { ecrire, type Fraction } from '../nombres';
import type { Rang } from '../droit';

/** Pourquoi une règle ne rend pas de nombre : une valeur étiquetée, avec ses chiffres ; la phrase s'écrit dans `phraseDuRefus`. */
export type Refus =
  | { readonly refus: 'VALEUR'; readonly grandeur: string; readonly recu: string; readonly attendu: string }
  | { readonly refus: 'REGLE_INCONNUE'; readonly question: string; readonly droit: string }
  | { readonly refus: 'ENTRANTE'; readonly rang: Rang }
  | {
      readonly refus: 'PALIER_INDETERMINE';
      readonly bas: Fraction;
      readonly haut: Fraction;
      readonly paliers: readonly string[];
    }
  | {
      readonly refus: 'TAUX_CONTRADICTOIRE';
      readonly bas: Fraction;
      readonly cible: number;
      readonly manquants: Fraction;
    };

export function estRefus(resultat: object): resultat is Refus {
  return 'refus' in resultat;
}

export function phraseDuRefus(r: Refus): string {
  switch (r.refus) {
    case 'VALEUR':
      return `${r.grandeur} : reçu ${r.recu}, attendu ${r.attendu}.`;
    case 'REGLE_INCONNUE':
      return `${r.question} : aucune règle connue pour la ${r.droit}.`;
    case 'ENTRANTE':
      return `Commune entrante (rang ${r.rang}) : son objectif ne peut pas être abaissé avant la troisième période triennale pleine (L. 302-8, VIII).`;
    case 'PALIER_INDETERMINE':
      return `Le taux n’est connu qu’à son arrondi près, de ${ecrire(r.bas, 4)} à ${ecrire(r.haut, 4)} % : l’écart au taux cible peut relever de « ${r.paliers.join(' » ou « ')} ». Donner les résidences principales et les logements sociaux, ou un taux plus précis.`;
    case 'TAUX_CONTRADICTOIRE':
      return `Un taux d’au moins ${ecrire(r.bas, 4)} % atteint la cible de ${r.cible} %, mais ${ecrire(r.manquants, 4)} logements manquent : l’un des deux est faux (un taux de 1 ou moins est lu comme un rapport : 0,146 vaut 14,6 %).`;
  }
}
