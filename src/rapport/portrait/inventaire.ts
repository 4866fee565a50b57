import { regrouper, type CommuneInventoriee, type ControleInventaire } from '../../tableau';
import {
  encadreEnMots,
  RESERVE_DES_OBJECTIFS,
  tableDesGroupements,
  titreDesObjectifs,
} from '../natures/inventaire-objectifs';
import { palierEnMots, situationEnMots } from '../natures/inventaire-tables';
import { comparaison } from './comparer';
import { effectifs, enColonne, type Comparaison, type Groupes, type Serie } from './modele';
import { seriesDesPaliers, tauxContreCible } from './paliers';
import type { Dessins } from './repartir';

/** Un inventaire publié : qui est loin de sa cible, qui est carencée, et les objectifs que cela encadre. */
export function dessinsDeLInventaire({ inventaire }: ControleInventaire): Dessins<CommuneInventoriee> {
  const paliers = seriesDesPaliers(
    inventaire.paliers.map(({ quoi }) => quoi),
    'en règle, exemptée ou hors champ',
  );
  const serieDe = (c: CommuneInventoriee): number => {
    const { deficitaire, exemptee, dansLeChamp } = c.situation;
    if (c.indetermination === null && (deficitaire === false || exemptee === true || dansLeChamp === false))
      return paliers.SANS_OBJECTIF;
    return c.rattrapage ? paliers.palier(c.rattrapage) : paliers.INDETERMINE;
  };
  const titreDesReferences = `${titreDesObjectifs(inventaire)} : référence`;
  return {
    communes: inventaire.communes,
    parGroupe: (groupes) => [
      effectifs(`Communes par palier, par ${groupes.colonne}`, groupes, paliers.series, serieDe),
      effectifs(`Communes par situation, par ${groupes.colonne}`, groupes, SITUATIONS, situation),
      ...references(`${titreDesReferences} par ${groupes.colonne}`, groupes),
    ],
    parCommune: (communes) =>
      tauxContreCible(
        communes.map((c) => ({
          nom: c.ligne.nom,
          taux: c.taux?.valeur ?? null,
          cible: c.cible,
          serie: serieDe(c),
          suite: suite(c, serieDe(c) === paliers.INDETERMINE),
          ecrits: [palierEnMots(c), situationEnMots(c)],
        })),
        paliers.series,
        ['Palier', 'Situation'],
      ),
  };
}

const SITUATIONS: readonly Serie[] = [
  { nom: 'carencée', motif: 'plein' },
  { nom: 'déficitaire', motif: 'hachures' },
  { nom: 'exemptée', motif: 'points' },
  { nom: 'en règle', motif: 'vide' },
  { nom: 'non précisée', motif: 'croix' },
];

/** Une seule situation par commune, la plus lourde d'abord ; exemptée, elle n'a rien à atteindre. */
function situation({ situation: s }: CommuneInventoriee): number {
  if (s.exemptee) return 2;
  if (s.carencee) return 0;
  if (s.deficitaire === null) return 4;
  return s.deficitaire && s.dansLeChamp !== false ? 1 : 3;
}

function suite({ rattrapage, situation: s }: CommuneInventoriee, indetermine: boolean): string {
  const taux = indetermine ? ' (indéterminé)' : rattrapage && !s.exemptee ? ` (${rattrapage.pourcent} %)` : '';
  return [taux, s.carencee && ', carencée', s.exemptee && ', exemptée'].filter(Boolean).join('');
}

const ENCADREE: readonly Serie[] = [{ nom: 'référence, au moins', motif: 'plein' }];

/** Les références que les chiffres publiés encadrent, du groupe le plus chargé au moins chargé. */
function references(titre: string, { colonne, groupes }: Groupes<CommuneInventoriee>): Comparaison[] {
  const utiles = groupes
    .map(({ nom, membres }) => regrouper(nom, membres))
    .filter(({ chiffrees, sansChiffres }) => chiffrees.length + sansChiffres.length > 0)
    .sort((a, b) => b.reference.bas - a.reference.bas);
  const communes = groupes.flatMap(({ membres }) => membres);
  const table = tableDesGroupements(titre, enColonne(colonne), utiles, regrouper('Ensemble', communes));
  return comparaison({
    titre,
    entetes: table.entetes,
    description: `Une barre par ${colonne} jusqu’à sa plus petite référence possible ; un trait marque la plus grande.`,
    repere: 'au plus',
    series: ENCADREE,
    absence: 'aucune commune chiffrée',
    remarques: [RESERVE_DES_OBJECTIFS],
    comparees: [
      ...utiles.map(({ nom, chiffrees, reference }, i) => ({
        nom,
        rangee:
          chiffrees.length > 0
            ? { valeur: reference.bas, repere: reference.haut, serie: 0, mention: encadreEnMots(reference) }
            : null,
        ecrits: table.rangees[i]!.slice(1),
      })),
    ],
  });
}
