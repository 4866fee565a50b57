import type { Champ } from '../bases';
import { changer, changerTitres, type Recit } from '../recit';
import type { Hasard } from '../hasard';
import { ambigue, anodine, type Recriture } from './recriture';

type Titres = Readonly<Partial<Record<Champ, readonly string[]>>>;

/** Ne récrit ni les objectifs d'un bilan, ni le titre qui dit un contrat abaissant : leur sens y tient. */
const SENSIBLES: readonly Champ[] = ['reference', 'contrat', 'realises'];
const retitrer = (recit: Recit, titres: Titres, h: Hasard): Recit =>
  changerTitres(recit, (titre, champ) => {
    const choix = champ && titres[champ];
    const sensible = champ !== null && SENSIBLES.includes(champ) && recit.base.titres[champ] !== undefined;
    return !choix || sensible || !titre ? titre : h.choisir(choix);
  });

const SYNONYMES: Titres = {
  code: ['Code commune', 'INSEE', 'Code INSEE de la commune', 'Code géographique', 'Insee'],
  commune: ['Communes', 'Nom de la commune', 'COMMUNE', 'Libellé commune', 'Commune concernée'],
  rp: ['RP', 'Nombre de résidences principales', 'Nb RP', 'Rés. principales', 'Nombre de RP'],
  lls: ['LLS', 'Nombre de logements locatifs sociaux', 'Nb LLS', 'Logements locatifs sociaux', 'Total LLS'],
  cible: ['Taux légal', 'Taux à atteindre', 'Cible', 'Taux SRU à atteindre', 'Taux cible (%)'],
  rang: ['Rang', 'Rang de la période triennale'],
  reference: [
    'Objectif de droit commun',
    'Objectif légal',
    'Objectif notifié',
    'Obj. de référence',
    'Objectif initial',
  ],
  contrat: [
    'Objectif CIMS',
    'Objectif mutualisé',
    'Objectif du CMS mutualisant',
    'Objectif contractuel',
    'Objectif contractualisé',
  ],
  accord: [
    'Accord',
    'Accord du maire',
    'Accord (oui/non)',
    'Accord de la commune (O/N)',
    'Accord du conseil municipal',
  ],
  periodes: ['Périodes consécutives', 'Nombre de périodes consécutives', 'Périodes abaissées'],
};
const AMBIGUS: Titres = {
  commune: ['Étiquettes de lignes', 'EPCI / Commune', 'Territoire', 'Collectivité'],
  cible: ['Obligation', 'Taux', '% à atteindre', 'Seuil'],
  rang: ['Ancienneté', 'Triennal', 'N° de triennale', 'Rang (3 = droit commun)'],
  reference: [
    'Objectif de rattrapage',
    'Objectif triennal 2026-2028',
    'Obligation',
    'Objectif SRU',
    'Objectif',
    'Notifié',
  ],
  contrat: [
    'Obj. CMS mut.',
    'Objectif final',
    'Objectif proposé',
    'Objectif après négociation',
    'CIMS',
    'Objectif CMS (arrondi)',
    'Nouvel objectif',
    'Objectif arrêté',
  ],
  accord: [
    'Délibération',
    'Avis du maire',
    'Validation',
    'Avis de la commune',
    'Commune d’accord ?',
    'Position de la commune',
  ],
  periodes: ['Nb pér. abaissées', 'Abaissements', 'Nb de triennaux minorés', 'Durée'],
};

const ABREGES: readonly (readonly [RegExp, string])[] = [
  [/Résidences principales/i, 'Rés. princ.'],
  [/Logements (?:locatifs )?sociaux/i, 'Logts soc.'],
  [/Objectif/i, 'Obj.'],
  [/référence/i, 'réf.'],
  [/consécutives/i, 'conséc.'],
];
const COUPES: readonly (readonly [RegExp, string])[] = [
  [/Résidences/i, 'Rési-\ndences'],
  [/Logements/i, 'Loge-\nments'],
  [/Objectif/i, 'Objec-\ntif'],
];
const remplacer = (texte: string, regles: readonly (readonly [RegExp, string])[]): string =>
  regles.reduce((t, [motif, par]) => t.replace(motif, par), texte);

