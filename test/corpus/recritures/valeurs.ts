import { montrer } from './formats';
import type { Valeur } from '../../outils/lecture';
import type { Champ } from '../bases';
import { changer, changerValeurs, NOMBRES, type Recit } from '../recit';
import { ambigue, anodine, type Recriture } from './recriture';

const textes = (recit: Recit, champs: readonly Champ[], change: (texte: string) => Valeur): Recit =>
  changerValeurs(recit, champs, (v) => (typeof v === 'string' && v !== '' ? change(v) : v));
const nombres = (recit: Recit, champs: readonly Champ[], change: (n: number) => Valeur): Recit =>
  changerValeurs(recit, champs, (v) => (typeof v === 'number' ? change(v) : v));

/** Une cible déjà mise en points le reste. */
const rapports = (recit: Recit, change: (n: number) => Valeur): Recit =>
  nombres(recit, ['cible'], (n) => (n < 1 ? change(n) : n));

const milliers = (n: number, separateur: string): string => String(n).replace(/\B(?=(\d{3})+$)/g, separateur);
const sansAccents = (texte: string): string => texte.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
const pourcent = (n: number): number => Math.round(n * 100);

const OUI = [
  'Oui',
  'OUI',
  'oui.',
  'Oui ',
  'Accord',
  'Favorable',
  'Accord donné',
  'Accordé',
  'accord obtenu',
  'Avis favorable',
  'Délibération favorable du 12/05/2026',
  'Oui (délibération du 03/02/2026)',
  'Favorable, sans réserve',
  'Adopté à l’unanimité',
  'D’accord',
  'Accord écrit du maire',
];
const COCHE = ['x', 'X', '☒', '✓', '✔', 'O', '☒ Oui ☐ Non'];
const NON = [
  'Non',
  'NON',
  'Refus',
  'Refusé',
  'Défavorable',
  'Contre',
  'Opposition',
  'Rejeté',
  'Avis défavorable',
  'Accord refusé',
  '☐ Oui ☒ Non',
  'Désaccord',
];
const RESERVE = [
  'Oui, sous réserve du vote',
  'Oui si la ZAC est livrée',
  'oui / non',
  'Oui ?',
  'Accord de principe',
  'Oui (provisoire)',
  '☐ Oui ☐ Non',
  'Accord verbal',
  'Favorable sous conditions',
  'Oui, mais calendrier à revoir',
  'Accord à confirmer',
];
const RIEN = ['–', '-', '—', '/', '   ', '\u00a0'];
const ATTENDU = [
  'À recueillir',
  'en attente',
  'Accord demandé',
  'Accord sollicité le 03/02',
  'à voir',
  'Courrier envoyé',
  'Délibération prévue en juin',
  '?',
];

