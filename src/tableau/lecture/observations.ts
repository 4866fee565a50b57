import { adresseDans, type Grille } from '../grille';
import { motsDe, decouper } from '../mots';
import { lireAccord } from '../reponses';
import { normaliser } from '../texte';
import { lireTexte } from './cellules';
import type { EntetePlacee } from './entete-placee';

/** Où l'agent écrit ce qui n'a pas de colonne. */
const LIBRES = new Set(
  decouper(
    'observation commentaire remarque precision note situation statut information complement historique reponse',
  ),
);
/** Ce que l'agent réserve ou soustrait ; une cellule remplie y dit toujours quelque chose. */
const RESERVES = new Set(decouper('reserve condition correction ajustement modification deduire exemption avenant'));
/** Un abaissement d'avant, ou par un autre contrat, écrit à côté de ce qui se compte. */
const D_ABAISSEMENT = new Set(decouper('abaissement abaissee abaisse abaissant'));
const SIGNATAIRE = new Set(decouper('signataire'));
const RIEN = /^(?:0|non|neant|aucune?s?|ras|rien|sans|sans objet|so|nc|-)?$/;
/** Une commune que la ligne retire du contrat, ou de ce que la loi soumet. */
const HORS =
  /\b(?:non signataires?|n est plus|plus membre|exempt\w*|hors (?:champ|dispositif|contrat)|sort(?:ie|ant)\w* (?:du|de)|non soumise|exclue?s?|retiree?s?)\b/;
/** La date d'un acte, dans une colonne que rien n'utilise : ce qui n'en est pas une peut démentir l'accord. */
const D_UN_ACTE = new Set(decouper('cm conseil deliberation dcm vote'));
const LONGUEUR_LUE = 300;

const ENTRANTE = /(?<!\b(?:non|pas) )\b(?:entrantes?|nouvellement soumise)\b/;
const OBJECTIF = /\b(?:objectifs?|contrat)\b/;
const RAMENE = /\b(?:ramenee?|portee?|reduite?|fixee?) a \d/;
const CHANGE = /\b(?:ramenee?|portee?|reduit|revue?|corrigee?|modifiee?|remplacee?) (?:a|de|en)\b/;
const RANG_D_ABAISSEMENT = /\b(?:3e|3eme|troisieme|4e|4eme|quatrieme)\b/;
const ABAISSEMENT = /\b(?:abaissement|abaissee?)\b/;
const ACTE = /\b(?:accord|deliberation|conseil|commune|maire|cm|refus\w*)\b/;

const SUSPENDU =
  /\b(?:reporte\w*|sine die|ajourne\w*|differe\w*|annule\w*|retire\w*|rejete\w*|refus\w*|a venir|prevue?|en attente|a programmer)\b/;

/** Une observation d'une commune qui contredirait ce que ses colonnes disent : son accord, son objectif, son entrée, ses abaissements. */
export function ditDUneCommune(texte: string): boolean {
  const mots = normaliser(texte.slice(0, LONGUEUR_LUE));
  return (
    ENTRANTE.test(mots) ||
    HORS.test(mots) ||
    RAMENE.test(mots) ||
    (ABAISSEMENT.test(mots) && (mots.match(/\b20\d\d 20\d\d\b/g)?.length ?? 0) > 1) ||
    (OBJECTIF.test(mots) && CHANGE.test(mots)) ||
    (ABAISSEMENT.test(mots) && RANG_D_ABAISSEMENT.test(mots)) ||
    (ACTE.test(mots) && lireAccord(texte) === false)
  );
}

/** Ce qu'un mot du titre fait chercher dans les cellules. */
const DECISIVES: readonly (readonly [titre: ReadonlySet<string>, decide: (texte: string) => boolean])[] = [
  [LIBRES, ditDUneCommune],
  [D_UN_ACTE, (texte) => SUSPENDU.test(normaliser(texte))],
  [RESERVES, (texte) => !RIEN.test(normaliser(texte))],
  [D_ABAISSEMENT, (texte) => !RIEN.test(normaliser(texte))],
  [SIGNATAIRE, (texte) => lireAccord(texte) === false],
];

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
    const cherchees = DECISIVES.filter(([titre]) => mots.some((mot) => titre.has(mot)));
    const ligne =
      cherchees.length > 0
        ? lignes.find((l) => {
            const texte = lireTexte(grille.cellule(l, e.position));
            return cherchees.some(([, change]) => change(texte));
          })
        : undefined;
    return ligne === undefined ? [] : [{ ...e, cellule: adresseDans(grille, ligne, e.position) }];
  });
}
