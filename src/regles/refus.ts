import { accorder, ecrire, type Logements, type Points } from '../nombres';
import type { Droit, Rang } from '../droit';

/** Pourquoi une règle ne rend pas de nombre : une valeur étiquetée, avec ses chiffres ; la phrase s'écrit dans `phraseDuRefus`. */
export type Refus =
  | { readonly refus: 'VALEUR'; readonly grandeur: string; readonly recu: string; readonly attendu: string }
  | { readonly refus: 'REGLE_INCONNUE'; readonly question: string; readonly droit: string; readonly remede: string }
  | { readonly refus: 'ENTRANTE'; readonly rang: Rang }
  | {
      readonly refus: 'PALIER_INDETERMINE';
      readonly bas: Points;
      readonly haut: Points;
      readonly paliers: readonly string[];
      readonly commune?: string;
    }
  | {
      readonly refus: 'TAUX_CONTRADICTOIRE';
      /** La borne du taux qui contredit les manquants : la plus basse s'il en manque, la plus haute sinon. */
      readonly borne: Points;
      readonly cible: number;
      readonly manquants: Logements;
    };

export function estRefus(resultat: object): resultat is Refus {
  return 'refus' in resultat;
}

export const regleInconnue = (question: string, droit: Droit, remede = ''): Refus => ({
  refus: 'REGLE_INCONNUE',
  question,
  droit: droit.libelle,
  remede,
});

export function phraseDuRefus(r: Refus): string {
  switch (r.refus) {
    case 'VALEUR':
      return `${r.grandeur} : reçu ${r.recu}, attendu ${r.attendu}.`;
    case 'REGLE_INCONNUE':
      return `${r.question} : aucune règle connue pour la ${r.droit}.${r.remede && ` ${r.remede}.`}`;
    case 'ENTRANTE':
      return `Commune entrante (rang ${r.rang}) : son objectif ne peut pas être abaissé avant la troisième période triennale pleine (L. 302-8, VIII).`;
    case 'PALIER_INDETERMINE':
      return `${r.commune ? `${r.commune} : le` : 'Le'} taux n’est connu qu’à son arrondi près, de ${ecrire(r.bas, 4)} à ${ecrire(r.haut, 4)} % : l’écart au taux cible peut relever de « ${r.paliers.join(' » ou « ')} ». Donner les résidences principales et les logements sociaux, ou un taux plus précis.`;
    case 'TAUX_CONTRADICTOIRE':
      return `Un taux d’au ${r.manquants.numerateur ? 'moins' : 'plus'} ${ecrire(r.borne, 4)} % ${r.manquants.numerateur ? 'atteint' : 'n’atteint pas'} la cible de ${r.cible} %, mais ${r.manquants.numerateur ? `${ecrire(r.manquants, 4)} ${accorder(r.manquants, 'logement manque', 'logements manquent')}` : 'aucun logement ne manque'} : l’un des deux est faux (un taux de 1 ou moins est lu comme un rapport : 0,146 vaut 14,6 %).`;
  }
}
