import { comparer, fraction, type NombreLu } from '../../nombres';
import type { Colonne } from '../colonnes';
import { COLONNES_ETENDUES } from '../colonnes';
import { adresse, celluleEtendue, type Grille } from '../grille';
import { estVide, lireOuiNon, normaliser } from '../texte';
import { estTaux, lireBrut, lireNombreDe, lireTexte, type ColonneNombre, type Lecture } from './cellules';

/** Une commune du tableau, telle qu'elle est écrite. */
export interface Ligne {
  readonly ligne: number;
  readonly masquee: boolean;
  readonly commune: string;
  readonly codeInsee: string | null;
  readonly nombres: Readonly<Partial<Record<ColonneNombre, Lecture<NombreLu>>>>;
  readonly accord: Lecture<boolean>;
  readonly soumisePrelevement: Lecture<boolean>;
  /** L'adresse de la cellule d'une colonne, ou de la commune si le tableau n'a pas cette colonne. */
  readonly cellule: (colonne: Colonne) => string;
}

/** La ligne de total affichée par l'agent. */
export type LigneTotal = Pick<Ligne, 'ligne' | 'nombres' | 'cellule'>;

export interface LignesLues {
  readonly lignes: readonly Ligne[];
  readonly total: LigneTotal | null;
  readonly derniere: number;
}

const TOTAL = /^(?:total|totaux|ensemble|somme)\b/;
const SOUS_TOTAL = 'sous total';
const NOTE = /^(?:source|note|nb\b|n b\b|lecture|champ|remarque|attention|legende|calcul|donnees)/;
const LONGUEUR_NOM = 60;
const ABSENTE = { etat: 'vide' } as const;

type Positions = ReadonlyMap<Colonne, number>;

/** Lit les communes de `debut` à `fin` (exclue) : ni les blancs, ni les totaux, ni les notes. */
export function lireLignes(grille: Grille, positions: Positions, debut: number, fin: number): LignesLues {
  const lecteur = lecteurDeLigne(grille, positions, debut, fin);
  const lignes: Ligne[] = [];
  let total: LigneTotal | null = null;
  let interrompu = false;
  let derniere = debut - 1;
  for (let numero = debut; numero < fin; numero++) {
    const nature = lecteur.nature(numero);
    if (nature === 'vide') interrompu = interrompu || lignes.length > 0;
    else if (nature === 'sous-total') continue;
    else if (nature === 'total') {
      const { ligne, nombres, cellule } = lecteur.lire(numero);
      total = { ligne, nombres, cellule };
      [interrompu, derniere] = [true, numero];
    } else if (nature === 'commune' || (nature === 'nom seul' && !interrompu)) {
      lignes.push(lecteur.lire(numero));
      derniere = numero;
    }
  }
  return { lignes, total, derniere };
}

type Nature = 'vide' | 'total' | 'sous-total' | 'commune' | 'nom seul' | 'note';

function lecteurDeLigne(grille: Grille, positions: Positions, debut: number, fin: number) {
  const place = (colonne: Colonne) => positions.get(colonne);
  const cellule = (ligne: number, colonne: Colonne) => {
    const position = place(colonne);
    if (position === undefined) return undefined;
    return COLONNES_ETENDUES.has(colonne) ? celluleEtendue(grille, ligne, position) : grille.cellule(ligne, position);
  };
  const texte = (ligne: number, colonne: Colonne) => lireTexte(cellule(ligne, colonne));
  const colonnesNombre = [...positions.keys()].filter((c): c is ColonneNombre => !TEXTES.has(c));
  const rapports = new Set(colonnesNombre.filter((c) => estTaux(c) && enRapports(grille, place(c)!, debut, fin)));
  const premiere = Math.min(...positions.values());

  function nature(ligne: number): Nature {
    const nom = texte(ligne, 'commune') || texte(ligne, 'code_insee');
    const libelle = normaliser(nom || premierTexte(grille, ligne, premiere));
    const remplie = colonnesNombre.some((c) => !estVide(texte(ligne, c)) && !COLONNES_ETENDUES.has(c));
    if (libelle.startsWith(SOUS_TOTAL)) return 'sous-total';
    if (TOTAL.test(libelle)) return remplie ? 'total' : 'note';
    if (remplie) return nom || !colonnesNombre.every((c) => estVide(texte(ligne, c))) ? 'commune' : 'vide';
    if (!nom) return 'vide';
    return NOTE.test(libelle) || nom.length > LONGUEUR_NOM || /^[*(]/.test(nom) ? 'note' : 'nom seul';
  }

  function lire(ligne: number): Ligne {
    const nombres: Partial<Record<ColonneNombre, Lecture<NombreLu>>> = {};
    for (const c of colonnesNombre) nombres[c] = lireNombreDe(c, cellule(ligne, c), rapports.has(c));
    const code = texte(ligne, 'code_insee');
    return {
      ligne,
      masquee: grille.estMasquee(ligne),
      commune: texte(ligne, 'commune'),
      codeInsee: estVide(code) ? null : /^\d{4}$/.test(code) ? `0${code}` : code,
      nombres,
      accord: lireReponse(texte(ligne, 'accord_commune')),
      soumisePrelevement: lireReponse(texte(ligne, 'soumise_prelevement')),
      cellule: (colonne) => adresse(ligne, place(colonne) ?? place('commune') ?? place('code_insee') ?? premiere),
    };
  }
  return { nature, lire };
}

const TEXTES: ReadonlySet<Colonne> = new Set<Colonne>([
  'code_insee',
  'commune',
  'epci',
  'accord_commune',
  'soumise_prelevement',
]);

function lireReponse(texte: string): Lecture<boolean> {
  if (estVide(texte)) return ABSENTE;
  const reponse = lireOuiNon(texte);
  return reponse === null ? { etat: 'inconnue', texte } : { etat: 'lue', valeur: reponse };
}

/** Une colonne de taux dont aucun nombre nu ne dépasse 1 est écrite en rapports. */
function enRapports(grille: Grille, position: number, debut: number, fin: number): boolean {
  for (let ligne = debut; ligne < fin; ligne++) {
    const lu = lireBrut(grille.cellule(ligne, position));
    if (lu && !lu.pourcent && comparer(lu.valeur, fraction(1)) > 0) return false;
  }
  return true;
}

function premierTexte(grille: Grille, ligne: number, jusqua: number): string {
  for (let colonne = 0; colonne <= jusqua; colonne++) {
    const texte = lireTexte(grille.cellule(ligne, colonne));
    if (texte) return texte;
  }
  return '';
}
