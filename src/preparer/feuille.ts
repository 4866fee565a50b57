import { ecrirePeriode } from '../droit';
import type { CelluleAEcrire, FeuilleAEcrire } from '../classeur/feuille-a-ecrire';
import { typographier } from '../nombres';
import { adresse } from '../tableau';
import type { Colonne, NomDeColonne } from './colonnes';
import type { CommuneAPreparer } from './commune';
import { USAGES, type Cadre, type NomDUsage, type Usage } from './usages';

export interface APreparer extends Cadre {
  readonly pour: NomDUsage;
  /** Le nom de l'EPCI ou du département. */
  readonly lieu: string;
  readonly communes: readonly CommuneAPreparer[];
  /** D'où viennent les chiffres publiés, et ce qu'ils ne sont pas : une phrase chacun. */
  readonly mentions: readonly string[];
}

/** Une feuille neuve, à remplir : ce qui est publié y est, ce que la loi en calcule y est en formules, le reste est marqué. */
export function preparerFeuille(demande: APreparer): FeuilleAEcrire {
  const { pour, lieu, periode, communes, mentions } = demande;
  const usage: Usage = USAGES[pour];
  const colonnes = usage.colonnes(demande);
  const consignes = [
    ...mentions,
    'À remplir, sur fond jaune :',
    ...colonnes.flatMap(({ titre, aRemplir }) => (aRemplir ? [`${titre} : ${aRemplir}.`] : [])),
  ];
  const entete = consignes.length + 2;
  const premiere = entete + 1;
  const titre = usage.titre(lieu, periode);
  const rangees = communes.map((commune, i) => rangee(colonnes, commune, premiere + i));
  return {
    nom: `${usage.feuille} ${ecrirePeriode(periode)}`,
    largeurs: colonnes.map(({ largeur }) => largeur),
    lignes: [
      [{ valeur: typographier(titre), style: 'titre' }],
      ...consignes.map((valeur) => [{ valeur: typographier(valeur), style: 'note' as const }]),
      [],
      colonnes.map((c): CelluleAEcrire => ({ valeur: c.titre, style: 'entete' })),
      ...rangees,
      ...(communes.length > 1 ? [total(colonnes, rangees, premiere)] : []),
    ],
    fusions: [0, ...consignes.map((_, i) => i + 1)].map((ligne) => ({
      ligne,
      colonne: 0,
      ligneFin: ligne,
      colonneFin: colonnes.length - 1,
    })),
    lignesRepetees: [entete, entete],
    graphiques: [],
    orientation: 'paysage',
    entete: '',
    pied: titre,
  };
}

function rangee(colonnes: readonly Colonne[], commune: CommuneAPreparer, ligne: number): CelluleAEcrire[] {
  const cellule = (nom: NomDeColonne) => adresse(ligne, rangDe(colonnes, nom));
  return colonnes.map((c) => c.contenu(commune, { cellule }));
}

const rangDe = (colonnes: readonly Colonne[], nom: NomDeColonne): number => colonnes.findIndex((c) => c.nom === nom);

function total(
  colonnes: readonly Colonne[],
  rangees: readonly (readonly CelluleAEcrire[])[],
  premiere: number,
): CelluleAEcrire[] {
  const nommee = rangDe(colonnes, 'commune');
  return colonnes.map(({ additionnee }, c): CelluleAEcrire => {
    if (c === nommee) return { valeur: 'Total', style: 'total' };
    if (!additionnee) return { style: 'total' };
    const plage = `${adresse(premiere, c)}:${adresse(premiere + rangees.length - 1, c)}`;
    const nombres = rangees.flatMap((rangee) => (typeof rangee[c]?.valeur === 'number' ? [rangee[c].valeur] : []));
    const somme = nombres.length > 0 ? nombres.reduce((a, b) => a + b) : '';
    return { formule: `=IF(COUNT(${plage})=0,"",SUM(${plage}))`, valeur: somme, style: 'total' };
  });
}
