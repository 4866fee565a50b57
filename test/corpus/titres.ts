import type { Champ } from './bases';
import { TOURS } from './bases';
import { cas, ecrit, ENTIER, type Cas, type Variation } from './cas';

/** Ce qui se voit si la colonne est lue : la rupture que son sens décide. */
const RUPTURES: Readonly<Partial<Record<Champ, Variation['communes']>>> = {
  contrat: { Montamisé: { contrat: 12 } },
  reference: { 'Migné-Auxances': { reference: 25 } },
  accord: { 'Saint-Benoît': { accord: 'non' } },
  periodes: { Montamisé: { periodes: 3 } },
  cible: { Montamisé: { contrat: 12 } },
  commune: { Montamisé: { contrat: 12 } },
  rp: { 'Migné-Auxances': { reference: 25 } },
  lls: { 'Migné-Auxances': { reference: 25 } },
};
const CONNUS: Readonly<Partial<Record<Champ, readonly string[]>>> = {
  commune: [
    'Étiquettes de lignes',
    'EPCI / Commune',
    'Territoire',
    'Communes',
    'Nom commune',
    'Commune (INSEE)',
    'Collectivité',
  ],
  rp: [
    'Rési-\ndences\nprincipales',
    'Nb de RP',
    'RP (INSEE)',
    'Parc de résidences principales',
    'Somme de Résidences principales',
    'Nombre RP',
    'Rés. ppales',
  ],
  lls: [
    'Loge-\nments sociaux',
    'Nb de LLS',
    'LLS (inventaire)',
    'Somme de Logements sociaux',
    'Nombre LLS',
    'Parc social',
    'Logts sociaux',
  ],
  cible: [
    'Taux SRU à atteindre',
    'Obligation légale (%)',
    'Taux cible SRU',
    'Cible SRU',
    'Taux légal applicable',
    'Seuil SRU',
  ],
  reference: [
    'Objectif de rattrapage',
    'Objectif triennal 2026-2028',
    'Obligation triennale',
    'Objectif de droit commun',
    'Obj. réf.',
    'Objectif légal',
    'Référence',
    'Objectif hors contrat',
    'Somme de Objectif de référence',
    'Objectif théorique',
  ],
  contrat: [
    'Obj. CMS mut.',
    'Objectif CMS',
    'Objectif CIMS',
    'Objectif CMS mutualisé',
    'Objectif contractualisé',
    'Objectif au contrat',
    'Objectif mutualisé',
    'Contrat',
    'CIMS',
    'Somme de Objectif du contrat',
    'Objectif après mutualisation',
    'Obj. contrat (arrondi)',
  ],
  accord: [
    'Délibération',
    'Avis du maire',
    'Accord (O/N)',
    'Accord commune',
    'Accord du CM',
    'Avis de la commune',
    'Commune d’accord ?',
    'Accord formel',
  ],
  periodes: [
    'Nb pér. abaissées',
    'Périodes consécutives',
    'Nb de périodes d’abaissement',
    'Nombre de périodes abaissées',
    'Périodes déjà abaissées (celle-ci comprise)',
  ],
};
/** Un titre qui parle d'objectif, mais dont on ne sait lequel : à demander. */
const EQUIVOQUES: Readonly<Partial<Record<Champ, readonly string[]>>> = {
  contrat: [
    'Objectif final',
    'Objectif cible',
    'Nouvel objectif triennal',
    'Objectif arrêté',
    'Objectif validé',
    'Proposition',
    'Objectif proposé par la DDT',
    'Hypothèse 2',
    'Scénario B',
    'Objectif post-COPIL',
    'Engagement',
    'Engagement de la commune',
    'À produire',
    'Production attendue',
    'Objectif corrigé',
    'Obj.',
    'Avenant',
    'Objectif CMS (en logements, arrondi)',
  ],
  reference: ['Objectif', 'Objectif SRU', 'Notification', 'Objectif initial ou notifié ?', 'Objectif brut', 'Obj. 1'],
  accord: ['Validation', 'Retour commune', 'Position', 'Réponse', 'Signature', 'Vu'],
  periodes: ['Historique', 'Triennaux précédents', 'Abaissement antérieur'],
};
const entrees = (t: Readonly<Partial<Record<Champ, readonly string[]>>>) =>
  Object.entries(t).flatMap(([champ, titres]) => titres.map((titre) => [champ as Champ, titre] as const));
const lisible = (titre: string) => titre.replaceAll('\n', '⏎');
const double = (titre: string, valeurs: readonly (number | string)[]) => ecrit({ plus: { [titre]: valeurs } });
const CONTRATS = [16, 50, 80, 80, 55, 69, 42, 45, 45, 60];
const VOUNEUIL_A_10 = [...CONTRATS.slice(0, 9), 10];

