import { type Cellule, type Valeur } from '../contrat';

const NOMBRE = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Ce qu'une saisie laisse dans la cellule : « =… » une formule, « '… » un texte, un nombre tapé un nombre ; sous « @ », tout est texte. */
export function lireSaisie(contenu: Valeur, format?: string): Pick<Cellule, 'valeur' | 'formule'> {
  if (format === '@') return { valeur: typeof contenu === 'number' ? String(contenu) : contenu };
  if (typeof contenu !== 'string' || contenu === '') return { valeur: contenu };
  if (contenu.startsWith("'")) return { valeur: contenu.slice(1) };
  if (contenu.startsWith('=') && contenu.length > 1) return { valeur: 0, formule: contenu };
  if (NOMBRE.test(contenu.trim())) return { valeur: Number(contenu) };
  if (/^(true|vrai)$/i.test(contenu)) return { valeur: true };
  if (/^(false|faux)$/i.test(contenu)) return { valeur: false };
  return { valeur: contenu };
}

const ERREUR = /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|BUSY!|CONNECT!|FIELD!|BLOCKED!|UNKNOWN!)$/;

export type TypeDeValeur = 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error';
export function typeDeValeur(valeur: Valeur): TypeDeValeur {
  if (valeur === '') return 'Empty';
  if (typeof valeur === 'number') return 'Double';
  if (typeof valeur === 'boolean') return 'Boolean';
  return ERREUR.test(valeur) ? 'Error' : 'String';
}
