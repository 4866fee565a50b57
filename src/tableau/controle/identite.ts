import { arrondissementDuNom, type Annuaire, type CommuneConnue } from '../../annuaire/annuaire';
import { arrondissementDuCode } from '../lecture/code-insee';
import { reconnaitre, type Reconnaissance } from '../lecture/identite';
import type { Ligne } from '../lecture/ligne';
import { sansEffet } from '../precisions';
import { normaliser } from '../texte';
import { absentes } from './absentes';
import { constat, type Constat } from './constats';
import { estAccepte, type Contexte } from './contexte';
import { peutNommerEpci } from './epci';

/** Chaque commune : connue, nommée comme son code, présente une fois ; et l'EPCI que la plupart partagent. */
export function verifierIdentites(lignes: readonly Ligne[], contexte: Contexte): Constat[] {
  const { annuaire } = contexte;
  const reconnues = new Map(lignes.map((ligne) => [ligne, reconnaitre(ligne, annuaire)]));
  const trouvees = departager(reconnues);
  const epci = epciCommun([...trouvees.values()]);
  return [
    ...doublons(lignes, trouvees, annuaire),
    ...lignes.flatMap((ligne) => inconnue(ligne, reconnues.get(ligne)!, trouvees.get(ligne), annuaire)),
    ...lignes.flatMap((ligne) => autreEpci(ligne, trouvees.get(ligne), contexte)),
    ...(contexte.contrat === 'cims' && epci
      ? [...perimetre(lignes, trouvees, epci, contexte), ...autrementNomme(epci, contexte)]
      : []),
    ...(contexte.contrat === 'cims' ? epcisEcrits(lignes, trouvees, epci, contexte) : []),
  ];
}

/** L'EPCI que partagent la plupart des communes d'un tableau ; `null` si aucune n'est reconnue. */
export function epciDuTableau(lignes: readonly Ligne[], annuaire: Annuaire): string | null {
  const epci = epciCommun([...identifier(lignes, annuaire).values()]);
  return epci && annuaire.membres(epci)[0]!.nomEpci;
}

/** L'EPCI de chaque commune reconnue. */
export const epcisDesLignes = (lignes: readonly Ligne[], annuaire: Annuaire): ReadonlyMap<Ligne, string> =>
  new Map([...identifier(lignes, annuaire)].map(([ligne, { nomEpci }]) => [ligne, nomEpci]));

/** La commune de chaque ligne reconnue ; de plusieurs homonymes, celle de l'EPCI des autres. */
export const identifier = (lignes: readonly Ligne[], annuaire: Annuaire): Map<Ligne, CommuneConnue> =>
  departager(new Map(lignes.map((ligne) => [ligne, reconnaitre(ligne, annuaire)])));

/** La commune de chaque ligne ; de plusieurs homonymes, celle de l'EPCI des autres. */
function departager(reconnues: ReadonlyMap<Ligne, Reconnaissance>): Map<Ligne, CommuneConnue> {
  const trouvees = new Map<Ligne, CommuneConnue>();
  const homonymes = new Map<Ligne, readonly CommuneConnue[]>();
  for (const [ligne, { communes }] of reconnues) {
    if (communes.length === 1) trouvees.set(ligne, communes[0]!);
    else if (communes.length > 1) homonymes.set(ligne, communes);
  }
  const epci = epciCommun([...trouvees.values()]);
  for (const [ligne, candidates] of homonymes) {
    const voisine = candidates.find((c) => c.epci === epci);
    if (voisine) trouvees.set(ligne, voisine);
  }
  return trouvees;
}

