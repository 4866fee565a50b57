import type { Annuaire } from '../../annuaire/annuaire';
import type { Grille } from '../grille';
import { normaliser } from '../texte';
import type { BlocEntetes } from './entetes';
import { lecteurDeLigne, type Positions } from './lecteur-de-ligne';
import type { Ligne, LigneDouteuse, LigneEcartee, LigneTotal } from './ligne';
import { naturesDe, type LigneQualifiee, type Nature } from './nature';
import { suiviDesTotaux } from './totaux';
import { lignesSemblables } from './voisinage';

export interface LignesLues {
  readonly lignes: readonly Ligne[];
  readonly total: LigneTotal | null;
  readonly derniere: number;
  /** Les lignes laissées de côté, et pourquoi. */
  readonly ecartees: readonly LigneEcartee[];
  /** Les lignes dont la nature importe et n'est pas sûre. */
  readonly douteuses: readonly LigneDouteuse[];
}

/** Ce que l'agent a dit d'une ligne, par son libellé normalisé. */
export type SortsDeLignes = ReadonlyMap<string, 'commune' | 'ecartee'>;

export interface OptionsDesLignes {
  readonly annuaire: Annuaire;
  readonly sorts: SortsDeLignes;
}

/**
 * Lit les communes sous un bloc d'en-têtes, jusqu'à `fin` exclue : ni les blancs, ni les totaux, ni les notes. Une commune se
 * nomme : l'annuaire la connaît, ou, avant le total, elle porte un nom inconnu et des nombres comme ses voisines.
 * @param reprises les lignes où les en-têtes sont répétés
 */
export function lireLignes(
  grille: Grille,
  bloc: BlocEntetes,
  positions: Positions,
  fin: number,
  reprises: ReadonlySet<number>,
  { annuaire, sorts }: OptionsDesLignes,
): LignesLues {
  const rangees = qualifier(grille, bloc, positions, fin, reprises, annuaire);
  const nommees = rangees.filter(({ nature }) => nature === 'commune' || nature === 'nom');
  const lire = lecteurDeLigne(
    grille,
    positions,
    nommees.map(({ numero }) => numero),
    annuaire,
  );
  const semblable = lignesSemblables(nommees);
  const suivi = suiviDesTotaux();
  const lignes: Ligne[] = [];
  const ecartees: LigneEcartee[] = [];
  const douteuses: LigneDouteuse[] = [];
  let interrompu = false;
  let clos = false;
  let derniere = bloc.fin;
  const dernierTotal = rangees.findLastIndex(({ nature }) => nature === 'total' || nature === 'anonyme');

  const prendre = (ligne: Ligne) => {
    lignes.push(ligne);
    suivi.ajouter(ligne);
    interrompu = false;
    derniere = ligne.ligne;
  };
  const ecarter = ({ numero, libelle }: LigneQualifiee, motif: string) =>
    void ecartees.push({ ligne: numero, libelle, motif, cellule: lire(numero).cellule('commune') });
  const douter = (ligne: Ligne, motif: string) => void douteuses.push({ ligne, motif });

  for (const [rang, rangee] of rangees.entries()) {
    const { numero, nature, libelle, chiffree } = rangee;
    if (nature === 'vide') interrompu = lignes.length > 0;
    if (nature === 'vide' || nature === 'en-tête répété') continue;
    const sort = libelle && sorts.size > 0 ? sorts.get(normaliser(libelle)) : undefined;
    if (sort === 'ecartee') {
      ecarter(rangee, 'écartée par l’agent');
      continue;
    }
    if (sort === 'commune') {
      prendre(lire(numero));
      continue;
    }
    if (nature === 'note') continue;
    const ligne = lire(numero);
    const somme =
      nature === 'total' ||
      ((nature === 'anonyme' || nature === 'territoire') && suivi.estSomme(ligne)) ||
      (nature === 'nom' && suivi.estSommeComplete(ligne, semblable.connues));
    if (somme && !clos) {
      suivi.total(ligne);
      clos = lignes.length > 0;
      interrompu = true;
      derniere = numero;
      continue;
    }
    if (somme) {
      suivi.total(ligne);
      if (rang === dernierTotal) derniere = numero;
      continue;
    }
    if (nature === 'sous-total') {
      suivi.clore();
      interrompu = false;
      derniere = numero;
      continue;
    }
    if (nature === 'territoire' || nature === 'récapitulatif') {
      if (chiffree) ecarter(rangee, clos ? 'sous le total' : nature);
      continue;
    }
    // Un groupe de plus suit le total d'un groupe : un autre total vient encore.
    const groupe = clos && rang < dernierTotal && (nature === 'commune' || semblable(rangee));
    if (groupe) clos = false;
    if (clos) {
      if (nature === 'commune') douter(ligne, 'elle est écrite sous le total');
      else if (chiffree) ecarter(rangee, 'sous le total');
      continue;
    }
    if (nature === 'anonyme' && estNulle(ligne)) ecarter(rangee, 'des zéros sans nom de commune');
    else if (nature === 'commune' || nature === 'anonyme') prendre(ligne);
    else if (nature === 'nom seul') {
      if (!interrompu) prendre(ligne);
    } else if (nommePlusieurs(libelle, annuaire)) douter(ligne, 'elle nomme plusieurs communes');
    else if (suivi.ressembleAUneSomme(ligne)) douter(ligne, 'ses nombres font la somme des communes');
    else if (!semblable(rangee)) douter(ligne, 'elle ne porte pas ce que portent les autres communes');
    else if (interrompu && semblable.connues)
      douter(ligne, 'elle suit une ligne vide, et l’annuaire ne la connaît pas');
    else prendre(ligne);
  }
  const enTete = sommeEnTete(lignes, rangees, semblable.connues);
  if (enTete) {
    lignes.splice(lignes.indexOf(enTete), 1);
    return { lignes, total: suivi.retenir() ?? enTete, derniere, ecartees, douteuses };
  }
  return { lignes, total: suivi.retenir(), derniere, ecartees, douteuses };
}