const unite = (champ: Champ | null): string =>
  champ === 'rp' || champ === 'lls' || champ === 'reference' || champ === 'contrat' ? ' (en logements)' : '';

const grouper = (recit: Recit, champs: readonly Champ[], groupe: string): Recit =>
  champs.reduce<Recit>((r, champ) => changer(r, champ, (c) => ({ ...c, groupe })), recit);

/** Comment les colonnes s'intitulent. */
export const ENTETES: readonly Recriture[] = [
  anodine('synonymes', (r, h) => retitrer(r, SYNONYMES, h)),
  anodine('un synonyme', (r, h) => {
    const champ = h.choisir(r.base.champs);
    return retitrer(r, { [champ]: SYNONYMES[champ] }, h);
  }),
  ambigue('un titre équivoque', (r, h) => {
    const champ = h.choisir(Object.keys(AMBIGUS) as Champ[]);
    return retitrer(r, { [champ]: AMBIGUS[champ] }, h);
  }),
  ambigue('le contrat, titre équivoque', (r, h) => retitrer(r, { contrat: AMBIGUS.contrat! }, h)),
  ambigue('la référence, titre équivoque', (r, h) => retitrer(r, { reference: AMBIGUS.reference! }, h)),
  ambigue('l’accord, titre équivoque', (r, h) => retitrer(r, { accord: AMBIGUS.accord! }, h)),
  ambigue('tous les titres équivoques', (r, h) => retitrer(r, AMBIGUS, h)),
  ambigue('« Somme de »', (r) => changerTitres(r, (t, c) => (c && SENSIBLES.includes(c) ? `Somme de ${t}` : t))),
  ambigue('une colonne sans titre', (r, h) => {
    const champ = h.choisir(r.base.champs.filter((c) => c !== 'commune'));
    return changer(r, champ, (c) => ({ ...c, titre: '' }));
  }),
  anodine('titres en capitales', (r) => changerTitres(r, (t) => t.toUpperCase())),
  anodine('titres en capitales sans accents', (r) =>
    changerTitres(r, (t) =>
      t
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .toUpperCase(),
    ),
  ),
  anodine('espaces en trop', (r) => changerTitres(r, (t) => `  ${t.replace(/ /g, '  ')} `)),
  anodine('espaces insécables', (r) => changerTitres(r, (t) => t.replace(/ /g, '\u00a0'))),
  anodine('sauts de ligne', (r) => changerTitres(r, (t) => t.replace(/ /g, '\n'))),
  anodine('mots coupés', (r) => changerTitres(r, (t) => remplacer(t, COUPES))),
  anodine('mots abrégés', (r) => changerTitres(r, (t) => remplacer(t, ABREGES))),
  anodine('unités dans les titres', (r) => changerTitres(r, (t, c) => (t ? t + unite(c) : t))),
  anodine('appels de note dans les titres', (r) =>
    changerTitres(r, (t, c) => (c === 'lls' || c === 'reference' ? `${t} (1)` : t)),
  ),
  anodine('étage « Parc »', (r, h) =>
    grouper(r, ['rp', 'lls'], h.choisir(['Parc de logements', 'Inventaire SRU', 'Situation'])),
  ),
  anodine('étage « Objectifs »', (r) =>
    r.base.champs.includes('realises') ? r : grouper(r, ['reference', 'contrat'], 'Objectifs'),
  ),
  ambigue('étage qui porte le sens', (r) => {
    if (r.base.champs.includes('realises') || r.base.titres.contrat) return r;
    const groupes = grouper(r, ['reference', 'contrat'], 'Objectif 2026-2028');
    const nus = changer(groupes, 'reference', (c) => ({ ...c, titre: 'Référence' }));
    return changer(nus, 'contrat', (c) => ({ ...c, titre: 'Contrat' }));
  }),
  anodine('colonnes dans un autre ordre', (r, h) =>
    r.colonnes.some((c) => c.groupe) ? r : { ...r, colonnes: h.melanger(r.colonnes) },
  ),
];
