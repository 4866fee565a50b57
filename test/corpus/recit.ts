import type { Plage } from '../../src/tableau';
import type { Feuille, Valeur } from '../outils/lecture';
import { titreDe, type Base, type Champ, type Commune } from './bases';

/** Une colonne telle qu'elle sera écrite ; `champ` est vide pour une colonne en plus. */
export interface Colonne {
  readonly champ: Champ | null;
  /** Le titre au-dessus du sien ; celui de colonnes voisines se fusionne. */
  readonly groupe: string;
  readonly titre: string;
  readonly cellules: readonly Valeur[];
}

/** Une ligne sous les en-têtes : une commune, les en-têtes répétés, une autre (par champ), ou des cellules telles quelles. */
export type Rangee =
  | { readonly commune: number }
  | { readonly repris: true }
  | { readonly autre: Commune; readonly intitule: string }
  | { readonly brute: readonly Valeur[] };

/** Un tableau avant qu'on l'écrive : ce que les récritures changent. */
export interface Recit {
  readonly base: Base;
  readonly feuille: string;
  readonly avant: readonly (readonly Valeur[])[];
  readonly colonnes: readonly Colonne[];
  readonly rangees: readonly Rangee[];
  readonly apres: readonly (readonly Valeur[])[];
  /** Les rangées, ou les champs, qui vont dans une seconde feuille. */
  readonly coupe: { readonly des: number } | { readonly champs: readonly Champ[] } | null;
}

export function raconter(base: Base): Recit {
  return {
    base,
    feuille: 'Mutualisation',
    avant: [],
    colonnes: base.champs.map((champ) => ({
      champ,
      groupe: '',
      titre: titreDe(base, champ),
      cellules: base.communes.map((c) => c[champ] ?? ''),
    })),
    rangees: base.communes.map((_, commune) => ({ commune })),
    apres: [],
    coupe: null,
  };
}

export const NOMBRES: readonly Champ[] = ['rp', 'lls', 'reference', 'contrat', 'realises'];

/** Les sommes de quelques communes, pour une ligne de total. */
export const sommer = ({ communes, champs }: Base, rangs: readonly number[]): Commune =>
  Object.fromEntries(
    NOMBRES.filter((champ) => champs.includes(champ)).map((champ) => [
      champ,
      rangs.reduce((total, rang) => total + Number(communes[rang]![champ]), 0),
    ]),
  );

export const rangsDe = ({ base }: Recit): number[] => base.communes.map((_, rang) => rang);

/** Écrit un récit : une feuille, deux s'il est coupé. */
export function ecrire(recit: Recit): Feuille[] {
  const { coupe } = recit;
  if (coupe === null) return [feuilleDe(recit)];
  if ('des' in coupe) {
    const debut = { ...recit, rangees: recit.rangees.slice(0, coupe.des), apres: [] };
    const suite = { ...recit, feuille: `${recit.feuille} 2`, rangees: recit.rangees.slice(coupe.des), avant: [] };
    return [feuilleDe(debut), feuilleDe(suite)];
  }
  const ailleurs = (c: Colonne) => c.champ !== null && coupe.champs.includes(c.champ);
  const nom = recit.colonnes.filter((c) => c.champ === 'commune');
  return [
    feuilleDe({ ...recit, colonnes: recit.colonnes.filter((c) => !ailleurs(c)) }),
    feuilleDe({ ...recit, feuille: 'Contrat', colonnes: [...nom, ...recit.colonnes.filter(ailleurs)], avant: [] }),
  ];
}

function feuilleDe({ feuille, avant, colonnes, rangees, apres }: Recit): Feuille {
  const groupes = colonnes.map((c) => c.groupe);
  const titres = colonnes.map((c) => c.titre);
  const etage = groupes.some(Boolean);
  const premiere = colonnes.findIndex((c) => c.champ === 'commune' || c.champ === 'code');
  const ligne = (rangee: Rangee): readonly Valeur[] => {
    if ('brute' in rangee) return rangee.brute;
    if ('repris' in rangee) return titres;
    if ('commune' in rangee) return colonnes.map((c) => c.cellules[rangee.commune] ?? '');
    return colonnes.map((c, i) => (i === premiere ? rangee.intitule : (c.champ && rangee.autre[c.champ]) || ''));
  };
  const cellules = [...avant, ...(etage ? [premiers(groupes)] : []), titres, ...rangees.map(ligne), ...apres];
  return { nom: feuille, cellules, fusions: etage ? fusionner(groupes, avant.length) : [] };
}

const premiers = (groupes: readonly string[]): string[] =>
  groupes.map((groupe, i) => (groupe === groupes[i - 1] ? '' : groupe));

function fusionner(groupes: readonly string[], ligne: number): Plage[] {
  return groupes.flatMap((groupe, colonne) => {
    if (!groupe || groupe === groupes[colonne - 1]) return [];
    let colonneFin = colonne;
    while (groupes[colonneFin + 1] === groupe) colonneFin++;
    return colonneFin > colonne ? [{ ligne, colonne, ligneFin: ligne, colonneFin }] : [];
  });
}

/** Une colonne changée, les autres gardées. */
export const changer = (recit: Recit, champ: Champ, change: (colonne: Colonne) => Colonne): Recit => ({
  ...recit,
  colonnes: recit.colonnes.map((c) => (c.champ === champ ? change(c) : c)),
});

export const changerValeurs = (
  recit: Recit,
  champs: readonly Champ[],
  change: (valeur: Valeur, rang: number) => Valeur,
): Recit => ({
  ...recit,
  colonnes: recit.colonnes.map((c) =>
    c.champ && champs.includes(c.champ) ? { ...c, cellules: c.cellules.map(change) } : c,
  ),
});

export const changerTitres = (recit: Recit, change: (titre: string, champ: Champ | null) => string): Recit => ({
  ...recit,
  colonnes: recit.colonnes.map((c) => ({ ...c, titre: change(c.titre, c.champ) })),
});

/** Une colonne en plus, à une place quelconque. */
export const inserer = (recit: Recit, place: number, colonne: Omit<Colonne, 'groupe'>): Recit => ({
  ...recit,
  colonnes: [...recit.colonnes.slice(0, place), { ...colonne, groupe: '' }, ...recit.colonnes.slice(place)],
});
