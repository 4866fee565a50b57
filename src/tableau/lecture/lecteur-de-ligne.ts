import type { Annuaire } from '../../annuaire/annuaire';
import type { NombreLu } from '../../nombres';
import { COLONNES_ETENDUES, DRAPEAUX, type Colonne, type Drapeau } from '../colonnes';
import { adresseDans, celluleEtendue, type Cellule, type Grille } from '../grille';
import { lireAccord, lireDrapeau } from '../reponses';
import { estVide } from '../texte';
import { estNombre, estTaux, lireNombreDe, lireTexte, type ColonneNombre, type Lecture } from './cellules';
import { lireIdentite } from './identite';
import type { Ligne } from './ligne';
import { colonnesEnRapports } from './rapports';

export type Positions = ReadonlyMap<Colonne, number>;

/** De quoi lire une ligne du tableau ; `communes` : les lignes sur lesquelles se juge l'écriture des taux. */
export function lecteurDeLigne(grille: Grille, positions: Positions, communes: readonly number[], annuaire: Annuaire) {
  const cellule = (ligne: number, colonne: Colonne): Cellule | undefined => {
    const position = positions.get(colonne);
    if (position === undefined) return undefined;
    return COLONNES_ETENDUES.has(colonne) ? celluleEtendue(grille, ligne, position) : grille.cellule(ligne, position);
  };
  const texte = (ligne: number, colonne: Colonne) => lireTexte(cellule(ligne, colonne));
  const colonnes = [...positions.keys()];
  const colonnesNombre = colonnes.filter(estNombre);
  const rapports = colonnesEnRapports(colonnesNombre.filter(estTaux), communes, cellule);
  const drapeauxLus = DRAPEAUX.filter((c) => positions.has(c));
  const repli = positions.get('commune') ?? positions.get('code_insee') ?? Math.min(...positions.values());
  const feuille = () => grille.nom;

  const particularitesDe = (ligne: number): Particularites => {
    let trouvees = AUCUNE;
    for (const colonne of colonnes) {
      const lue = grille.cellule(ligne, positions.get(colonne)!);
      if (lue?.barree) trouvees = { ...trouvees, barrees: [...trouvees.barrees, colonne] };
      if (lue?.sansValeur) trouvees = { ...trouvees, sansValeur: [...trouvees.sansValeur, colonne] };
      if (lue?.ote !== undefined) trouvees = { ...trouvees, otees: [...trouvees.otees, colonne] };
    }
    return trouvees;
  };

  return (ligne: number): Ligne => {
    const nombres: Partial<Record<ColonneNombre, Lecture<NombreLu>>> = {};
    const drapeaux: Partial<Record<Drapeau, Lecture<boolean>>> = {};
    for (const c of drapeauxLus) drapeaux[c] = lireReponse(texte(ligne, c), (t) => lireDrapeau(c, t));
    for (const c of colonnesNombre) nombres[c] = lireNombreDe(c, cellule(ligne, c), rapports.has(c));
    const identite = lireIdentite(
      {
        nom: texte(ligne, 'commune'),
        code: texte(ligne, 'code_insee'),
        departement: texte(ligne, 'departement'),
      },
      annuaire,
    );
    const { commune, codeInsee, codeEcrit, departement } = identite;
    const { barrees, sansValeur, otees } = particularitesDe(ligne);
    return {
      ligne,
      commune,
      codeInsee,
      codeEcrit,
      departement,
      nom: commune || codeInsee || adresseDans(grille, ligne, positions.get('commune') ?? repli),
      epci: texte(ligne, 'epci'),
      nombres,
      accord: cellule(ligne, 'accord_commune')?.sansValeur
        ? FORMULE_SANS_VALEUR
        : lireReponse(texte(ligne, 'accord_commune'), lireAccord),
      soumisePrelevement: lireReponse(texte(ligne, 'soumise_prelevement'), lireSoumission),
      drapeaux,
      statut: texte(ligne, 'statut'),
      cellule: (colonne) => adresseDans(grille, ligne, positions.get(colonne) ?? repli),
      feuille,
      ecrit: (colonne) => cellule(ligne, colonne),
      ecritEn: (position) => grille.cellule(ligne, position),
      rang: VIDE,
      masquee: grille.ligneMasquee?.(ligne) ?? false,
      barrees,
      sansValeur,
      otees,
    };
  };
}

type Particularites = Pick<Ligne, 'barrees' | 'sansValeur' | 'otees'>;
const AUCUNE: Particularites = { barrees: [], sansValeur: [], otees: [] };

const VIDE = { etat: 'vide' } as const;
const FORMULE_SANS_VALEUR = { etat: 'inconnue', texte: 'formule sans valeur' } as const;
const lireSoumission = (texte: string) => lireDrapeau('soumise_prelevement', texte);

function lireReponse(texte: string, comprendre: (texte: string) => boolean | null): Lecture<boolean> {
  if (estVide(texte)) return VIDE;
  const reponse = comprendre(texte);
  return reponse === null ? { etat: 'inconnue', texte } : { etat: 'lue', valeur: reponse };
}
