import type { ControleObjectifs } from '../../tableau';
import { groupementsDe } from '../groupements';
import { estDeficitaire, type Cadre } from './cadre';
import { mots, paragraphe, tableau, type Bloc } from './document';

/** Les personnes dont la loi demande la signature (L. 302-8-1), chaque EPCI avant ses communes ; aucune sans contrat. */
export function signataires(controle: ControleObjectifs, { annuaire }: Cadre): string[] {
  if (controle.contrat === 'aucun') return [];
  const deficitaires = new Set(controle.lignes.filter(estDeficitaire).map((l) => l.ligne));
  const locaux = groupementsDe(controle, annuaire).flatMap(({ epci, lignes }) => {
    const communes = lignes.filter((l) => deficitaires.has(l)).map((l) => `Commune (${l.nom}) : le maire`);
    return communes.length === 0 ? [] : [...intercommunalites(epci), ...communes];
  });
  return [...new Set(['État : le préfet de département', ...locaux])];
}

/** Dans la métropole du Grand Paris, l'annuaire dit l'établissement public territorial (EPT) ; ailleurs, l'EPCI. */
function intercommunalites(epci: string | null): string[] {
  if (!epci) return ['EPCI : le président'];
  if (epci.startsWith('EPT '))
    return [`EPT : le président (${epci})`, 'EPCI : le président de la métropole du Grand Paris'];
  return [`EPCI : le président (${epci})`];
}

export function signatures(controle: ControleObjectifs, cadre: Cadre): Bloc[] {
  const places = signataires(controle, cadre);
  if (places.length === 0) return [];
  const colonnes = [mots('Signataire', 40), mots('Nom et qualité', 30), mots('Date et signature', 30)];
  return [
    paragraphe(phraseDesSignataires(places)),
    tableau(
      'Places des signataires',
      colonnes,
      places.map((place) => [place, '', '']),
      { aSigner: true },
    ),
  ];
}

/** Ce que la loi demande de signatures, et ce que la plaquette y ajoute dans la métropole du Grand Paris. */
export function phraseDesSignataires(places: readonly string[]): string {
  const usage = places.some((p) => p.startsWith('EPT'))
    ? ' Dans la métropole du Grand Paris, la loi ajoute l’établissement public territorial ; la plaquette du ministère, le président de la métropole.'
    : '';
  const plusieurs = places.filter((p) => p.startsWith('Commune')).length > 1;
  const ensemble = plusieurs
    ? ' Un contrat peut réunir plusieurs communes d’un même EPCI (plaquette du ministère).'
    : '';
  return `Commune, État et EPCI signent le contrat (L. 302-8-1 du CCH).${usage}${ensemble}`;
}
