import {
  comparer,
  ecrireAuLong,
  estEntiere,
  fraction,
  lireFlottant,
  lireNombre,
  type Fraction,
  type NombreLu,
} from '../nombres';
import { CIBLES, droitDe, lirePeriode, type Droit, type Rang, type TauxCible } from '../droit';
import {
  estRefus,
  intervalleDe,
  phraseDuRefus,
  rangDe,
  tauxCibleDe,
  type IntervalleDeTaux,
  type Refus,
} from '../regles';
import { enPoints, lireOuiNon, normaliser } from '../tableau';
import { ErreurDeCellule, estAbsent } from './valeurs';

/** Un refus devient l'erreur de sa cellule : `#VALEUR!` pour une valeur, `#N/A` pour ce que la loi ou les données ne disent pas. */
export function accepter<T extends object>(resultat: T | Refus): T {
  if (!estRefus(resultat)) return resultat;
  const valeur = resultat.refus === 'VALEUR' || resultat.refus === 'TAUX_CONTRADICTOIRE';
  throw new ErreurDeCellule(valeur ? '#VALEUR!' : '#N/A', phraseDuRefus(resultat));
}

export function refuser(nom: string, valeur: unknown, attendu: string): never {
  throw new ErreurDeCellule(
    '#VALEUR!',
    phraseDuRefus({ refus: 'VALEUR', grandeur: nom, recu: montrer(valeur), attendu }),
  );
}

export function lireEntier(nom: string, valeur: unknown, attendu = 'un nombre entier positif ou nul'): number {
  const { valeur: lue } = lire(nom, valeur, attendu);
  if (!estEntiere(lue) || lue.numerateur < 0) refuser(nom, valeur, attendu);
  return lue.numerateur / lue.denominateur;
}

export function lireDecimal(nom: string, valeur: unknown, attendu = 'un nombre positif ou nul'): Fraction {
  const { valeur: lue } = lire(nom, valeur, attendu);
  if (lue.numerateur < 0) refuser(nom, valeur, attendu);
  return lue;
}

const UN = fraction(1);

/**
 * Un taux en points. Un nombre nu est un rapport jusqu'à `rapport`, des pour cent au-delà de `ambigu` ; entre les deux, il peut être
 * l'un ou l'autre : il est refusé, et les deux écritures proposées.
 */
export function lirePoints(
  nom: string,
  valeur: unknown,
  attendu: string,
  { rapport = UN, ambigu = rapport }: { rapport?: Fraction; ambigu?: Fraction } = {},
): NombreLu {
  const lu = lire(nom, valeur, attendu, true);
  const absolue = { ...lu.valeur, numerateur: Math.abs(lu.valeur.numerateur) };
  if (lu.pourcent || comparer(absolue, ambigu) > 0) return lu;
  const points = enPoints(lu);
  if (comparer(absolue, rapport) <= 0) return points;
  const ecritures = [points, lu].map((n) => `« ${ecrireAuLong(n.valeur)} % »`).join(' ou ');
  return refuser(nom, valeur, `un taux sans ambiguïté : écrire ${ecritures}`);
}

/** Un taux de 0 à 100 %, en points : 0,146 vaut 14,6 %. */
export function lireTaux(nom: string, valeur: unknown, seuils?: Parameters<typeof lirePoints>[3]): NombreLu {
  const attendu = 'un taux de 0 à 100 % (14,6 ou 0,146 ou « 14,6 % »)';
  const points = lirePoints(nom, valeur, attendu, seuils);
  if (points.valeur.numerateur < 0 || comparer(points.valeur, fraction(100)) > 0) refuser(nom, valeur, attendu);
  return points;
}

/** Aucune commune n'atteint 90 % de logements sociaux : au-delà de 0,9, un nombre nu peut être un petit taux en pour cent. */
export const lireTauxLls = (nom: string, valeur: unknown): IntervalleDeTaux =>
  intervalleDe(lireTaux(nom, valeur, { rapport: fraction(90, 100), ambigu: UN }));

export function lireTauxCible(nom: string, valeur: unknown): TauxCible {
  if (valeur === CIBLES[0] || valeur === CIBLES[1]) return valeur;
  const { valeur: points } = lirePoints(nom, valeur, ATTENDU_CIBLE);
  const cible = estEntiere(points) ? tauxCibleDe(points.numerateur / points.denominateur) : null;
  return cible ?? refuser(nom, valeur, ATTENDU_CIBLE);
}

const ATTENDU_CIBLE = `un taux cible de la loi, ${CIBLES.join(' ou ')} (ou ${CIBLES.map((c) => `${c} %`).join(', ')})`;

export function lireRang(nom: string, valeur: unknown): Rang {
  const attendu = '0, 1, 2, ou 3 et plus';
  return rangDe(lireEntier(nom, valeur, attendu)) ?? refuser(nom, valeur, attendu);
}

/** Une valeur de la liste, accents, casse et ponctuation indifférents. */
export function lireParmi<T extends string>(nom: string, valeur: unknown, choix: readonly T[], attendu: string): T {
  const texte = typeof valeur === 'string' ? normaliser(valeur) : '';
  return choix.find((c) => normaliser(c) === texte) ?? refuser(nom, valeur, attendu);
}

const droits = new Map<string, Droit>();

/** Le droit d'une période écrite « 2023-2025 ». */
export function lireDroit(nom: string, valeur: unknown): Droit {
  const connu = typeof valeur === 'string' && droits.get(valeur);
  if (connu) return connu;
  const periode = typeof valeur === 'string' ? lirePeriode(valeur) : null;
  if (!periode) refuser(nom, valeur, 'une période triennale comme « 2023-2025 » ou « 2026-2028 »');
  const droit = droitDe(periode);
  droits.set(String(valeur), droit);
  return droit;
}

export function lireReponse(nom: string, valeur: unknown): boolean | null {
  if (estAbsent(valeur)) return null;
  const reponse = typeof valeur === 'boolean' ? valeur : lireOuiNon(String(valeur));
  return reponse ?? refuser(nom, valeur, '« oui » ou « non », VRAI ou FAUX (ou rien si on ne sait pas)');
}

/**
 * Un nombre écrit, fraction exacte ; `taux` admet le signe % et la décimale ambiguë.
 * @param nombre ce qui se lit, si ce n'est pas toute la valeur, qui reste celle que dit un refus
 */
export function lire(nom: string, valeur: unknown, attendu: string, taux = false, nombre = valeur): NombreLu {
  const lu = typeof nombre === 'number' ? lireFlottant(nombre) : typeof nombre === 'string' ? lireNombre(nombre) : null;
  if (!lu || (!taux && lu.pourcent)) refuser(nom, valeur, attendu);
  if (lu.ambigu && !taux) {
    const ecritures = ['', ','].map((point) => `« ${String(valeur).trim().replace('.', point)} »`).join(' ou ');
    refuser(nom, valeur, `${attendu} : le point est ambigu, écrire ${ecritures}`);
  }
  return lu;
}

const LONGUEUR_MONTREE = 60;

function montrer(valeur: unknown): string {
  if (estAbsent(valeur)) return 'une cellule vide';
  if (valeur === true) return 'VRAI';
  if (valeur === false) return 'FAUX';
  if (typeof valeur === 'number') return String(valeur).replace('.', ',');
  if (typeof valeur === 'string') return `« ${valeur.slice(0, LONGUEUR_MONTREE)} »`;
  const code = typeof valeur === 'object' && valeur !== null && 'code' in valeur ? ` (${String(valeur.code)})` : '';
  return `une cellule en erreur${code}`;
}
