import { comparer, fraction, type NombreLu } from '../../nombres';
import { COLONNES_ETENDUES, DRAPEAUX, type Colonne, type Drapeau } from '../colonnes';
import { adresse, celluleEtendue, type Grille } from '../grille';
import { estInconnue, estVide, lireOuiNon } from '../texte';
import { estNombre, estTaux, lireBrut, lireNombreDe, lireTexte, type ColonneNombre, type Lecture } from './cellules';
import type { BlocEntetes } from './entetes';
import type { Ligne, LigneTotal } from './ligne';
import { naturesDe } from './nature';
import { suiviDesTotaux } from './totaux';

export interface LignesLues {
  readonly lignes: readonly Ligne[];
  readonly total: LigneTotal | null;
  readonly derniere: number;
}

type Positions = ReadonlyMap<Colonne, number>;

/**
 * Lit les communes sous un bloc d'en-têtes, jusqu'à `fin` exclue : ni les blancs, ni les totaux, ni les notes.
 * @param reprises les lignes où les en-têtes sont répétés
 */
export function lireLignes(
  grille: Grille,
  bloc: BlocEntetes,
  positions: Positions,
  fin: number,
  reprises: ReadonlySet<number>,
): LignesLues {
  const nature = naturesDe(grille, positions, bloc);
  const lire = lecteurDeLigne(grille, positions, bloc.fin + 1, fin);
  const suivi = suiviDesTotaux();
  const lignes: Ligne[] = [];
  let interrompu = false;
  let derniere = bloc.fin;
  for (let numero = bloc.fin + 1; numero < fin; numero++) {
    const trouvee = reprises.has(numero) ? 'note' : nature(numero, lignes.length === 0);
    if (trouvee === 'vide') interrompu = lignes.length > 0;
    if (trouvee === 'vide' || trouvee === 'note' || (trouvee === 'nom seul' && interrompu)) continue;
    const ligne = lire(numero);
    const somme =
      trouvee === 'total' ||
      ((trouvee === 'anonyme' || trouvee === 'territoire') && suivi.estSomme(ligne)) ||
      (trouvee === 'commune' && suivi.estSommeComplete(ligne));
    if (trouvee === 'sous-total') suivi.clore();
    else if (somme) suivi.total(ligne);
    else if (trouvee !== 'territoire') {
      lignes.push(ligne);
      suivi.ajouter(ligne);
    } else continue;
    interrompu = somme;
    derniere = numero;
  }
  return { lignes, total: suivi.retenir(), derniere };
}

function lecteurDeLigne(grille: Grille, positions: Positions, debut: number, fin: number) {
  const cellule = (ligne: number, colonne: Colonne) => {
    const position = positions.get(colonne);
    if (position === undefined) return undefined;
    return COLONNES_ETENDUES.has(colonne) ? celluleEtendue(grille, ligne, position) : grille.cellule(ligne, position);
  };
  const texte = (ligne: number, colonne: Colonne) => lireTexte(cellule(ligne, colonne));
  const colonnesNombre = [...positions.keys()].filter(estNombre);
  const rapports = new Set(
    colonnesNombre.filter((c) => estTaux(c) && enRapports(grille, positions.get(c)!, debut, fin)),
  );
  const drapeauxLus = DRAPEAUX.filter((c) => positions.has(c));
  const repli = positions.get('commune') ?? positions.get('code_insee') ?? Math.min(...positions.values());

  return (ligne: number): Ligne => {
    const nombres: Partial<Record<ColonneNombre, Lecture<NombreLu>>> = {};
    const drapeaux: Partial<Record<Drapeau, Lecture<boolean>>> = {};
    for (const c of drapeauxLus) drapeaux[c] = lireReponse(texte(ligne, c));
    for (const c of colonnesNombre) nombres[c] = lireNombreDe(c, cellule(ligne, c), rapports.has(c));
    const identite = lireIdentite(texte(ligne, 'commune'), texte(ligne, 'code_insee'));
    const adresseDe = (colonne: Colonne) => adresse(ligne, positions.get(colonne) ?? repli);
    return {
      ligne,
      ...identite,
      nom: identite.commune || identite.codeInsee || adresseDe('commune'),
      epci: texte(ligne, 'epci'),
      nombres,
      accord: lireReponse(texte(ligne, 'accord_commune')),
      soumisePrelevement: lireReponse(texte(ligne, 'soumise_prelevement')),
      drapeaux,
      statut: texte(ligne, 'statut'),
      cellule: adresseDe,
    };
  };
}

const CODE = '(\\d{5}|2[AB]\\d{3})';
const CODE_PUIS_NOM = new RegExp(`^${CODE}\\s*[-–—:]?\\s*(\\D.*)$`, 'i');
const NOM_PUIS_CODE = new RegExp(`^(.*\\D)\\s*\\(${CODE}\\)$`, 'i');
const CODE_SEUL = /^(?:\d{4,5}|2[AB]\d{3})$/i;
const APPEL_DE_NOTE = /\s*(?:\(\d{1,2}\)|[*¹²³⁴]+)$/u;

/** Le nom et le code d'une commune ; le code peut se trouver dans la cellule du nom : « 86041 Buxerolles », « Buxerolles (86041) ». */
function lireIdentite(nom: string, code: string): Pick<Ligne, 'commune' | 'codeInsee'> {
  const commune = nom.replace(APPEL_DE_NOTE, '');
  if (!estVide(code) && !estInconnue(code)) return { commune, codeInsee: normaliserCode(code) };
  if (CODE_SEUL.test(commune)) return { commune: '', codeInsee: normaliserCode(commune) };
  const [, avant, suite] = CODE_PUIS_NOM.exec(commune) ?? [];
  if (avant && suite) return { commune: suite, codeInsee: normaliserCode(avant) };
  const [, debut, apres] = NOM_PUIS_CODE.exec(commune) ?? [];
  return debut && apres ? { commune: debut.trim(), codeInsee: normaliserCode(apres) } : { commune, codeInsee: null };
}

/** « 1427 », dont un tableur a ôté le zéro, est 01427. */
const normaliserCode = (texte: string): string => {
  const code = texte.replace(/[\s'’]/g, '').toUpperCase();
  return /^\d{4}$/.test(code) ? `0${code}` : code;
};

function lireReponse(texte: string): Lecture<boolean> {
  if (estVide(texte)) return { etat: 'vide' };
  const reponse = lireOuiNon(texte);
  return reponse === null ? { etat: 'inconnue', texte } : { etat: 'lue', valeur: reponse };
}

const UN = fraction(1);

/** Une colonne de taux dont aucun nombre nu ne dépasse 1 est écrite en rapports. */
function enRapports(grille: Grille, position: number, debut: number, fin: number): boolean {
  for (let ligne = debut; ligne < fin; ligne++) {
    const lu = lireBrut(grille.cellule(ligne, position));
    if (lu && !lu.pourcent && comparer(lu.valeur, UN) > 0) return false;
  }
  return true;
}
