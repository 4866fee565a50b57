import type { Annuaire } from '../../annuaire/annuaire';
import { COLONNES_ETENDUES, type Colonne } from '../colonnes';
import { cleEntete } from '../entete';
import { fusionDe, type Grille } from '../grille';
import { estVide, normaliser } from '../texte';
import { estNombre, lireBrut, lireTexte } from './cellules';
import type { BlocEntetes } from './entetes';
import { lireIdentite, type Ecrits } from './identite';
import { estDeCle, estEnTete, estReperes, estTexte } from './textes-de-ligne';

/**
 * Ce qu'est une ligne sous des en-têtes, à elle seule. « Commune » : l'annuaire la connaît, ou elle porte un code INSEE ;
 * « autre tableau » : les en-têtes d'un autre tableau, que rien n'a fait reconnaître ; « nom » : un nom inconnu et des nombres ; « nom seul » : un nom inconnu sans nombres ; « anonyme » : des nombres sans nom ;
 * « territoire » : des nombres au nom d'un EPCI, d'un département ; « récapitulatif » : des nombres au nom d'autre chose.
 */
export type Nature =
  | 'vide'
  | 'en-tête répété'
  | 'autre tableau'
  | 'note'
  | 'commune'
  | 'nom'
  | 'nom seul'
  | 'anonyme'
  | 'territoire'
  | 'récapitulatif'
  | 'sous-total'
  | 'total';

export interface LigneQualifiee {
  readonly numero: number;
  readonly nature: Nature;
  /** Ce que la ligne porte comme nom ; vide si elle n'en a pas. */
  readonly libelle: string;
  /** La ligne porte un nombre, ou de quoi en tenir lieu, dans une colonne de logements. */
  readonly chiffree: boolean;
  /** Les positions remplies, entre les bords du tableau. */
  readonly remplies: readonly number[];
}

const TOTAL = /^(?:total|totaux|ensemble|somme|cumul)\b|\btotal(?: general)?$/;
const SOUS_TOTAL = /^sous tota(?:l|ux)\b|^(?:a )?repor(?:t|ter|te)\b/;
const TERRITOIRE =
  /^(?:c[acu]|ccu?|cua|epci|ept|communautes?|metropole|agglo\w*|interco\w*|departement|region|france|territoire|bassin|secteur|canton|scot|arrondissement)\b/;
const RECAPITULATIF =
  /^(?:moyennes?|medianes?|minimum|maximum|mini|maxi|ecarts?|soldes?|differences?|verif\w*|controles?|rappels?|restes?|objectifs?|evolutions?|dont|hors|pour memoire|pm|taux|parts?|a (?:repartir|ventiler|affecter|distribuer|definir|realiser|produire|rattraper)|non (?:reparti|affecte|ventile)\w*|reserves?|enveloppes?|marges?|reliquats?|plai|pls|plus|plh|pluih?|cms|cims|lls|rp|reunions?|versions?|v ?\d+|maj|mise a jour|date|edite|imprime|page|valide|visa|signature|seuil|plancher|references?|contrats?|besoins?|production|realis\w+|bilan|operations?|programmes?|communes? (?:en regle|non deficitaires?|exemptees?|rurales?|nouvelles?|nouvellement|entrantes?|carencees?|soumises?|deficitaires?))\b|^autres? communes?\b|^(?:autres?|divers|etc)$/;
