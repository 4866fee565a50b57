import type { IdReference } from '../../droit';
import type { Controle } from '../../tableau';
import type { Cadre } from '../note/cadre';
import { titre, type Note, type Partie } from '../note/document';
import { referencesCitees, versionsDeLaLoi } from '../note/versions-de-la-loi';
import { actions } from './actions';
import { annexe } from './annexe';
import { casDe, estDuGrandParis, titreDuContrat, type Cas } from './cas';
import { gouvernance } from './gouvernance';
import { objectifs } from './objectifs';
import { outils } from './outils';
import { projets } from './projets';
import { choisir } from './refus';
import { reperes } from './reperes';
import { signatures } from './signatures';
import { parties, tete } from './tete';
import { blancsDe, verification } from './verification';

/** Un contrat à compléter et ce qu'il laisse à écrire, en données seules ; ou la phrase qui dit pourquoi il n'y en a pas. */
export type Projet =
  { readonly refus: string } | { readonly refus: null; readonly note: Note; readonly blancs: number };

/**
 * Le projet de contrat de mixité sociale d'un classeur contrôlé : trois volets, quatre articles, signataires et tableau annexé. Il ne
 * dit rien que le contrôle n'ait établi ; le reste y est marqué.
 */
export function projetDe(
  { titre: nom, controles, reserves }: { titre: string; controles: readonly Controle[]; reserves: readonly string[] },
  cadre: Cadre,
): Projet {
  const choisi = choisir(controles, cadre);
  if (typeof choisi === 'string') return { refus: choisi };
  const cas = casDe(choisi, { titre: nom, reserves }, cadre);
  const corps: Partie = { orientation: 'portrait', blocs: corpsDe(cas) };
  const tableau: Partie = { orientation: 'paysage', blocs: annexe(cas) };
  const blancs = blancsDe([corps, tableau]);
  return {
    refus: null,
    blancs: blancs.reduce((n, { nombre }) => n + nombre, 0),
    note: {
      titre: titreDuContrat(cas),
      pied: 'Projet, non signé',
      parties: [corps, { orientation: 'portrait', blocs: verification(cas, [corps, tableau]) }, tableau],
    },
  };
}

const corpsDe = (cas: Cas) => [
  ...tete(cas),
  ...parties(cas),
  ...reperes(cas),
  ...outils(cas),
  titre(2, `Troisième volet. Feuille de route ${cas.periode}`),
  ...actions(cas),
  ...objectifs(cas),
  ...projets(cas),
  ...gouvernance(cas),
  ...versionsDeLaLoi(new Set(citees(cas))),
  ...signatures(cas),
];

const citees = (cas: Cas): IdReference[] => [
  ...referencesCitees(cas.controle),
  'L302-8-III',
  'L302-9-1',
  ...(cas.mutualisant || estDuGrandParis(cas) || cas.communes.length > 1 ? (['plaquette'] as const) : []),
];
