import { contratDe, estRemplie, type Colonne, type Plage } from '../../tableau';
import { controleDe, type TableauControle } from './controles';
import { argumentDe, reglageEcrit } from './formules';
import type { Precisions } from '../../tableau';

/** Des colonnes à écrire à droite d'un tableau : la première ligne de `cellules` porte les en-têtes. */
export interface ColonnesCalculees {
  readonly feuille: string;
  readonly plage: Plage;
  readonly entetes: readonly string[];
  readonly cellules: readonly (readonly string[])[];
}

const PARC = ['residences_principales', 'logements_sociaux', 'taux_cible'] as const satisfies readonly Colonne[];

/**
 * Les manquants, la référence et le plancher de chaque commune, en formules, dans les premières colonnes libres à droite ; `null`
 * s'il manque au tableau de quoi les calculer. « (calculée) » : ces colonnes ne concurrencent pas celles de l'agent au contrôle.
 */
export function colonnesCalculees(trouve: TableauControle, reglages: Precisions): ColonnesCalculees | null {
  const { feuille, tableau } = trouve;
  if (!PARC.every((colonne) => tableau.colonnes.has(colonne))) return null;
  const controle = controleDe(trouve);
  const contrat = controle ? contratDe(controle) : 'aucun';
  const plancher = { cims: ['CIMS.PLANCHER'], cms: ['CMS.PLANCHER'], aucun: [] }[contrat];
  const colonnes = [
    { entete: 'Manquants (calculés)', fonction: 'SRU.MANQUANTS', rang: false, periode: false },
    { entete: 'Référence (calculée)', fonction: 'SRU.OBJECTIF', rang: true, periode: true },
    ...plancher.map((fonction) => ({ entete: 'Plancher (calculé)', fonction, rang: true, periode: false })),
  ];
  const periode = reglageEcrit('periode', reglages);
  const rangees = new Map(tableau.lignes.map((ligne) => [ligne.ligne, ligne]));
  const debut = tableau.ligneEntete;
  const fin = Math.max(...rangees.keys());
  const cellules = Array.from({ length: fin - debut + 1 }, (_, i) => {
    const ligne = rangees.get(debut + i);
    if (!ligne) return colonnes.map(({ entete }) => (i === 0 ? entete : ''));
    const parc = PARC.map((colonne) => argumentDe('', ligne, colonne)).join(',');
    const rang = tableau.colonnes.has('rang_triennal') ? argumentDe('', ligne, 'rang_triennal') : '';
    return colonnes.map((c) => {
      const suite = [...(c.rang ? [rang] : []), ...(c.periode ? [periode] : [])];
      while (suite.at(-1) === '') suite.pop();
      return `=${c.fonction}(${[parc, ...suite].join(',')})`;
    });
  });
  const colonne = premiereLibre(trouve, debut, fin, colonnes.length);
  const plage = { ligne: debut, colonne, ligneFin: fin, colonneFin: colonne + colonnes.length - 1 };
  return { feuille: feuille.id, plage, entetes: colonnes.map((c) => c.entete), cellules };
}

/** La première place de cette largeur, à droite du tableau, où aucune cellule n'est remplie. */
export function premiereLibre(
  { feuille, tableau }: TableauControle,
  debut: number,
  fin: number,
  largeur: number,
): number {
  let colonne = tableau.plage.colonneFin + 1;
  for (;;) {
    const prise = derniereRemplie(feuille, debut, fin, colonne, largeur);
    if (prise === null) return colonne;
    colonne = prise + 1;
  }
}

function derniereRemplie(
  feuille: TableauControle['feuille'],
  debut: number,
  fin: number,
  colonne: number,
  largeur: number,
): number | null {
  for (let c = colonne + largeur - 1; c >= colonne; c--) {
    for (let ligne = debut; ligne <= fin; ligne++) if (estRemplie(feuille.cellule(ligne, c))) return c;
  }
  return null;
}