/** Comment s'écrivent les cellules. */
export const VALEURS: readonly Recriture[] = [
  // En premier : les suivantes laissent ce qui n'est plus un simple « oui ».
  {
    ...ambigue('accord sous réserve', (r, h) => textes(r, ['accord'], (t) => (t === 'oui' ? h.choisir(RESERVE) : t))),
    jamaisConforme: true,
  },
  anodine('accord écrit autrement', (r, h) => textes(r, ['accord'], (t) => (t === 'oui' ? h.choisir(OUI) : t))),
  anodine('accord coché', (r, h) => {
    const coche = h.choisir(COCHE);
    return textes(r, ['accord'], (t) => (t === 'oui' ? coche : t));
  }),
  anodine('refus écrit autrement', (r, h) => textes(r, ['accord'], (t) => (t === 'non' ? h.choisir(NON) : t))),
  anodine('accord absent écrit d’un tiret', (r, h) =>
    changerValeurs(r, ['accord'], (v) => (v === '' ? h.choisir(RIEN) : v)),
  ),
  ambigue('accord absent écrit « attendu »', (r, h) =>
    changerValeurs(r, ['accord'], (v) => (v === '' ? h.choisir(ATTENDU) : v)),
  ),
  anodine('espace des milliers', (r) => nombres(r, NOMBRES, (n) => milliers(n, ' '))),
  anodine('insécable des milliers', (r, h) => {
    const espace = h.choisir(['\u00a0', '\u202f', '\u2009']);
    return nombres(r, NOMBRES, (n) => milliers(n, espace));
  }),
  anodine('nombres en texte', (r) => nombres(r, [...NOMBRES, 'periodes', 'rang'], String)),
  anodine('nombres en texte, espaces autour', (r) => nombres(r, NOMBRES, (n) => ` ${n} `)),
  anodine('nombres à décimales nulles', (r) => nombres(r, NOMBRES, (n) => `${milliers(n, ' ')},00`)),
  ambigue('point des milliers', (r) => nombres(r, ['rp', 'lls'], (n) => milliers(n, '.'))),
  ambigue('apostrophe des milliers', (r) => nombres(r, ['rp', 'lls'], (n) => milliers(n, '’'))),
  ambigue('nombres avec leur unité', (r, h) => {
    const unite = h.choisir([' logements', ' lgts', ' LLS', ' logts']);
    return nombres(r, h.choisir([['contrat'], ['reference'], ['rp', 'lls']] as const), (n) => `${n}${unite}`);
  }),
  ambigue('nombres approchés', (r, h) => {
    const avant = h.choisir(['≈ ', 'env. ', '> ', '~']);
    return nombres(r, ['contrat'], (n) => `${avant}${n}`);
  }),
  ambigue('contrat en fourchette', (r) => nombres(r, ['contrat'], (n) => `${n} à ${n + 10}`)),
  ambigue('contrat et part entre parenthèses', (r) => nombres(r, ['contrat'], (n) => `${n} (33 %)`)),
  ambigue('appel de note collé', (r, h) => {
    const rang = h.entier(r.base.communes.length);
    return changerValeurs(r, ['contrat'], (v, i) => (i === rang ? `${montrer(v)}¹` : v));
  }),
  ambigue('appel de note en exposant', (r, h) => {
    const rang = h.entier(r.base.communes.length);
    return changerValeurs(r, ['contrat'], (v, i) =>
      i === rang && typeof v === 'number' ? { valeur: v, ote: '1' } : v,
    );
  }),
  anodine('codes en nombres', (r) => textes(r, ['code'], (t) => Number(t))),
  ambigue('codes coupés', (r, h) => {
    const entre = h.choisir(['-', ' ', '.', '/']);
    return textes(r, ['code'], (t) => `${t.slice(0, 2)}${entre}${t.slice(2)}`);
  }),
  ambigue('codes sans département', (r) => textes(r, ['code'], (t) => t.slice(2))),
  anodine('codes entourés d’espaces', (r) => textes(r, ['code'], (t) => ` ${t}\u00a0`)),
  anodine('codes et noms ensemble', (r, h) => {
    const code = r.colonnes.find((c) => c.champ === 'code');
    if (!code) return r;
    const forme = h.choisir<(c: string, n: string) => string>([
      (c, n) => `${c} ${n}`,
      (c, n) => `${n} (${c})`,
      (c, n) => `${c} - ${n}`,
    ]);
    const joint = changerValeurs(r, ['commune'], (v, i) => forme(montrer(code.cellules[i]!).trim(), montrer(v)));
    return { ...joint, colonnes: joint.colonnes.filter((c) => c.champ !== 'code') };
  }),
  anodine('sans code', (r) => ({ ...r, colonnes: r.colonnes.filter((c) => c.champ !== 'code') })),
  anodine('noms en capitales', (r) => textes(r, ['commune'], (t) => t.toUpperCase())),
  anodine('noms en capitales sans accents', (r) => textes(r, ['commune'], (t) => sansAccents(t).toUpperCase())),
  anodine('noms sans traits d’union', (r) => textes(r, ['commune'], (t) => t.replace(/-/g, ' '))),
  anodine('noms à « St- »', (r) =>
    textes(r, ['commune'], (t) => t.replace(/Saint-/g, 'St-').replace(/Sainte-/g, 'Ste-')),
  ),
  anodine('noms à « S/ »', (r) => textes(r, ['commune'], (t) => t.replace('-sur-', ' s/ ').replace('-sous-', ' s/s '))),
  anodine('« Ville de »', (r, h) => {
    const avant = h.choisir(['Ville de ', 'Commune de ', 'VILLE DE ']);
    return textes(r, ['commune'], (t) => avant + t);
  }),
  anodine('article rejeté', (r) =>
    textes(r, ['commune'], (t) => t.replace(/^(La|Le|Les) (.*)$/, '$2 ($1)').replace(/^L['’](.*)$/, '$1 (L’)')),
  ),
  anodine('noms avec appel de note', (r, h) => {
    const [rang, appel] = [h.entier(r.base.communes.length), h.choisir([' (1)', '*', ' ²', '**'])];
    return changerValeurs(r, ['commune'], (v, i) => (i === rang ? `${montrer(v)}${appel}` : v));
  }),
  anodine('noms espacés', (r) => textes(r, ['commune'], (t) => `  ${t}\u00a0`)),
  anodine('noms sur deux lignes', (r) => textes(r, ['commune'], (t) => t.replace(/-/, '-\n'))),
  ambigue('noms avec « (ex … ) »', (r, h) => {
    const rang = h.entier(r.base.communes.length);
    return changerValeurs(r, ['commune'], (v, i) => (i === rang ? `${montrer(v)} (ex-Vieux-Bourg)` : v));
  }),
  anodine('cible en points', (r) => rapports(r, pourcent)),
  anodine('cible en texte', (r, h) => {
    const signe = h.choisir([' %', '%', '\u00a0%']);
    return rapports(r, (n) => `${pourcent(n)}${signe}`);
  }),
  anodine('cible au format pourcentage', (r) => rapports(r, (valeur) => ({ valeur, pourcent: true }))),
  anodine('cible en rapport écrit', (r) => rapports(r, (n) => String(n).replace('.', ','))),
  ambigue('cible dite une fois au-dessus', (r) => {
    const cible = r.colonnes.find((c) => c.champ === 'cible')?.cellules[0];
    if (typeof cible !== 'number') return r;
    const sans = { ...r, colonnes: r.colonnes.filter((c) => c.champ !== 'cible') };
    return { ...sans, avant: [...sans.avant, [`Taux cible : ${pourcent(cible)} %`], []] };
  }),
  anodine('rang en mots', (r) =>
    nombres(r, ['rang'], (n) => ['0 (entrée en cours)', '1re période', '2e période', '3 et plus'][n] ?? n),
  ),
  ambigue('rang « droit commun »', (r) => nombres(r, ['rang'], (n) => (n === 3 ? 'Droit commun' : n))),
  ambigue('rang « entrante »', (r) => nombres(r, ['rang'], (n) => (n < 3 ? 'Entrante' : 3))),
  ambigue('rang en année d’entrée', (r) =>
    changer(r, 'rang', (c) => ({
      ...c,
      titre: 'Année d’entrée',
      cellules: c.cellules.map((v) => 2026 - 3 * Number(v)),
    })),
  ),
  ambigue('périodes en mots', (r) => nombres(r, ['periodes'], (n) => ['aucune', '1re', '2e', '3e', '4e'][n] ?? n)),
  anodine('zéro période laissé vide', (r) => nombres(r, ['periodes'], (n) => (n === 0 ? '' : n))),
];
