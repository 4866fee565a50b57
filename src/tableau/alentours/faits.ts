import { nettoyer, normaliser } from '../texte';
import { lireAvis } from './avis';
import { lireBareme, lireGenre, lireStade } from './contrat';
import { passagesDe, phrasesDe } from './decoupe';
import { libelleDe, lireReponse, LONGUEUR_D_UNE_QUESTION } from './libelles';
import { lirePeriodeDite } from './periode';
import { lirePlh } from './plh';
import { lireEpci, lireMillesime, lireTauxCible, lireUnite } from './renseignements';
import type { FaitLu, Sujet } from './types';

type Lecteur = (passage: string, nomme: boolean) => Omit<FaitLu, 'quoi' | 'texte'> | undefined;

const simple =
  <T>(lire: (passage: string, nomme: boolean) => T | undefined) =>
  (passage: string, nomme: boolean) => {
    const valeur = lire(passage, nomme);
    return valeur === undefined ? undefined : ({ valeur } as Omit<FaitLu, 'quoi' | 'texte'>);
  };

const LECTEURS: Readonly<Record<Sujet, Lecteur>> = {
  periode: simple(lirePeriodeDite),
  plh: lirePlh,
  avis: simple(lireAvis),
  epci: simple(lireEpci),
  taux_cible: simple(lireTauxCible),
  unite: simple(lireUnite),
  millesime: simple(lireMillesime),
  genre: simple(lireGenre),
  stade: simple(lireStade),
  bareme: simple((passage: string) => lireBareme(passage)),
};
const SUJETS = Object.keys(LECTEURS) as Sujet[];

/** Ce qu'une phrase dit, et le passage de chaque fait. */
export interface PhraseLue {
  readonly phrase: string;
  readonly faits: readonly FaitLu[];
  /** Ce qui reste à comprendre : les passages qui n'ont dit ni un PLH ni un avis. */
  readonly reste: string;
}

/**
 * Les faits que dit un texte, seul ou avec la cellule voisine dont il est le libellé (« PLH », « oui »).
 * Pure ; un texte qui ne dit rien rend une liste vide.
 * @example lireFaits('PLH : oui, exécutoire depuis le 12/03/2020') // plh : true
 * @example lireFaits('Période triennale', '2026-2028') // periode : 2026
 * @example lireFaits('PLH en cours d’élaboration') // plh : null, à confirmer
 * @example lireFaits('PLH 2025-2030') // plh : true, valable de 2025 à 2030 ; ce n'est pas une période
 */
export function lireFaits(texte: string, voisin?: string): FaitLu[] {
  const valeur = voisin?.trim();
  return (valeur && lireAvecVoisin(texte, valeur)) || lirePhrases(texte).flatMap(({ faits }) => faits);
}

/** Les faits que disent ensemble un libellé et sa valeur ; `null` : le texte se lit seul. */
export function lireAvecVoisin(texte: string, voisin: string): FaitLu[] | null {
  const sujet = libelleDe(texte);
  if (sujet) return lireValeur(sujet, texte, voisin);
  if (/^(?:l )?avis$/.test(normaliser(texte))) return lireLibre(`Avis : ${voisin}`);
  return lireReponse(voisin) && texte.length <= LONGUEUR_D_UNE_QUESTION ? repondre(texte, voisin) : null;
}

/** « PLH exécutoire à la date de signature », « non » : la réponse vaut pour ce que le texte affirme, et pour cela seul. */
function repondre(question: string, reponse: string): FaitLu[] | null {
  for (const quoi of ['plh', 'avis'] as const) {
    const demande = lirePhrases(question)
      .flatMap(({ faits }) => faits)
      .find((fait) => fait.quoi === quoi);
    if (!demande) continue;
    const affirme = demande.valeur === true || demande.valeur === 'recueilli';
    const lu = affirme ? LECTEURS[quoi](reponse, true) : undefined;
    const nuance = quoi === 'avis' && lu?.valeur !== 'recueilli' && /favorable/i.test(question);
    const texte = nettoyer(`${question} : ${reponse}`);
    return [{ quoi, texte, ...(lu && !nuance ? lu : { valeur: null }) } as FaitLu];
  }
  return null;
}

/** Un libellé et sa valeur. */
function lireValeur(sujet: Sujet, libelle: string, valeur: string): FaitLu[] {
  const texte = nettoyer(`${libelle.replace(/(?<![\s:?])[\s:?]+$/u, '')} : ${valeur}`);
  const lu = LECTEURS[sujet](nettoyer(valeur), true);
  return lu ? [{ quoi: sujet, texte, ...lu } as FaitLu] : [];
}

export function lirePhrases(texte: string): PhraseLue[] {
  return reunir(phrasesDe(texte)).map((phrase) => {
    const passages = passagesDe(phrase).map((passage) => ({ passage, faits: lirePassage(passage) }));
    const reste = passages.filter(({ faits }) => !faits.some(({ quoi }) => quoi === 'plh' || quoi === 'avis'));
    return {
      phrase,
      faits: unParSujet(
        passages.flatMap(({ faits }) => faits),
        phrase,
      ),
      reste: reste.map(({ passage }) => passage).join(' – '),
    };
  });
}

/** Dite deux fois, une même chose l'est une ; deux périodes se départagent dans la phrase entière. */
function unParSujet(faits: readonly FaitLu[], phrase: string): FaitLu[] {
  const distincts = faits.filter(
    (f, i) => faits.findIndex((g) => g.quoi === f.quoi && JSON.stringify(g.valeur) === JSON.stringify(f.valeur)) === i,
  );
  const periodes = distincts.filter(({ quoi }) => quoi === 'periode');
  if (periodes.length < 2) return distincts;
  const valeur = lirePeriodeDite(phrase) ?? null;
  return [{ quoi: 'periode', valeur, texte: phrase }, ...distincts.filter(({ quoi }) => quoi !== 'periode')];
}

/** « PLH : » en fin de ligne, sa valeur à la suivante. */
function reunir(morceaux: readonly string[]): string[] {
  const reunis: string[] = [];
  for (const morceau of morceaux) {
    const dernier = reunis.at(-1);
    const attend = dernier !== undefined && libelleDe(dernier) !== null && lirePassage(dernier).length === 0;
    if (attend && lirePassage(morceau).length === 0 && !libelleDe(morceau))
      reunis[reunis.length - 1] = `${dernier.replace(/(?<![\s:])[\s:]+$/u, '')} : ${morceau}`;
    else reunis.push(morceau);
  }
  return reunis;
}

function lirePassage(passage: string): FaitLu[] {
  const [, libelle, valeur] = /^([^:=]{2,80}?)\s*[:=–—]\s*(\S.*)$/u.exec(passage) ?? [];
  const sujet = libelle && valeur ? libelleDe(libelle) : null;
  if (sujet && !passage.endsWith('?')) {
    const nommes = lireValeur(sujet, libelle!, valeur!);
    const autres = sujet === 'genre' || sujet === 'stade' ? lireLibre(passage) : [];
    if (nommes.length > 0) return [...nommes, ...autres.filter(({ quoi }) => quoi !== sujet)];
  }
  return lireLibre(passage);
}

const estSource = (passage: string): boolean => /^sources?\b/.test(normaliser(passage));

function lireLibre(passage: string): FaitLu[] {
  const source = estSource(passage);
  return SUJETS.flatMap((quoi) => {
    if (source && quoi !== 'millesime') return [];
    const lu = LECTEURS[quoi](passage, false);
    return lu ? [{ quoi, texte: passage, ...lu } as FaitLu] : [];
  });
}
