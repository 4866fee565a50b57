import { cleDeNom, type Annuaire, type CommuneConnue } from '../../annuaire/annuaire';
import type { Droit } from '../../droit';
import type { Ligne } from '../lecture/ligne';
import { normaliser } from '../texte';
import { constat, type Constat } from './constats';
import type { Contexte } from './contexte';

/** Chaque commune : connue, nommée comme son code, présente une fois ; et l'EPCI que la plupart partagent. */
export function verifierIdentites(lignes: readonly Ligne[], contexte: Contexte): Constat[] {
  const { annuaire } = contexte;
  const trouvees = identifier(lignes, annuaire);
  const epci = epciCommun([...trouvees.values()]);
  return [
    ...doublons(lignes),
    ...lignes.flatMap((ligne) => inconnue(ligne, trouvees.get(ligne), annuaire)),
    ...lignes.flatMap((ligne) => autreEpci(ligne, trouvees.get(ligne), annuaire)),
    ...(contexte.contrat === 'cims' && epci ? perimetre(lignes, trouvees, epci, contexte) : []),
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

function identifier(lignes: readonly Ligne[], annuaire: Annuaire): Map<Ligne, CommuneConnue> {
  const trouvees = new Map<Ligne, CommuneConnue>();
  const homonymes = new Map<Ligne, readonly CommuneConnue[]>();
  for (const ligne of lignes) {
    const candidates = ligne.codeInsee ? [annuaire.parCode(ligne.codeInsee)] : annuaire.parNom(ligne.commune);
    if (candidates.length === 1 && candidates[0]) trouvees.set(ligne, candidates[0]);
    else if (candidates.length > 1) homonymes.set(ligne, candidates as readonly CommuneConnue[]);
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

function doublons(lignes: readonly Ligne[]): Constat[] {
  const vues = new Map<string, Ligne>();
  return lignes.flatMap((ligne) => {
    const cle = ligne.codeInsee ?? cleDeNom(ligne.commune);
    const premiere = vues.get(cle);
    if (cle && !premiere) vues.set(cle, ligne);
    return premiere ? [constat('DOUBLON', ligne, { premiere: premiere.cellule('commune') })] : [];
  });
}

function inconnue(ligne: Ligne, trouvee: CommuneConnue | undefined, annuaire: Annuaire): Constat[] {
  const { codeInsee: code, commune: nom } = ligne;
  const { millesime, populationMinimale } = annuaire;
  if (trouvee) {
    if (!nom || nom === trouvee.nom || cleDeNom(nom) === cleDeNom(trouvee.nom)) return [];
    return [constat('COMMUNE_INCONNUE', ligne, { code, nom, attendu: trouvee.nom, millesime, populationMinimale })];
  }
  if (!code && (!nom || annuaire.parNom(nom).length > 0)) return [];
  return [
    constat(
      'COMMUNE_INCONNUE',
      ligne,
      { code, nom, attendu: null, millesime, populationMinimale },
      { colonne: code ? 'code_insee' : 'commune' },
    ),
  ];
}

/** L'EPCI écrit n'a aucun mot propre en commun avec celui de la commune, ni son numéro SIREN. */
function autreEpci(ligne: Ligne, trouvee: CommuneConnue | undefined, { millesime }: Annuaire): Constat[] {
  const { epci: ecrit } = ligne;
  if (!trouvee || !ecrit || ecrit === trouvee.epci || partagentUnMot(ecrit, trouvee.nomEpci)) return [];
  const details = { epci: trouvee.nomEpci, commun: ecrit, millesime, ecrit: true, metropole: false };
  return [constat('COMMUNE_HORS_EPCI', ligne, details, { colonne: 'epci', gravite: 'alerte' })];
}

const COMMUNS = new Set(
  'cu ca cc ccu met ept communaute urbaine agglomeration agglo communes commune metropole de du des d la le les l en et sur pays grand grande'.split(
    ' ',
  ),
);

function partagentUnMot(a: string, b: string): boolean {
  const propres = (nom: string) =>
    normaliser(nom)
      .split(' ')
      .filter((mot) => !COMMUNS.has(mot));
  const mots = new Set(propres(b));
  return propres(a).length === 0 || propres(a).some((mot) => mots.has(mot));
}

function perimetre(
  lignes: readonly Ligne[],
  trouvees: ReadonlyMap<Ligne, CommuneConnue>,
  epci: string,
  { annuaire, droit }: Contexte,
): Constat[] {
  const { millesime } = annuaire;
  const membres = annuaire.membres(epci);
  const commun = membres[0]!.nomEpci;
  const hors = lignes.flatMap((ligne) => {
    const trouvee = trouvees.get(ligne);
    if (!trouvee || trouvee.epci === epci) return [];
    const metropole = duGrandParis(trouvee.nomEpci) && duGrandParis(commun);
    const details = { epci: trouvee.nomEpci, commun, millesime, ecrit: false, metropole };
    return [constat('COMMUNE_HORS_EPCI', ligne, details, metropole ? SELON_L_EPT : {})];
  });
  const presentes = new Set([...trouvees.values()].map((c) => c.code));
  const noms = membres.filter((c) => !presentes.has(c.code) && dansLeChamp(c, droit)).map((c) => c.nom);
  return noms.length === 0 ? hors : [...hors, constat('COMMUNE_ABSENTE', null, { noms, epci: commun, millesime })];
}

/** L'EPCI à fiscalité propre y est la métropole : que l'EPT en tienne lieu n'est qu'une lecture (ADR 0011). */
const SELON_L_EPT = { gravite: 'alerte', certitude: 'interprétation' } as const;

const duGrandParis = (epci: string): boolean => epci.startsWith('EPT ') || epci === 'Métropole du Grand Paris';

function dansLeChamp({ code, population }: CommuneConnue, { champ }: Droit): boolean {
  if (!champ) return false;
  const { departementsIleDeFrance, populationUniteUrbaineDeParis, population: seuil } = champ.regle;
  return population >= (departementsIleDeFrance.includes(code.slice(0, 2)) ? populationUniteUrbaineDeParis : seuil);
}