/** L'EPCI de la plupart des communes ; à égalité, celui de la première. */
function epciCommun(communes: readonly CommuneConnue[]): string | null {
  const comptes = new Map<string, number>();
  for (const { epci } of communes) comptes.set(epci, (comptes.get(epci) ?? 0) + 1);
  return [...comptes].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** Une même commune, qu'une ligne la nomme et que l'autre en donne le code ; deux arrondissements ne sont pas la même ligne. */
function doublons(
  lignes: readonly Ligne[],
  trouvees: ReadonlyMap<Ligne, CommuneConnue>,
  annuaire: Annuaire,
): Constat[] {
  const vues = new Map<string, Ligne[]>();
  return lignes.flatMap((ligne) => {
    const cle = cleDeLigne(ligne, trouvees.get(ligne), annuaire);
    if (!cle) return [];
    const memes = vues.get(cle);
    const premiere = memes?.find((autre) => !autreArrondissement(ligne, autre));
    if (premiere) return [constat('DOUBLON', ligne, { premiere: premiere.cellule('commune') })];
    if (memes) memes.push(ligne);
    else vues.set(cle, [ligne]);
    return [];
  });
}

/** Quand le code désigne une commune et le nom une autre, on ne sait pas laquelle est répétée : les deux comptent. */
function cleDeLigne(ligne: Ligne, trouvee: CommuneConnue | undefined, annuaire: Annuaire): string {
  const { codeInsee: code, commune: nom, departement } = ligne;
  if (!trouvee) return code ?? (nom && `${departement ?? ''} ${normaliser(nom)}`);
  return code && code !== trouvee.code && annuaire.parCode(code) ? `${code} ${trouvee.code}` : trouvee.code;
}

function autreArrondissement(a: Ligne, b: Ligne): boolean {
  const [un, autre] = [arrondissementDe(a), arrondissementDe(b)];
  return un !== null && autre !== null && un !== autre;
}

const arrondissementDe = ({ codeEcrit, commune }: Ligne): number | null =>
  arrondissementDuNom(commune) ?? (codeEcrit === null ? null : arrondissementDuCode(codeEcrit));

function inconnue(
  ligne: Ligne,
  { communes, discordante }: Reconnaissance,
  trouvee: CommuneConnue | undefined,
  annuaire: Annuaire,
): Constat[] {
  const { commune: nom } = ligne;
  const { millesime, populationMinimale } = annuaire;
  const code = ligne.codeInsee ?? (discordante || communes.length === 0 ? ligne.codeEcrit : null);
  const details = { code, nom, attendu: null, millesime, populationMinimale };
  if (trouvee && discordante) {
    const autre = ligne.codeInsee ? annuaire.parCode(ligne.codeInsee) : undefined;
    const suite = autre ? { attendu: autre.nom } : { reconnue: trouvee };
    // De deux communes connues, on ne sait pas laquelle est jugée.
    const precisions = autre ? { empecheDeConclure: true } : ({ colonne: 'code_insee' } as const);
    return [constat('COMMUNE_INCONNUE', ligne, { ...details, ...suite }, precisions)];
  }
  if (trouvee) {
    if (!nom || nom === trouvee.nom || annuaire.parNom(nom).includes(trouvee)) return [];
    return [constat('COMMUNE_INCONNUE', ligne, { ...details, attendu: trouvee.nom })];
  }
  if (!code && (!nom || communes.length > 0)) return [];
  return [constat('COMMUNE_INCONNUE', ligne, details, { colonne: code ? 'code_insee' : 'commune' })];
}

/**
 * L'EPCI écrit ne peut être ni le nom de celui de la commune, ni son numéro SIREN, ni son sigle. D'une mutualisation, il faut savoir
 * lequel vaut.
 */
function autreEpci(ligne: Ligne, trouvee: CommuneConnue | undefined, contexte: Contexte): Constat[] {
  const { epci: ecrit } = ligne;
  if (!trouvee || !ecrit || ecrit === trouvee.nomEpci || peutNommerEpci(ecrit, trouvee)) return [];
  const { millesime } = contexte.annuaire;
  const details = { epci: trouvee.nomEpci, commun: ecrit, millesime, ecrit: true, metropole: false };
  const precisions = { colonne: 'epci', gravite: 'alerte' } as const;
  const cle = `${ligne.nom} ${trouvee.nomEpci}`;
  if (contexte.contrat !== 'cims' || estAccepte(contexte, cle))
    return [constat('COMMUNE_HORS_EPCI', ligne, details, precisions)];
  const question = sansEffet(`${ligne.nom} est-elle bien de « ${trouvee.nomEpci} » ?`, 'Oui', cle);
  return [constat('COMMUNE_HORS_EPCI', ligne, details, { ...precisions, empecheDeConclure: true, question })];
}

function perimetre(
  lignes: readonly Ligne[],
  trouvees: ReadonlyMap<Ligne, CommuneConnue>,
  epci: string,
  contexte: Contexte,
): Constat[] {
  const { annuaire } = contexte;
  const { millesime } = annuaire;
  const commun = annuaire.membres(epci)[0]!.nomEpci;
  const hors = lignes.flatMap((ligne) => {
    const trouvee = trouvees.get(ligne);
    if (!trouvee || trouvee.epci === epci) return [];
    const metropole = duGrandParis(trouvee.nomEpci) && duGrandParis(commun);
    const details = { epci: trouvee.nomEpci, commun, millesime, ecrit: false, metropole };
    return [constat('COMMUNE_HORS_EPCI', ligne, details, metropole ? SELON_L_EPT : {})];
  });
  return [...hors, ...absentes([...trouvees.values()], epci, contexte)];
}

/** Des communes que l'annuaire ne connaît pas, le tableau dit lui-même qu'elles sont d'un autre EPCI que les autres. */
function epcisEcrits(
  lignes: readonly Ligne[],
  trouvees: ReadonlyMap<Ligne, CommuneConnue>,
  siren: string | null,
  contexte: Contexte,
): Constat[] {
  const premiere = lignes.find(({ epci }) => epci);
  const commun = siren ? contexte.annuaire.membres(siren)[0]! : { epci: '', nomEpci: premiere?.epci ?? '' };
  return lignes.flatMap((ligne) => {
    const { epci: ecrit, nom } = ligne;
    if (trouvees.has(ligne) || !ecrit || ecrit === commun.nomEpci || peutNommerEpci(ecrit, commun)) return [];
    const cle = `${nom} ${ecrit}`;
    if (estAccepte(contexte, cle)) return [];
    const phrase = `Le tableau dit ${nom} de « ${ecrit} », et d’autres communes de « ${commun.nomEpci} » : la mutualisation se fait au sein d’un même EPCI.`;
    const question = sansEffet(`« ${ecrit} » et « ${commun.nomEpci} » sont-ils le même EPCI ?`, 'Oui', cle);
    return [
      constat('CONTEXTE_CONTRADICTOIRE', ligne, { phrase }, { colonne: 'epci', empecheDeConclure: true, question }),
    ];
  });
}

/** L'EPCI dit autour du tableau n'est pas celui de ses communes. */
function autrementNomme(siren: string, { annuaire, epci: nomme }: Contexte): Constat[] {
  const [membre] = annuaire.membres(siren);
  if (!nomme || !membre || nomme === membre.nomEpci || peutNommerEpci(nomme, membre)) return [];
  const phrase = `L’EPCI est dit « ${nomme} », alors que la plupart des communes sont de « ${membre.nomEpci} » (${annuaire.millesime}).`;
  return [constat('CONTEXTE_CONTRADICTOIRE', null, { phrase })];
}

/** L'EPCI à fiscalité propre y est la métropole : que l'EPT en tienne lieu n'est qu'une lecture (ADR 0011). */
const SELON_L_EPT = { gravite: 'alerte', certitude: 'interprétation' } as const;

const duGrandParis = (epci: string): boolean => epci.startsWith('EPT ') || epci === 'Métropole du Grand Paris';
