import { adresseDans, type Grille } from '../grille';
import { motsDe, decouper } from '../mots';
import { lireAccord } from '../reponses';
import { normaliser } from '../texte';
import { lireTexte } from './cellules';
import type { EntetePlacee } from './entete-placee';

/** Où l'agent écrit ce qui n'a pas de colonne. */
const LIBRES = new Set(decouper('observation commentaire remarque precision note situation statut'));
/** La date d'un acte, dans une colonne que rien n'utilise : ce qui n'en est pas une peut démentir l'accord. */
const D_UN_ACTE = new Set(decouper('cm conseil deliberation dcm vote'));
const LONGUEUR_LUE = 300;

const ENTRANTE = /(?<!\b(?:non|pas) )\b(?:entrantes?|nouvellement soumise)\b/;
const OBJECTIF = /\b(?:objectifs?|contrat)\b/;
const CHANGE = /\b(?:ramenee?|portee?|reduit|revue?|corrigee?|modifiee?|remplacee?) (?:a|de|en)\b/;
const RANG_D_ABAISSEMENT = /\b(?:3e|3eme|troisieme|4e|4eme|quatrieme)\b/;
const ABAISSEMENT = /\b(?:abaissement|abaissee?)\b/;
const ACTE = /\b(?:accord|deliberation|conseil|commune|maire|cm|refus\w*)\b/;

const SUSPENDU =
  /\b(?:reporte\w*|sine die|ajourne\w*|differe\w*|annule\w*|retire\w*|rejete\w*|refus\w*|a venir|prevue?|en attente|a programmer)\b/;

/** Une observation d'une commune qui contredirait ce que ses colonnes disent : son accord, son objectif, son entrée, ses abaissements. */
function decide(texte: string): boolean {
  const mots = normaliser(texte.slice(0, LONGUEUR_LUE));
  return (
    ENTRANTE.test(mots) ||
    (OBJECTIF.test(mots) && CHANGE.test(mots)) ||
    (ABAISSEMENT.test(mots) && RANG_D_ABAISSEMENT.test(mots)) ||
    (ACTE.test(mots) && lireAccord(texte) === false)
  );
}

/**
 * Les colonnes d'observations d'un contrat dont une cellule pourrait changer le verdict, à l'adresse de cette cellule.
 * @param lignes les lignes des communes
 */
export function observationsDecisives(
  grille: Grille,
  ignorees: readonly EntetePlacee[],
  lignes: readonly number[],
): EntetePlacee[] {
  return ignorees.flatMap((e) => {
    if (e.manuelle || e.colonne !== null || e.sensible) return [];
    const mots = [...motsDe(e.texte)];
    const libre = mots.some((mot) => LIBRES.has(mot));
    const acte = mots.some((mot) => D_UN_ACTE.has(mot));
    if (!libre && !acte) return [];
    const ligne = lignes.find((l) => {
      const texte = lireTexte(grille.cellule(l, e.position));
      return (libre && decide(texte)) || (acte && SUSPENDU.test(normaliser(texte)));
    });
    return ligne === undefined ? [] : [{ ...e, cellule: adresseDans(grille, ligne, e.position) }];
  });
}
