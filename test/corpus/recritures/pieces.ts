import type { Feuille, Valeur } from '../../outils/lecture';
import type { Champ } from '../bases';
import { ambigue, surFeuilles, type Recriture } from './recriture';

const apres = (feuilles: readonly Feuille[], autre: Feuille): Feuille[] => [...feuilles, autre];
const avant = (feuilles: readonly Feuille[], autre: Feuille): Feuille[] => [autre, ...feuilles];

const feuille = (nom: string, cellules: readonly (readonly Valeur[])[]): Feuille => ({ nom, cellules });
const NOTICE = feuille('Lisez-moi', [
  ['Mode d’emploi'],
  ['Remplir les colonnes jaunes ; ne pas modifier les formules.'],
  ['Contact : service habitat'],
]);
const POPULATION = feuille('Population', [
  ['Code INSEE', 'Commune', 'Population 2021', 'Population 2022', 'Population 2023'],
  ['86041', 'Buxerolles', 10180, 10210, 10253],
  ['86214', 'Saint-Benoît', 7250, 7290, 7306],
  ['86297', 'Vouneuil-sous-Biard', 6190, 6220, 6245],
]);
const ECOLES: readonly (readonly Valeur[])[] = [
  ['Commune', 'Écoles', 'Classes', 'Effectifs'],
  ['Buxerolles', 4, 31, 720],
  ['Saint-Benoît', 3, 22, 511],
];
const LISTES = feuille('Listes', [
  ['oui', '2023-2025'],
  ['non', '2026-2028'],
  ['sans objet', ''],
]);

/** Une vieille version fautive, que l'agent ne voit pas. */
const masquee = (feuilles: readonly Feuille[]): Feuille => ({
  nom: 'old',
  masquee: true,
  cellules: (feuilles[0]?.cellules ?? []).map((ligne) =>
    ligne.map((v) => (typeof v === 'number' && v > 5 ? v - 5 : v)),
  ),
});

const decaler = ({ cellules, fusions = [], ...reste }: Feuille, lignes: number, colonnes: number): Feuille => ({
  ...reste,
  cellules: [
    ...Array.from({ length: lignes }, () => []),
    ...cellules.map((ligne) => [...Array.from({ length: colonnes }, () => ''), ...ligne]),
  ],
  fusions: fusions.map((f) => ({
    ligne: f.ligne + lignes,
    ligneFin: f.ligneFin + lignes,
    colonne: f.colonne + colonnes,
    colonneFin: f.colonneFin + colonnes,
  })),
});

function transposer({ cellules, fusions = [], ...reste }: Feuille): Feuille {
  const largeur = Math.max(...cellules.map((l) => l.length));
  return {
    ...reste,
    cellules: Array.from({ length: largeur }, (_, c) => cellules.map((ligne) => ligne[c] ?? '')),
    fusions: fusions.map((f) => ({
      ligne: f.colonne,
      ligneFin: f.colonneFin,
      colonne: f.ligne,
      colonneFin: f.ligneFin,
    })),
  };
}

const ALLER: readonly Champ[] = ['contrat', 'accord', 'periodes'];

/** Le tableau en plusieurs morceaux, déplacé, ou en compagnie d'autre chose. */
export const PIECES: readonly Recriture[] = [
  ambigue('deux feuilles, par communes', (r, h) =>
    r.coupe ? r : { ...r, coupe: { des: 1 + h.entier(Math.max(1, r.rangees.length - 1)) } },
  ),
  ambigue('deux feuilles, par colonnes', (r) =>
    r.coupe || !r.base.champs.includes('contrat') ? r : { ...r, coupe: { champs: ALLER } },
  ),
  surFeuilles('décalage', true, (f, h) => {
    const [lignes, colonnes] = [h.entier(6), h.entier(4)];
    return f.map((x) => decaler(x, lignes, colonnes));
  }),
  surFeuilles('transposition', false, (f) => f.map(transposer)),
  surFeuilles('notice en tête', true, (f) => avant(f, NOTICE)),
  surFeuilles('feuille de listes', true, (f) => apres(f, LISTES)),
  surFeuilles('feuille de population', true, (f) => apres(f, POPULATION)),
  surFeuilles('feuille vide', true, (f) => apres(f, feuille('Feuil2', []))),
  surFeuilles('vieille feuille masquée', true, (f) => apres(f, masquee(f))),
  surFeuilles('tableau d’une autre matière dessous', true, (f) =>
    f.map((x, i) => (i === 0 ? { ...x, cellules: [...x.cellules, [], [], ['Équipements scolaires'], ...ECOLES] } : x)),
  ),
  surFeuilles('tableau d’une autre matière à côté', false, (f) =>
    f.map((x, i) => {
      if (i > 0) return x;
      const largeur = Math.max(...x.cellules.map((l) => l.length)) + 2;
      const place = x.cellules.length - 4;
      return {
        ...x,
        cellules: x.cellules.map((ligne, n) => {
          const voisine = ECOLES[n - place];
          return voisine ? [...ligne, ...Array.from({ length: largeur - ligne.length }, () => ''), ...voisine] : ligne;
        }),
      };
    }),
  ),
  surFeuilles('lignes masquées', false, (f, h) =>
    f.map((x) => ({ ...x, lignesMasquees: [x.cellules.length - 1 - h.entier(3)] })),
  ),
];
