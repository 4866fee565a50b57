import type { Valeur } from '../../outils/lecture';
import { rangsDe, sommer, type Rangee, type Recit } from '../recit';
import type { Hasard } from '../hasard';
import { ambigue, anodine, type Recriture } from './recriture';

const dessus = (recit: Recit, ...lignes: readonly (readonly Valeur[])[]): Recit => ({
  ...recit,
  avant: [...lignes, ...recit.avant],
});
const dessous = (recit: Recit, ...lignes: readonly (readonly Valeur[])[]): Recit => ({
  ...recit,
  apres: [...recit.apres, ...lignes],
});
const avecRangees = (recit: Recit, change: (rangees: readonly Rangee[]) => readonly Rangee[]): Recit => ({
  ...recit,
  rangees: change(recit.rangees),
});
const avecTotal = (recit: Recit, intitule: string): Recit =>
  avecRangees(recit, (r) => [...r, { autre: sommer(recit.base, rangsDe(recit)), intitule }]);
const dansLaColonne = (recit: Recit, champ: string, intitule: string, valeur: Valeur): Valeur[] =>
  recit.colonnes.map((c, i) => (i === 0 ? intitule : c.champ === champ ? valeur : ''));

/** Une rangée au milieu, jamais avant la première commune. */
const auMilieu = (hasard: Hasard, ...rangees: Rangee[]) => {
  return (r: readonly Rangee[]): readonly Rangee[] => {
    const place = 1 + hasard.entier(Math.max(1, r.length - 1));
    return [...r.slice(0, place), ...rangees, ...r.slice(place)];
  };
};

const EPCI: Readonly<Record<string, string>> = {
  'Grand Poitiers': 'Grand Poitiers Communauté urbaine',
  'Grand Annecy': 'CA du Grand Annecy',
  'La Rochelle': 'CA de La Rochelle',
  'Tours, sans parc': 'Tours Métropole Val de Loire',
  'Toulon, contrats abaissants': 'Métropole Toulon-Provence-Méditerranée',
  'Bassin d’Arcachon, bilan': 'CA du Bassin d’Arcachon Nord (COBAN)',
  'Bassin d’Arcachon, bilan ancien': 'CA du Bassin d’Arcachon Nord (COBAN)',
};
const epciDe = (recit: Recit): string => EPCI[recit.base.nom] ?? 'Communauté';

