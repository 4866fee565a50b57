import { montrer } from './formats';
import type { Valeur } from '../../outils/lecture';
import { inserer, type Recit } from '../recit';
import type { Hasard } from '../hasard';
import { ambigue, anodine, type Recriture } from './recriture';

const ajouter = (recit: Recit, h: Hasard, titre: string, valeur: (rang: number) => Valeur): Recit =>
  inserer(recit, h.entier(recit.colonnes.length + 1), {
    champ: null,
    titre,
    cellules: recit.base.communes.map((_, rang) => valeur(rang)),
  });
const a = (recit: Recit, ...champs: readonly string[]): boolean =>
  champs.every((champ) => recit.base.champs.includes(champ as never));
const nombre = (recit: Recit, rang: number, champ: 'rp' | 'lls' | 'cible' | 'reference' | 'contrat'): number =>
  Number(recit.base.communes[rang]![champ]);
const manquants = (r: Recit, i: number): number =>
  Math.max(0, nombre(r, i, 'cible') * nombre(r, i, 'rp') - nombre(r, i, 'lls'));

/** Des colonnes en plus : les unes disent la même chose, les autres parlent d'autre chose. */
export const COLONNES: readonly Recriture[] = [
  anodine('colonne de remarques', (r, h) =>
    ajouter(r, h, h.choisir(['Observations', 'Remarques', 'Commentaires']), (i) =>
      i % 3 ? '' : 'Réunion du 12/03/2026',
    ),
  ),
  ambigue('colonne de remarques qui parle d’accord', (r, h) =>
    ajouter(r, h, 'Observations', (i) => (i === 1 ? 'Accord du maire à confirmer par écrit' : '')),
  ),
  anodine('colonne de contacts', (r, h) => ajouter(r, h, 'Contact', (i) => `mairie${i}@exemple.fr`)),
  anodine('numéro d’ordre', (r, h) => ajouter(r, h, h.choisir(['N°', 'N° d’ordre', '#']), (i) => i + 1)),
  anodine('population', (r, h) => ajouter(r, h, 'Population municipale', (i) => 3600 + 137 * i)),
  anodine('département', (r, h) =>
    ajouter(r, h, h.choisir(['Dépt', 'Département']), (i) => montrer(r.base.communes[i]!.code ?? '').slice(0, 2)),
  ),
  anodine('zonage', (r, h) => ajouter(r, h, 'Zonage ABC', (i) => ['B1', 'B2', 'A'][i % 3]!)),
  anodine('colonne vide', (r, h) => ajouter(r, h, '', () => '')),
  ambigue('colonne titrée, vide', (r, h) => ajouter(r, h, h.choisir(['Avenant', 'PLAI', 'Avis', 'Date']), () => '')),
  anodine('commentaires à droite', (r) =>
    inserer(r, r.colonnes.length, {
      champ: null,
      titre: '',
      cellules: r.base.communes.map((_, i) => (i === 2 ? '← vu avec la mairie' : '')),
    }),
  ),
  anodine('taux calculé', (r, h) =>
    a(r, 'rp', 'lls')
      ? ajouter(
          r,
          h,
          'Taux LLS',
          (i) => `${((100 * nombre(r, i, 'lls')) / nombre(r, i, 'rp')).toFixed(2).replace('.', ',')} %`,
        )
      : r,
  ),
  anodine('taux calculé, en rapport', (r, h) =>
    a(r, 'rp', 'lls')
      ? ajouter(r, h, 'Taux de logements sociaux', (i) => ({
          valeur: nombre(r, i, 'lls') / nombre(r, i, 'rp'),
          pourcent: true,
        }))
      : r,
  ),
  anodine('manquants calculés', (r, h) =>
    a(r, 'rp', 'lls', 'cible')
      ? ajouter(
          r,
          h,
          h.choisir(['Logements manquants', 'Manquants', 'Déficit']),
          (i) => Math.round(10 * manquants(r, i)) / 10,
        )
      : r,
  ),
  anodine('écart calculé', (r, h) =>
    a(r, 'reference', 'contrat')
      ? ajouter(
          r,
          h,
          h.choisir(['Écart', 'Différence', 'Écart contrat − référence']),
          (i) => nombre(r, i, 'contrat') - nombre(r, i, 'reference'),
        )
      : r,
  ),
  ambigue('plancher calculé', (r, h) =>
    a(r, 'reference', 'contrat')
      ? ajouter(
          r,
          h,
          h.choisir(['Moitié de la référence', 'Plancher', 'Minimum légal']),
          (i) => nombre(r, i, 'reference') / 2,
        )
      : r,
  ),
  ambigue('rappel de la période précédente', (r, h) =>
    ajouter(
      r,
      h,
      h.choisir(['Rappel objectif 2020-2022', 'Objectif 2020-2022', 'Objectif précédent']),
      (i) => 20 + 7 * i,
    ),
  ),
  ambigue('réalisés de la période précédente', (r, h) =>
    ajouter(r, h, h.choisir(['Réalisés 2020-2022', 'Agréments 2023-2025', 'Bilan 2020-2022']), (i) => 11 + 5 * i),
  ),
  ambigue('projets', (r, h) =>
    ajouter(r, h, h.choisir(['Projets identifiés', 'Potentiel foncier', 'Programmation']), (i) => 30 + 9 * i),
  ),
  ambigue('avenant', (r, h) =>
    a(r, 'contrat')
      ? ajouter(r, h, h.choisir(['Avenant n° 1', 'Proposition de la commune', 'Contre-proposition']), (i) =>
          nombre(r, i, 'contrat'),
        )
      : r,
  ),
  ambigue('dont PLAI, dont PLS', (r, h) => {
    if (!a(r, 'contrat')) return r;
    const plai = ajouter(r, h, h.choisir(['dont PLAI', 'PLAI']), (i) => Math.ceil(0.35 * nombre(r, i, 'contrat')));
    return ajouter(plai, h, h.choisir(['dont PLS', 'PLS']), (i) => Math.floor(0.15 * nombre(r, i, 'contrat')));
  }),
  ambigue('soumise au prélèvement', (r, h) => ajouter(r, h, 'Soumise au prélèvement', () => 'oui')),
  ambigue('carencée', (r, h) =>
    ajouter(r, h, h.choisir(['Carencée', 'Statut', 'Carence 2023']), (i) => (i === 0 ? 'oui' : 'non')),
  ),
  ambigue('date de délibération', (r, h) =>
    ajouter(r, h, h.choisir(['Délibération du', 'Date de délibération', 'Date du CM']), (i) => `${10 + i}/03/2026`),
  ),
  ambigue('objectif répété', (r, h) => {
    const titre = r.colonnes.find((c) => c.champ === 'contrat')?.titre;
    return titre ? ajouter(r, h, titre, (i) => nombre(r, i, 'contrat')) : r;
  }),
  ambigue('contrat par an', (r, h) => {
    if (!a(r, 'contrat')) return r;
    const tiers = (i: number) => Math.floor(nombre(r, i, 'contrat') / 3);
    const an = (recit: Recit, titre: string, valeur: (i: number) => number) => ajouter(recit, h, titre, valeur);
    return an(an(an(r, '2026', tiers), '2027', tiers), '2028', (i) => nombre(r, i, 'contrat') - 2 * tiers(i));
  }),
];
