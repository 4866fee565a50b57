import { ecrire, ecrireCompte } from '../../nombres';
import type { CommuneDressee, ControleBilan } from '../../tableau';
import { totalDuBilan } from '../natures/bilan';
import { comparaison, type Comparee } from './comparer';
import { effectifs, enColonne, type Groupes, type Serie } from './modele';
import type { Dessins } from './repartir';

const ISSUES: readonly Serie[] = [
  { nom: 'objectif quantitatif atteint', motif: 'vide' },
  { nom: 'objectif quantitatif non atteint', motif: 'plein' },
  { nom: 'indéterminé', motif: 'croix' },
  { nom: 'sans objectif', motif: 'points' },
];
const [ATTEINT, NON_ATTEINT, INDETERMINE, SANS_OBJET] = [0, 1, 2, 3] as const;

/** Ce qui est réalisé contre ce qui devait l'être. */
export function dessinsDuBilan({ communes }: ControleBilan): Dessins<CommuneDressee> {
  return {
    communes,
    parGroupe: (groupes) => [
      effectifs(`Objectif atteint ou non, par ${groupes.colonne}`, groupes, ISSUES, issueDe),
      ...realisesParGroupe(groupes),
    ],
    parCommune: realisesParCommune,
  };
}

/** Ce que la dresse affirme, et elle seule : elle peut douter. */
const issueDe = ({ sansObjet, atteint }: CommuneDressee): number =>
  sansObjet ? SANS_OBJET : atteint === null ? INDETERMINE : atteint ? ATTEINT : NON_ATTEINT;

interface Realisation {
  readonly nom: string;
  readonly objectif: number | null;
  readonly faits: number | null;
  readonly manquent: number | null;
}

function realisesParCommune(communes: readonly CommuneDressee[]) {
  const jugees = communes.filter(({ sansObjet }) => !sansObjet);
  const sans = communes.length - jugees.length;
  const realisations = jugees.map((c) => {
    const { ligne, objectif, realises: faits } = c;
    return { nom: ligne.nom, objectif, faits, manquent: c.bilan ? c.manquent : null, serie: issueDe(c) };
  });
  return comparaison({
    titre: 'Logements réalisés contre objectif',
    entetes: ['Commune', ...ENTETES, 'Issue'],
    ...DIT,
    series: ISSUES,
    remarques: sans > 0 ? [`${ecrireCompte(sans, 'commune')} sans objectif à atteindre, hors du graphique.`] : [],
    comparees: [...realisations].sort(parManque).map((r) => {
      const { nom, rangee, ecrits } = comparee(r, r.serie);
      const doute = r.serie === INDETERMINE ? ' (indéterminé)' : '';
      return {
        nom,
        rangee: rangee && { ...rangee, mention: `${rangee.mention}${doute}` },
        ecrits: [...ecrits, ISSUES[r.serie]!.nom],
      };
    }),
  });
}

const SOMMES: readonly Serie[] = [{ nom: 'logements réalisés', motif: 'hachures' }];

function realisesParGroupe({ colonne, groupes }: Groupes<CommuneDressee>) {
  const realisations = groupes.flatMap(({ nom, membres }) => {
    if (membres.every(({ sansObjet }) => sansObjet)) return [];
    const { objectif, realises: faits } = totalDuBilan(membres);
    return [{ nom, objectif, faits, manquent: objectif === null || faits === null ? null : objectif - faits }];
  });
  return comparaison({
    titre: `Logements réalisés contre objectif, par ${colonne}`,
    entetes: [enColonne(colonne), ...ENTETES],
    ...DIT,
    series: SOMMES,
    remarques: ['Des sommes : la loi juge chaque commune, non l’ensemble.'],
    comparees: [...realisations].sort(parManque).map((r) => comparee(r, 0)),
  });
}

const ENTETES = ['Réalisés', 'Objectif', 'Manquent'] as const;
const DIT = {
  description:
    'Une barre de logements réalisés par ligne, de ce qui manque le plus à ce qui manque le moins ; un trait marque l’objectif.',
  repere: 'objectif',
  absence: 'objectif ou réalisés inconnus',
} as const;

const parManque = (a: Realisation, b: Realisation): number =>
  (b.manquent ?? -Infinity) - (a.manquent ?? -Infinity) || 0;

function comparee({ nom, objectif, faits, manquent }: Realisation, serie: number): Comparee {
  const ecrit = (n: number | null) => (n === null ? '?' : ecrire(n));
  return {
    nom,
    rangee:
      objectif === null || faits === null
        ? null
        : { valeur: faits, repere: objectif, serie, mention: `${ecrire(faits)} sur ${ecrire(objectif)}` },
    ecrits: [ecrit(faits), ecrit(objectif), manquent === null ? '?' : ecrire(Math.max(0, manquent))],
  };
}
