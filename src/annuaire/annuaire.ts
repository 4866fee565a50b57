import { normaliser } from '../tableau/texte';

export interface CommuneConnue {
  readonly code: string;
  readonly nom: string;
  readonly population: number;
  readonly epci: string;
  readonly nomEpci: string;
}

/**
 * Les communes d'au moins `populationMinimale` habitants et leur EPCI à fiscalité propre (INSEE, DGCL, Etalab ; Licence
 * Ouverte 2.0).
 */
export interface Annuaire {
  readonly millesime: number;
  readonly source: string;
  readonly populationMinimale: number;
  parCode(code: string): CommuneConnue | undefined;
  /** Toutes les communes de ce nom. */
  parNom(nom: string): readonly CommuneConnue[];
  membres(epci: string): readonly CommuneConnue[];
}

/** La forme de `communes.json`, écrite par `npm run annuaire`. */
export interface Donnees {
  readonly millesime: number;
  readonly source: string;
  readonly populationMinimale: number;
  readonly epcis: readonly [string, string, readonly [string, string, number][]][];
}

export function creerAnnuaire({ millesime, source, populationMinimale, epcis }: Donnees): Annuaire {
  const codes = new Map<string, CommuneConnue>();
  const parEpci = new Map<string, CommuneConnue[]>();
  for (const [epci, nomEpci, communes] of epcis) {
    const membres = communes.map(([code, nom, population]) => ({ code, nom, population, epci, nomEpci }));
    parEpci.set(epci, membres);
    for (const commune of membres) codes.set(commune.code, commune);
  }
  let noms: Map<string, CommuneConnue[]> | null = null;
  return {
    millesime,
    source,
    populationMinimale,
    parCode: (code) => codes.get(code),
    parNom(nom) {
      noms ??= grouper(codes.values());
      return noms.get(cleDeNom(nom)) ?? [];
    },
    membres: (epci) => parEpci.get(epci) ?? [],
  };
}

/** « St-Benoît » et « Saint Benoit » sont le même nom. */
export const cleDeNom = (nom: string): string =>
  normaliser(nom)
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte');

function grouper(communes: Iterable<CommuneConnue>): Map<string, CommuneConnue[]> {
  const groupes = new Map<string, CommuneConnue[]>();
  for (const commune of communes) {
    const cle = cleDeNom(commune.nom);
    const groupe = groupes.get(cle);
    if (groupe) groupe.push(commune);
    else groupes.set(cle, [commune]);
  }
  return groupes;
}
