import { comparer, ecrire, fraction, versNombre, type Logements } from '../../nombres';
import { nomDuTaux, tauxLegaux } from '../../regles';
import { entierLu, totaliser, type ControleObjectifs, type LigneEvaluee } from '../../tableau';
import { comparaison, type Comparee } from './comparer';
import { effectifs, enColonne, type Serie } from './modele';
import { seriesDesPaliers, tauxContreCible } from './paliers';
import type { Dessins } from './repartir';

const SENS: readonly Serie[] = [
  { nom: 'sous la référence', motif: 'plein' },
  { nom: 'égal à la référence', motif: 'vide' },
  { nom: 'au-dessus de la référence', motif: 'hachures' },
];
const REFERENCE: readonly Serie[] = [{ nom: 'objectif de référence', motif: 'plein' }];

/** L'objectif de chacune contre sa référence, et son taux contre sa cible. */
export function dessinsDesObjectifs({ lignes, contrat, contexte }: ControleObjectifs): Dessins<LigneEvaluee> {
  const paliers = seriesDesPaliers(tauxLegaux(contexte.droit, 3), 'taux cible atteint');
  const serieDe = ({ rattrapage, manquants }: LigneEvaluee): number =>
    manquants?.numerateur === 0 ? paliers.SANS_OBJECTIF : rattrapage ? paliers.palier(rattrapage) : paliers.INDETERMINE;
  const dresser = contrat === 'aucun' ? references : contrats;
  return {
    communes: lignes,
    parGroupe: (groupes) => [
      effectifs(`Communes par palier, par ${groupes.colonne}`, groupes, paliers.series, serieDe),
      ...dresser(
        groupes.groupes.map(({ nom, membres }) => ({ nom, ...totaliser(membres) })),
        `, par ${groupes.colonne}`,
        enColonne(groupes.colonne),
      ),
    ],
    parCommune: (communes) => [
      ...dresser(
        communes.map((l) => ({ nom: l.ligne.nom, ...totaliser([l]) })),
        '',
        'Commune',
      ),
      ...tauxContreCible(
        communes.map((l) => ({
          nom: l.ligne.nom,
          taux: l.taux,
          cible: l.situation?.tauxCible ?? entierLu(l.ligne, 'taux_cible'),
          serie: serieDe(l),
          suite: serieDe(l) === paliers.INDETERMINE ? ' (indéterminé)' : rattrapageEnMots(l),
          ecrits: [l.rattrapage ? `${nomDuTaux(l.rattrapage)} (${l.rattrapage.pourcent} %)` : '?'],
        })),
        paliers.series,
        ['Palier'],
      ),
    ],
  };
}

const rattrapageEnMots = ({ rattrapage }: LigneEvaluee): string =>
  rattrapage && rattrapage.pourcent > 0 ? ` (${rattrapage.pourcent} %)` : '';

interface Objectif {
  readonly nom: string;
  readonly reference: Logements | null;
  readonly contrat: number | null;
}

/** Du plus fort abaissement au plus fort relèvement. */
function contrats(objectifs: readonly Objectif[], suite: string, colonne: string) {
  const ecart = ({ reference, contrat }: Objectif) =>
    reference && contrat !== null ? contrat - versNombre(reference) : 0;
  return comparaison({
    titre: `Objectif du contrat contre objectif de référence${suite}`,
    entetes: [colonne, 'Contrat', 'Référence'],
    description:
      'Une barre par ligne, du plus fort abaissement au plus fort relèvement ; un trait marque la référence.',
    repere: 'objectif de référence',
    series: SENS,
    absence: 'objectif ou référence inconnus',
    comparees: [...objectifs]
      .sort((a, b) => ecart(a) - ecart(b))
      .map((o): Comparee => {
        const { nom, reference, contrat } = o;
        const ecrits = [contrat === null ? '?' : ecrire(contrat), reference ? ecrire(reference) : '?'];
        if (!reference || contrat === null) return { nom, rangee: null, ecrits };
        const serie = Math.sign(comparer(fraction(contrat), reference)) + 1;
        const mention = `${ecrits[0]} pour une référence de ${ecrits[1]}`;
        return { nom, rangee: { valeur: contrat, repere: versNombre(reference), serie, mention }, ecrits };
      }),
  });
}

/** Sans contrat, ce que la loi demande. */
const references = (objectifs: readonly Objectif[], suite: string, colonne: string) =>
  comparaison({
    titre: `Objectif de référence${suite}`,
    entetes: [colonne, 'Référence'],
    description: 'Une barre par ligne, de la plus grande référence à la plus petite.',
    repere: '',
    series: REFERENCE,
    absence: 'référence inconnue',
    comparees: [...objectifs]
      .sort((a, b) => comparer(b.reference ?? MOINS_UN, a.reference ?? MOINS_UN))
      .map(({ nom, reference }) => ({
        nom,
        rangee: reference && { valeur: versNombre(reference), repere: null, serie: 0, mention: ecrire(reference) },
        ecrits: [reference ? ecrire(reference) : '?'],
      })),
  });

const MOINS_UN = fraction(-1);