/** Ce qu'on écrit au-dessus, au-dessous et entre les lignes. */
export const ALENTOURS: readonly Recriture[] = [
  anodine('titre', (r, h) =>
    dessus(r, [
      h.choisir(['Tableau de suivi', 'Annexe 2', 'Communes soumises à l’article 55 de la loi SRU', epciDe(r)]),
    ]),
  ),
  anodine('titre et service', (r, h) =>
    dessus(
      r,
      ['Direction départementale des territoires'],
      [h.choisir(['Service Habitat', 'Bureau du logement social'])],
      [],
    ),
  ),
  anodine('titre décalé à droite', (r) => dessus(r, ['', '', 'Programmation du logement social'], [])),
  anodine('lignes vides au-dessus', (r, h) => dessus(r, ...Array.from({ length: 1 + h.entier(4) }, () => []))),
  anodine('unité au-dessus', (r, h) => dessus(r, [h.choisir(['(en nombre de logements)', 'Unité : logement'])])),
  anodine('date au-dessus', (r, h) =>
    dessus(r, [h.choisir(['Mis à jour le 03/02/2026', 'Version du 12 mars 2026', 'v3'])]),
  ),
  ambigue('projet au-dessus', (r, h) => dessus(r, [h.choisir(['PROJET', 'Document de travail', 'Projet de contrat'])])),
  anodine('source dessous', (r, h) =>
    dessous(
      r,
      [],
      [h.choisir(['Source : RPLS, DGFiP', 'Sources : inventaire SRU, calculs DDT', 'Champ : communes déficitaires'])],
    ),
  ),
  anodine('note dessous', (r, h) =>
    dessous(r, [
      h.choisir([
        '* commune carencée en 2023',
        '(1) hors résidences étudiantes',
        'Lecture : un logement compte une fois.',
      ]),
    ]),
  ),
  anodine('signature dessous', (r, h) =>
    dessous(
      r,
      [],
      [h.choisir(['Le président', 'Fait à Poitiers, le 3 mai 2026', 'Pour le préfet, la directrice départementale'])],
    ),
  ),
  anodine('contact dessous', (r) => dessous(r, [], ['Contact : habitat@exemple.gouv.fr, 05 00 00 00 00'])),
  anodine('total', (r, h) =>
    avecTotal(r, h.choisir(['Total', 'TOTAL', 'Ensemble', 'Total général', 'Total communes'])),
  ),
  anodine('total et pied', (r, h) =>
    dessous(avecTotal(r, 'Total'), [
      h.choisir(['Version 4', 'MAJ mai 2026', 'Réunion du 12/05/2026', 'PLH 2025-2030']),
    ]),
  ),
  anodine('total et à répartir', (r, h) => {
    const intitule = h.choisir(['À répartir', 'Reste à répartir', 'Réserve intercommunale', 'Enveloppe']);
    return dessous(avecTotal(r, 'Total'), dansLaColonne(r, 'contrat', intitule, h.entier(30)));
  }),
  anodine('total et part de PLAI', (r) =>
    dessous(avecTotal(r, 'Total'), dansLaColonne(r, 'contrat', 'dont PLAI (30 %)', 163)),
  ),
  anodine('total en tête', (r, h) =>
    avecRangees(r, (l) => [
      { autre: sommer(r.base, rangsDe(r)), intitule: h.choisir(['Total', 'Ensemble', 'TOTAL']) },
      ...l,
    ]),
  ),
  anodine('sous-totaux', (r) => {
    const ordre = r.rangees.flatMap((l) => ('commune' in l ? [l.commune] : []));
    const moitie = Math.ceil(ordre.length / 2);
    const sous = (rangs: readonly number[]): Rangee => ({ autre: sommer(r.base, rangs), intitule: 'Sous-total' });
    const place = r.rangees.findIndex((l) => 'commune' in l && l.commune === ordre[moitie]);
    return avecRangees(r, (l) => [
      ...l.slice(0, place),
      sous(ordre.slice(0, moitie)),
      ...l.slice(place),
      sous(ordre.slice(moitie)),
      { autre: sommer(r.base, ordre), intitule: 'Total' },
    ]);
  }),
  anodine('ligne de l’EPCI en pied', (r) => avecTotal(r, epciDe(r))),
  anodine('ligne de l’EPCI en tête', (r) =>
    avecRangees(r, (l) => [{ autre: sommer(r.base, rangsDe(r)), intitule: epciDe(r) }, ...l]),
  ),
  anodine('intertitre de l’EPCI', (r) => avecRangees(r, (l) => [{ brute: [epciDe(r)] }, ...l])),
  anodine('ligne vide sous les en-têtes', (r) => avecRangees(r, (l) => [{ brute: [] }, ...l])),
  anodine('lignes vides entre les communes', (r, h) => avecRangees(r, auMilieu(h, { brute: [] }))),
  ambigue('texte entre les communes', (r, h) =>
    avecRangees(r, auMilieu(h, { brute: [h.choisir(['Deuxième couronne', 'Communes entrantes', 'Secteur sud'])] })),
  ),
  anodine('ligne de lettres', (r) =>
    avecRangees(r, (l) => [{ brute: r.colonnes.map((_, i) => `(${String.fromCharCode(97 + i)})`) }, ...l]),
  ),
  anodine('ligne de numéros', (r) => avecRangees(r, (l) => [{ brute: r.colonnes.map((_, i) => i + 1) }, ...l])),
  anodine('en-têtes répétés', (r, h) => avecRangees(r, auMilieu(h, { repris: true }))),
  ambigue('en-têtes répétés après un blanc', (r, h) => avecRangees(r, auMilieu(h, { brute: [] }, { repris: true }))),
  ambigue('suite du tableau', (r, h) => {
    const suite = h.choisir(['Tableau 1 (suite)', '(suite)', 'Suite et fin']);
    return avecRangees(r, auMilieu(h, { brute: [] }, { brute: [suite] }, { repris: true }));
  }),
  anodine('communes dans un autre ordre', (r, h) =>
    avecRangees(r, (l) => (l.every((x) => 'commune' in x) ? h.melanger(l) : l)),
  ),
  ambigue('total faux', (r) =>
    avecRangees(r, (l) => [...l, { autre: { ...sommer(r.base, rangsDe(r)), contrat: 999 }, intitule: 'Total' }]),
  ),
  ambigue('taux moyen dessous', (r) => dessous(avecTotal(r, 'Total'), dansLaColonne(r, 'cible', 'Moyenne', 11.9))),
];