/** « Chauvigny et Jaunay-Marigny » : deux communes n'ont pas d'objectif en commun. */
function nommePlusieurs(libelle: string, annuaire: Annuaire): boolean {
  const noms = libelle.split(/(?<!\s)\s+et\s+|[/+&,;\n]/i).map((nom) => nom.trim());
  return noms.length > 1 && noms.every((nom) => annuaire.connait(nom));
}

/** Une ligne sans nom, ou d'un nom inconnu parmi des communes connues, écrite avant elles et dont tout fait leur somme. */
function sommeEnTete(lignes: readonly Ligne[], rangees: readonly LigneQualifiee[], connues: boolean): Ligne | null {
  const [premiere, ...autres] = lignes;
  const nature = rangees.find(({ numero }) => numero === premiere?.ligne)?.nature;
  if (!premiere || !(nature === 'anonyme' || (nature === 'nom' && connues))) return null;
  const suivi = suiviDesTotaux();
  for (const ligne of autres) suivi.ajouter(ligne);
  const somme = nature === 'anonyme' ? suivi.estSomme(premiere) : suivi.estSommeComplete(premiere, true);
  return somme ? premiere : null;
}

/** Une formule étendue sous le tableau ne donne que des zéros. */
const estNulle = ({ nombres }: Ligne): boolean =>
  Object.values(nombres).every((lu) => lu.etat === 'vide' || (lu.etat === 'lue' && lu.valeur.valeur.numerateur === 0));

const D_UNE_COMMUNE: ReadonlySet<Nature> = new Set<Nature>(['commune', 'nom', 'nom seul', 'anonyme']);

function qualifier(
  grille: Grille,
  bloc: BlocEntetes,
  positions: Positions,
  fin: number,
  reprises: ReadonlySet<number>,
  annuaire: Annuaire,
): LigneQualifiee[] {
  const nature = naturesDe(grille, positions, bloc, annuaire);
  const rangees: LigneQualifiee[] = [];
  let premiere = true;
  for (let numero = bloc.fin + 1; numero < fin; numero++) {
    if (reprises.has(numero)) continue;
    const qualifiee = nature(numero, premiere);
    if (qualifiee.nature === 'autre tableau') break;
    if (qualifiee.nature === 'vide' && rangees.at(-1)?.nature === 'vide') continue;
    if (D_UNE_COMMUNE.has(qualifiee.nature)) premiere = false;
    rangees.push(qualifiee);
  }
  return rangees;
}
