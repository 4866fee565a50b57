import type { Annuaire, CommuneConnue } from '../../annuaire/annuaire';
import { estInconnue, estVide } from '../texte';
import { lireCode, lireDepartement, numeroSeul } from './code-insee';

/** Le nom et le code d'une commune, tels que le tableau les donne. */
export interface Identite {
  readonly commune: string;
  /** Le code de la commune, s'il se lit comme un code INSEE ; rien ne dit qu'il soit juste. */
  readonly codeInsee: string | null;
  /** Ce qui était écrit à la place du code, lisible ou non ; `null` si rien ne l'était. */
  readonly codeEcrit: string | null;
  /** Le département écrit à part, ou avec le nom : « Saint-Benoît (86) ». */
  readonly departement: string | null;
}

export interface Ecrits {
  readonly nom: string;
  readonly code: string;
  readonly departement?: string;
}

/**
 * Lit le nom et le code d'une commune. Le code peut se trouver dans la cellule du nom ; illisible, il n'efface pas le nom.
 * @param annuaire s'il est donné, complète un code partiel (« 214 », l'ancien code corse 20004) par le nom
 * @example lireIdentite({ nom: 'Buxerolles (86041)', code: '' }) // Buxerolles, 86041
 * @example lireIdentite({ nom: 'Buxerolles', code: '41', departement: '86' }) // Buxerolles, 86041
 */
export function lireIdentite({ nom, code, departement = '' }: Ecrits, annuaire?: Annuaire): Identite {
  const codeVide = estVide(code) || estInconnue(code);
  const dansLeCode = !nom && !codeVide && lireCode(code) === null && /\p{L}{2}/u.test(code);
  const lu = lireNom(dansLeCode ? code : nom);
  const numero = lireDepartement(departement) ?? lu.departement;
  const ecrit = dansLeCode || codeVide ? lu.code : code;
  const identite: Identite = {
    commune: lu.commune,
    codeInsee: (ecrit && lireCode(ecrit, numero)) ?? (lu.code && lireCode(lu.code)),
    codeEcrit: ecrit,
    departement: numero,
  };
  if (!annuaire || identite.codeInsee || !identite.codeEcrit) return identite;
  const { communes, discordante } = reconnaitre(identite, annuaire);
  return communes.length === 1 && !discordante ? { ...identite, codeInsee: communes[0]!.code } : identite;
}

export interface Reconnaissance {
  /** La commune, ou ses homonymes que rien ne départage ; aucune si elle n'est pas dans l'annuaire. */
  readonly communes: readonly CommuneConnue[];
  /** Reconnue par son nom, alors que le code écrit n'est pas le sien. */
  readonly discordante: boolean;
}

/** Les communes qu'une identité peut désigner : par son code, à moins que le nom n'en désigne sûrement une autre. */
export function reconnaitre(identite: Identite, annuaire: Annuaire): Reconnaissance {
  const { commune, codeInsee, codeEcrit, departement } = identite;
  const designee = codeInsee ? annuaire.parCode(codeInsee) : undefined;
  if (designee && (!commune || commune === designee.nom)) return { communes: [designee], discordante: false };
  const nommees = annuaire.parNom(commune);
  if (designee && (nommees.length === 0 || nommees.includes(designee)))
    return { communes: [designee], discordante: false };
  const numero = codeInsee || !codeEcrit ? null : numeroSeul(codeEcrit);
  const numerotees = numero ? nommees.filter(({ code }) => code.endsWith(numero)) : [];
  if (numerotees.length > 0) return { communes: duDepartement(numerotees, departement), discordante: false };
  const territoire = codeInsee?.slice(0, 2) ?? departement;
  return { communes: duDepartement(nommees, territoire), discordante: nommees.length > 0 && codeEcrit !== null };
}

/** Celles du département s'il y en a : un nombre entre parenthèses peut n'être qu'un appel de note. */
function duDepartement(communes: readonly CommuneConnue[], departement: string | null): readonly CommuneConnue[] {
  if (!departement || communes.length < 2) return communes;
  const voisines = communes.filter(({ code }) => code.startsWith(departement));
  return voisines.length > 0 ? voisines : communes;
}

interface NomLu {
  readonly commune: string;
  readonly code: string | null;
  readonly departement: string | null;
}

const CODE = '(\\d{5}|2[AB]\\d{3})';
const CODE_SEUL = /^(?:\d{4,5}|2[AB]\d{3})$/i;
const CODE_PUIS_NOM = new RegExp(
  `^(?:(?:ville|commune|mairie) (?:de |d['’])?)?\\(?${CODE}\\)? ?[-–—:]? ?([^\\d ].*)$`,
  'i',
);
const NOM_PUIS_CODE = new RegExp(`(?: ?[([] ?| [-–—:] ?)${CODE} ?[)\\]]?$`, 'i');
const DEPARTEMENT_PUIS_NOM = /^(\d\d|97\d|2[AB]) ?[-–—:] ?([^\d ].*)$/i;
const NOM_PUIS_DEPARTEMENT = / ?\((\d\d|97\d|2[AB])\)$/i;
// eslint-disable-next-line regexp/no-super-linear-move -- elle ne lit que 200 lettres au plus (LONGUEUR)
const APPELS_DE_NOTE = /(?: ?(?:\(\d{1,2}\)|\[\d{1,2}\]|[*†‡⁰¹²³⁴-⁹]))+$/u;
const LONGUEUR = 200;
/** Des lettres, comme presque tous les noms. */
const SANS_DETOUR = /^[\p{L}'’ -]*$/u;

/** Le nom d'une commune, son code ou son département écrits dans la même cellule, sans les appels de note. */
function lireNom(texte: string): NomLu {
  if (texte.length > LONGUEUR || SANS_DETOUR.test(texte)) return { commune: texte, code: null, departement: null };
  if (CODE_SEUL.test(texte)) return { commune: '', code: texte, departement: null };
  const departement = lireDepartement(NOM_PUIS_DEPARTEMENT.exec(texte)?.[1] ?? '');
  const commune = texte.replace(APPELS_DE_NOTE, '').replace(NOM_PUIS_DEPARTEMENT, '');
  const [, code, suite] = CODE_PUIS_NOM.exec(commune) ?? [];
  if (code && suite) return { commune: suite, code, departement };
  const [finale = '', final] = NOM_PUIS_CODE.exec(commune) ?? [];
  if (final && finale.length < commune.length)
    return { commune: commune.slice(0, -finale.length), code: final, departement };
  const [, numero = '', nom] = DEPARTEMENT_PUIS_NOM.exec(commune) ?? [];
  const lu = lireDepartement(numero);
  return nom && lu ? { commune: nom, code: null, departement: lu } : { commune, code: null, departement };
}