const CODE = /^\w{0,3}\d+$/;
/** Qualifie chaque ligne sous un bloc ; `premiere` : aucune commune n'a encore été lue. */
export function naturesDe(
  grille: Grille,
  positions: ReadonlyMap<Colonne, number>,
  bloc: BlocEntetes,
  annuaire: Annuaire,
) {
  const noms = (['commune', 'code_insee'] as const).flatMap((c) => positions.get(c) ?? []);
  const nombres = [...positions].filter(([c]) => estNombre(c));
  const comptes = new Set(nombres.filter(([c]) => !COLONNES_ETENDUES.has(c)).map(([, position]) => position));
  const entetes = new Map(bloc.entetes.map((e) => [e.position, cleEntete(e.texte)]));
  const bord = bordGauche(bloc);
  const texte = (ligne: number, position: number | undefined) =>
    position === undefined ? '' : lireTexte(grille.cellule(ligne, position));

  const places = {
    commune: positions.get('commune'),
    code_insee: positions.get('code_insee'),
    departement: positions.get('departement'),
  };
  const ecritsDe = (ligne: number): Ecrits => ({
    nom: texte(ligne, places.commune),
    code: texte(ligne, places.code_insee),
    departement: texte(ligne, places.departement),
  });

  return (ligne: number, premiere: boolean): LigneQualifiee => {
    const remplies: number[] = [];
    const textes: string[] = [];
    for (const position of grille.colonnes(ligne)) {
      if (position < bord || position > bloc.droite) continue;
      const cellule = grille.cellule(ligne, position);
      const lu = lireTexte(cellule);
      if (typeof cellule?.valeur !== 'number' && cellule?.sansValeur !== true && estVide(lu)) continue;
      remplies.push(position);
      textes.push(lu);
    }
    const ecrits = ecritsDe(ligne);
    const libelle = !estVide(ecrits.nom) ? ecrits.nom : estVide(ecrits.code) ? '' : ecrits.code;
    const chiffree = remplies.some((position) => comptes.has(position));
    const nature = deSesTextes(ecrits, libelle, remplies, textes, premiere);
    if (nature) return { numero: ligne, nature, libelle, chiffree, remplies };
    return { numero: ligne, ...deSonLibelle(ligne, libelle, chiffree, remplies), chiffree, remplies };
  };

  function deSesTextes(
    ecrits: Ecrits,
    nom: string,
    remplies: readonly number[],
    textes: readonly string[],
    premiere: boolean,
  ): Nature | null {
    if (remplies.length === 0) return 'vide';
    if (premiere && estReperes(textes)) return 'note';
    if (repete(remplies, textes)) return 'en-tête répété';
    if (estEnTete(textes)) return 'autre tableau';
    return nom && estCommune(ecrits) ? 'commune' : null;
  }

  /** Ce qu'est une ligne que l'annuaire ne connaît pas, d'après le nom qu'elle porte. */
  function deSonLibelle(
    ligne: number,
    nom: string,
    chiffree: boolean,
    remplies: readonly number[],
  ): Pick<LigneQualifiee, 'nature' | 'libelle'> {
    const etiquette = nom ? undefined : remplies.find((c) => !lireBrut(grille.cellule(ligne, c)));
    const etiquettes = etiquette === undefined ? noms : [...noms, etiquette];
    const libelles = etiquettes
      .map((c) => texte(ligne, c))
      .filter((t) => !CODE.test(t))
      .map(normaliser);
    const est = (motif: RegExp) => libelles.some((dit) => motif.test(dit));
    const libelle = nom || texte(ligne, etiquette);

    if (est(SOUS_TOTAL)) return { nature: chiffree ? 'sous-total' : 'note', libelle };
    if (est(TOTAL)) return { nature: chiffree ? 'total' : 'note', libelle };
    if (!nom) {
      const compte = [...comptes].some((position) => lireBrut(grille.cellule(ligne, position)));
      return { nature: compte ? 'anonyme' : 'note', libelle };
    }
    const mots = normaliser(nom);
    if (TERRITOIRE.test(mots) || annuaire.nommeUnEpci(nom))
      return { nature: chiffree ? 'territoire' : 'note', libelle };
    if (RECAPITULATIF.test(mots)) return { nature: chiffree ? 'récapitulatif' : 'note', libelle };
    if (chiffree) return { nature: 'nom', libelle };
    return { nature: estTexte(nom, mots) || estIntertitre(ligne) ? 'note' : 'nom seul', libelle };
  }

  /** Connue de l'annuaire, par son code ou par son nom ; un code INSEE suffit, même inconnu de l'annuaire. */
  function estCommune(ecrits: Ecrits): boolean {
    const { codeInsee, commune } = lireIdentite(ecrits);
    if (codeInsee !== null) return !TOTAL.test(normaliser(commune));
    return commune !== '' && annuaire.connait(commune);
  }

  /** Les en-têtes récrits sous une page ou un groupe. */
  function repete(remplies: readonly number[], textes: readonly string[]): boolean {
    const pareilles = textes.filter((t, i) => estDeCle(t, entetes.get(remplies[i]!))).length;
    return pareilles >= 2 || (pareilles === 1 && remplies.length === 1);
  }

  function estIntertitre(ligne: number): boolean {
    return noms.some((nom) => {
      const fusion = fusionDe(grille, ligne, nom);
      return fusion !== undefined && nombres.some(([, p]) => p >= fusion.colonne && p <= fusion.colonneFin);
    });
  }
}

/** La première des colonnes à en-tête qui touchent, à gauche, celles du tableau : « Total » s'y écrit parfois. */
function bordGauche({ gauche, entetes }: BlocEntetes): number {
  const positions = new Set(entetes.map((e) => e.position));
  let bord = gauche;
  while (positions.has(bord - 1)) bord -= 1;
  return bord;
}
