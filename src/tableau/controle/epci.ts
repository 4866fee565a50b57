import type { CommuneConnue } from '../../annuaire/annuaire';
import { normaliser } from '../texte';

const COMMUNS = new Set(
  'cu ca cc ccu met ept communaute urbaine agglomeration agglo communes commune metropole de du des d la le les l en et sur pays grand grande gd'.split(
    ' ',
  ),
);
const FORMES: Readonly<Record<string, string>> = {
  cu: 'communaute urbaine',
  ca: 'communaute agglomeration',
  cc: 'communaute communes',
  ept: 'etablissement public territorial',
};
const METROPOLE_DU_GRAND_PARIS = 'Métropole du Grand Paris';
/** Plus long, un mot n'est plus un sigle. */
const SIGLE_MAXIMUM = 9;
const NOM_MAXIMUM = 200;
const RACINE = 4;

/**
 * L'EPCI écrit peut être celui de la commune : son SIREN, un mot propre à son nom (ou son début), ou un sigle fait de ses
 * initiales. Au doute, oui : ce n'est qu'une écriture.
 */
export function peutNommerEpci(ecrit: string, { epci, nomEpci }: Pick<CommuneConnue, 'epci' | 'nomEpci'>): boolean {
  if (ecrit.replace(/\s/g, '') === epci) return true;
  const texte = normaliser(ecrit.slice(0, NOM_MAXIMUM));
  const noms = nomEpci.startsWith('EPT ') ? [nomEpci, METROPOLE_DU_GRAND_PARIS] : [nomEpci];
  return noms.map(normaliser).some((nom) => partagentUnMot(texte, nom) || peutEtreSigle(texte, nom));
}

const propres = (nom: string): string[] => nom.split(' ').filter((mot) => mot && !COMMUNS.has(mot));

function partagentUnMot(ecrit: string, nom: string): boolean {
  const mots = propres(nom);
  const siens = propres(ecrit);
  const memeRacine = (a: string, b: string) =>
    a === b || (Math.min(a.length, b.length) >= RACINE && (a.startsWith(b) || b.startsWith(a)));
  return siens.length === 0 || siens.some((a) => mots.some((b) => memeRacine(a, b)));
}

/** « GPCU » : les initiales, dans un ordre quelconque ; « CARENE » : les débuts des mots, dans l'ordre. */
function peutEtreSigle(ecrit: string, nom: string): boolean {
  const sigle = ecrit.replace(/ /g, '');
  if (sigle.length < 2 || sigle.length > SIGLE_MAXIMUM) return false;
  if (/\d/.test(sigle)) return /[a-z]/.test(sigle) || sigle.length < 3;
  const mots = nom.split(' ').flatMap((mot) => (FORMES[mot] ?? mot).split(' '));
  return sontDesInitiales(sigle, mots) || debuteLesMots(sigle, mots);
}

function sontDesInitiales(sigle: string, mots: readonly string[]): boolean {
  const restantes = mots.map((mot) => mot[0]);
  return [...sigle].every((lettre) => {
    const place = restantes.indexOf(lettre);
    if (place >= 0) restantes.splice(place, 1);
    return place >= 0;
  });
}

/** Suit, mot après mot, jusqu'où le sigle peut être écrit par des débuts de mots, chacun pouvant être passé. */
function debuteLesMots(sigle: string, mots: readonly string[]): boolean {
  const atteints = new Set([0]);
  for (const mot of mots) {
    for (const depart of [...atteints]) {
      for (let n = 1; n <= mot.length && sigle[depart + n - 1] === mot[n - 1]; n++) atteints.add(depart + n);
    }
  }
  return atteints.has(sigle.length);
}