export const TITRES: readonly Cas[] = [
  ...entrees(CONNUS).map(([champ, t]) =>
    cas(`${champ} « ${lisible(t)} »`, ecrit({ titres: { [champ]: t } }), ['conforme', 'question'], {
      totaux: ENTIER.totaux,
    }),
  ),
  ...entrees(CONNUS).map(([champ, t]) =>
    cas(
      `${champ} « ${lisible(t)} », rompu`,
      ecrit({ titres: { [champ]: t }, communes: RUPTURES[champ]! }),
      'jamais conforme',
    ),
  ),
  ...entrees(EQUIVOQUES).map(([champ, t]) =>
    cas(`${champ} « ${t} »`, ecrit({ titres: { [champ]: t } }), 'jamais non conforme'),
  ),
  ...entrees(EQUIVOQUES).map(([champ, t]) =>
    cas(`${champ} « ${t} », rompu`, ecrit({ titres: { [champ]: t }, communes: RUPTURES[champ]! }), 'jamais conforme'),
  ),
  ...EQUIVOQUES.contrat!.slice(0, 8).map((t) =>
    cas(
      `sans parc, contrat « ${t} », rompu`,
      ecrit({ titres: { contrat: t }, communes: { Fondettes: { contrat: 40 } } }, TOURS),
      'jamais conforme',
    ),
  ),
  ...[
    'Avenant n° 1',
    'Objectif révisé',
    'Nouvel objectif',
    'Objectif du contrat (avenant)',
    'Proposition de la commune',
  ].map((t) => cas(`à côté du contrat, « ${t} » rompu`, double(t, VOUNEUIL_A_10), 'jamais conforme')),
  cas(
    'deux colonnes « Objectif du contrat » qui se contredisent',
    double('Objectif du contrat 2', VOUNEUIL_A_10),
    'jamais conforme',
  ),
  cas('le contrat sans titre', ecrit({ titres: { contrat: '' } }), 'question'),
  cas(
    'le contrat sans titre, rompu',
    ecrit({ titres: { contrat: '' }, communes: RUPTURES.contrat! }),
    'jamais conforme',
  ),
  cas('l’accord sans titre', ecrit({ titres: { accord: '' } }), 'question'),
  cas(
    'titres en capitales',
    ecrit({ recit: (r) => ({ ...r, colonnes: r.colonnes.map((c) => ({ ...c, titre: c.titre.toUpperCase() })) }) }),
    'conforme',
    ENTIER,
  ),
  cas(
    'titres à la ligne',
    ecrit({
      recit: (r) => ({ ...r, colonnes: r.colonnes.map((c) => ({ ...c, titre: c.titre.replace(/ /g, '\n') })) }),
    }),
    'conforme',
    ENTIER,
  ),
  cas(
    'titres soulignés',
    ecrit({
      recit: (r) => ({
        ...r,
        colonnes: r.colonnes.map((c) => ({ ...c, titre: c.titre.replace(/ /g, '_').toLowerCase() })),
      }),
    }),
    'conforme',
    ENTIER,
  ),
  cas(
    'étage « Objectif 2026-2028 » au-dessus de Référence | Contrat',
    ecrit({
      titres: { reference: 'Référence', contrat: 'Contrat' },
      recit: (r) => ({
        ...r,
        colonnes: r.colonnes.map((c) =>
          c.champ === 'reference' || c.champ === 'contrat' ? { ...c, groupe: 'Objectif 2026-2028' } : c,
        ),
      }),
    }),
    'conforme',
    ENTIER,
  ),
  cas(
    'contrat par année et total',
    ecrit({
      titres: { contrat: 'Total' },
      plus: {},
      recit: (r) => {
        const place = r.colonnes.findIndex((c) => c.champ === 'contrat');
        const an = (titre: string, part: (n: number) => number) => ({
          champ: null,
          groupe: 'Objectif du contrat',
          titre,
          cellules: CONTRATS.map(part),
        });
        const tiers = (n: number) => Math.floor(n / 3);
        const groupees = r.colonnes.map((c) => (c.champ === 'contrat' ? { ...c, groupe: 'Objectif du contrat' } : c));
        return {
          ...r,
          colonnes: [
            ...groupees.slice(0, place),
            an('2026', tiers),
            an('2027', tiers),
            an('2028', (n) => n - 2 * tiers(n)),
            ...groupees.slice(place),
          ],
        };
      },
    }),
    ['conforme', 'question'],
    { totaux: [471, 542] },
  ),
  cas(
    'accord de trois parties',
    ecrit({
      sans: ['accord'],
      recit: (r) => ({
        ...r,
        colonnes: [
          ...r.colonnes,
          ...['Commune', 'EPCI', 'État'].map((titre) => ({
            champ: null,
            groupe: 'Accord',
            titre,
            cellules: CONTRATS.map((_, i) => (i > 0 && i < 7 ? 'oui' : '')),
          })),
        ],
      }),
    }),
    'jamais non conforme',
  ),
];
