import type { Feuille } from '../outils/lecture';
import { cas, ecrit, ENTIER, type Cas } from './cas';
import { changerValeurs } from './recit';

const ROMPU = { Montamisé: { contrat: 12 } };
const avecLignes = (feuilles: readonly Feuille[], ...lignesMasquees: number[]): Feuille[] =>
  feuilles.map((f) => ({ ...f, lignesMasquees }));
const cachee = (nom: string, feuilles: readonly Feuille[]): Feuille[] =>
  feuilles.map((f) => ({ ...f, nom, masquee: true }));
const barrer = (nom: string) =>
  ecrit({
    recit: (r) => {
      const rang = r.base.communes.findIndex((c) => c.commune === nom);
      return changerValeurs(r, r.base.champs, (v, i) =>
        i === rang && v !== '' && typeof v !== 'object' ? { valeur: v, barree: true } : v,
      );
    },
  });
const SANS_VALEUR = { valeur: null, sansValeur: true } as const;
const ERREURS = ['#REF!', '#N/A', '#DIV/0!', '#VALEUR!', '#NOM?', '#NUL!', '#NOMBRE!'];

/** Ce qu'on ne voit pas : feuilles et lignes masquées, cellules barrées, formules sans valeur. */
export const MASQUES: readonly Cas[] = [
  cas(
    'une vieille feuille masquée, rompue, ne décide pas',
    [...ecrit(), ...cachee('old', ecrit({ communes: ROMPU }))],
    'conforme',
    ENTIER,
  ),
  cas(
    'une vieille feuille masquée, en tête',
    [...cachee('old', ecrit({ communes: ROMPU })), ...ecrit()],
    'conforme',
    ENTIER,
  ),
  cas(
    'une feuille masquée conforme ne sauve pas',
    [...ecrit({ communes: ROMPU }), ...cachee('V2', ecrit())],
    'non conforme',
  ),
  cas('la seule feuille est masquée', cachee('Mutualisation', ecrit({ communes: ROMPU })), 'jamais conforme'),
  cas(
    'une feuille masquée de listes',
    [...ecrit(), { nom: 'Listes', masquee: true, cellules: [['oui'], ['non']] }],
    'conforme',
    ENTIER,
  ),
  cas('une ligne de commune masquée se dit', avecLignes(ecrit(), 4), 'tout', { communes: 10, dit: /masqu|filtr/i }),
  cas('une commune masquée, rompue', avecLignes(ecrit({ communes: ROMPU }), 9), 'jamais conforme', {
    dit: /masqu|filtr|Montamis/i,
  }),
  cas('plusieurs lignes filtrées', avecLignes(ecrit(), 2, 3, 5, 8), 'tout', { dit: /masqu|filtr/i }),
  cas('une ligne vide masquée ne change rien', avecLignes(ecrit({ apres: [[], []] }), 11), 'conforme', ENTIER),
  cas('une commune barrée se dit', barrer('Montamisé'), 'jamais non conforme', { dit: /barr/i }),
  cas('une commune relevée barrée : le total', barrer('Saint-Benoît'), 'tout', { dit: /barr/i }),
  cas(
    'total des seules lignes visibles',
    avecLignes(ecrit({ apres: [['', 'Total', '', '', '', '', 419, 462]] }), 4),
    'jamais non conforme',
    { dit: /masqu|filtr/i },
  ),
];

export const FORMULES: readonly Cas[] = [
  cas('contrat sans valeur gardée', ecrit({ communes: { Montamisé: { contrat: SANS_VALEUR } } }), 'jamais conforme', {
    dit: /formule/i,
  }),
  cas(
    'tous les contrats sans valeur gardée',
    ecrit({ recit: (r) => changerValeurs(r, ['contrat'], () => SANS_VALEUR) }),
    'jamais conforme',
    { dit: /formule/i },
  ),
  cas(
    'accord sans valeur gardée',
    ecrit({ communes: { 'Saint-Benoît': { accord: SANS_VALEUR } } }),
    'jamais conforme',
    { dit: /formule/i },
  ),
  cas(
    'accord sans valeur gardée : non refusé pour autant',
    ecrit({ communes: { 'Saint-Benoît': { accord: SANS_VALEUR } } }),
    'jamais non conforme',
  ),
  cas('RP sans valeur gardée', ecrit({ communes: { Montamisé: { rp: SANS_VALEUR } } }), 'jamais non conforme', {
    dit: /formule/i,
  }),
  cas('rang sans valeur gardée', ecrit({ communes: { Montamisé: { rang: SANS_VALEUR } } }), 'jamais non conforme', {
    dit: /formule/i,
  }),
  cas(
    'périodes sans valeur gardée',
    ecrit({ communes: { Montamisé: { periodes: SANS_VALEUR } } }),
    'jamais non conforme',
    { dit: /formule/i },
  ),
  cas(
    'nom sans valeur gardée, code lu',
    ecrit({ communes: { Montamisé: { commune: SANS_VALEUR } } }),
    'jamais non conforme',
    { communes: 10 },
  ),
  cas(
    'total sans valeur gardée',
    ecrit({ apres: [['', 'Total', SANS_VALEUR, SANS_VALEUR, '', '', SANS_VALEUR, SANS_VALEUR]] }),
    'jamais non conforme',
    { communes: 10 },
  ),
  ...ERREURS.map((erreur) =>
    cas(
      `contrat en erreur ${erreur}`,
      ecrit({ communes: { Montamisé: { contrat: { valeur: null, erreur } } } }),
      'question',
      { dit: new RegExp(erreur.slice(1, 4)) },
    ),
  ),
  ...ERREURS.slice(0, 3).map((erreur) =>
    cas(
      `accord en erreur ${erreur}`,
      ecrit({ communes: { 'Saint-Benoît': { accord: { valeur: null, erreur } } } }),
      'jamais conforme',
    ),
  ),
];
