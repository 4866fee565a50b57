import { absolue, ecrireReference, lireReference, separerReferences } from './adresses';

/** Une référence d'une formule, telle qu'elle y est écrite : feuille comprise (« 'L''été'! », ou rien) et « $ » gardés. */
interface Ref {
  readonly feuille: string;
  readonly adresse: string;
}

/** Une formule, coupée autour de ses références. */
export interface Decoupe {
  /** Un de plus que de références. */
  readonly textes: readonly string[];
  readonly refs: readonly Ref[];
}

const COIN = String.raw`\$?[A-Z]{1,3}\$?\d+`;
const COLONNE = String.raw`\$?[A-Z]{1,3}`;
const LIGNE = String.raw`\$?\d+`;
const ADRESSE = `${COIN}(?::${COIN})?|${COLONNE}:${COLONNE}|${LIGNE}:${LIGNE}`;
const FEUILLE = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\w.]*)!`;
const MOTIF = new RegExp(
  // Un texte, puis le crochet d'une référence structurée : rien ne s'y lit.
  String.raw`"(?:[^"]|"")*"|\[(?:[^[\]]|\[[^[\]]*\])*\]|(?<![\p{L}\w.!'$\]])(${FEUILLE})?(${ADRESSE})(?![\p{L}\w.(!])`,
  'gu',
);

/** @example decouper("=SRU.TAUX(B2,'L''été'!$C$2)").refs // « B2 », puis « $C$2 » de « 'L''été'! » */
export function decouper(formule: string): Decoupe {
  const [textes, refs]: [string[], Ref[]] = [[], []];
  let fin = 0;
  for (const { 0: tout, 1: feuille = '', 2: adresse, index } of formule.matchAll(MOTIF)) {
    if (adresse === undefined) continue;
    textes.push(formule.slice(fin, index));
    refs.push({ feuille, adresse });
    fin = index + tout.length;
  }
  return { textes: [...textes, formule.slice(fin)], refs };
}

const ARGUMENTS_AU_PLUS = 250;
const LONGUEUR_AU_PLUS = 8000;

/**
 * La formule d'un nom défini qui ne sert qu'à suivre ces références : Excel y tient à jour lignes insérées et feuilles renommées.
 * `null` s'il n'y a rien à suivre, ou trop.
 */
export function formuleDeSuivi({ refs }: Decoupe, nomDeFeuille: string): string | null {
  const args = refs.map(({ feuille, adresse }) =>
    feuille
      ? `${feuille}${absolue(adresse.replaceAll('$', ''))}`
      : ecrireReference(nomDeFeuille, absolue(adresse.replaceAll('$', ''))),
  );
  const formule = `=CHOOSE(1,${args.join(',')})`;
  return args.length === 0 || args.length > ARGUMENTS_AU_PLUS || formule.length > LONGUEUR_AU_PLUS ? null : formule;
}

/** La formule d'origine, ses références mises où Excel les suit aujourd'hui ; `null` si l'une a disparu. */
export function recomposer({ textes, refs }: Decoupe, suivi: string, nomDeFeuille: string): string | null {
  const args = separerReferences(/^=CHOOSE\(1,(.*)\)$/su.exec(suivi)?.[1] ?? '');
  if (args.length !== refs.length) return null;
  let formule = textes[0] ?? '';
  for (const [rang, ref] of refs.entries()) {
    const actuelle = lireReference(args[rang]!);
    if (!actuelle) return null;
    const adresse = avecDollars(ref.adresse, actuelle.adresse);
    const ailleurs = ref.feuille !== '' || actuelle.feuille !== nomDeFeuille;
    formule += (ailleurs ? ecrireReference(actuelle.feuille ?? nomDeFeuille, adresse) : adresse) + textes[rang + 1]!;
  }
  return formule;
}

/** @example avecDollars('B$2:$C9', 'B3:C10') // « B$3:$C10 » */
function avecDollars(modele: string, adresse: string): string {
  const modeles = modele.split(':');
  return adresse
    .split(':')
    .map((coin, rang) => {
      const de = modeles[rang] ?? modeles[0] ?? '';
      const [lettres, chiffres] = [/^[A-Z]*/.exec(coin)![0], /(?<!\d)\d*$/.exec(coin)![0]];
      return `${/^\$[A-Z]/.test(de) ? '$' : ''}${lettres}${/\$\d/.test(de) ? '$' : ''}${chiffres}`;
    })
    .join(':');
}
