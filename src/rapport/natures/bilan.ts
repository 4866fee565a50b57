import { ecrire, ecrireCompte, fraction, somme, versNombre, ZERO } from '../../nombres';
import { entierLu, lue, type CommuneAuBilan, type ControleBilan } from '../../tableau';
import { VERDICTS_EN_TITRE } from '../mots';
import { COMMUNE, colonnesDuBilan, ISSUE, MAJORATION, MANQUENT, OBJECTIF, REALISES, TAUX } from './bilan-colonnes';
import { phraseDuBilan, pourcent } from './bilan-mots';
import { resultatBilan } from './bilan-resultat';
import { CELLULE_TOTAL, CELLULE_VIDE, celluleNombre, resultatDeLaLigne, type Presentation } from './presentation';

/** Ce que la feuille de contrôle a la place de montrer. */
const DE_LA_FEUILLE = [COMMUNE, OBJECTIF, REALISES, TAUX, MANQUENT, MAJORATION, ISSUE];

/** Un bilan triennal, commune par commune ; la majoration est le taux plancher, si la carence est prononcée. */
export const BILAN: Presentation<ControleBilan> = {
  verdict: enTitre,
  objet: () => 'bilan triennal',
  titre: () => 'Contrôle du bilan triennal SRU',
  suite: () => ', objectifs et logements réalisés',
  totaux: ({ communes }) => phraseDesRealisations(communes),
  colonnes: (c) => montrees(c).map(({ titre }) => titre),
  rangees: (c) => {
    const { objectif, realises, taux } = totalDuBilan(c.communes);
    const totaux = new Map([
      [COMMUNE, 'Total'],
      [OBJECTIF, compte(objectif)],
      [REALISES, compte(realises)],
      [TAUX, pourcent(taux)],
    ]);
    return [
      ...c.communes.map((commune) => montrees(c).map(({ texte }) => texte(commune))),
      montrees(c).map((colonne) => totaux.get(colonne) ?? ''),
    ];
  },
  entetesDesCellules: DE_LA_FEUILLE.map(({ titre }) => titre),
  cellules: ({ communes }) => {
    const { objectif, realises, taux } = totalDuBilan(communes);
    return [
      ...communes.map((c) => DE_LA_FEUILLE.map(({ cellule }) => cellule(c))),
      [
        CELLULE_TOTAL,
        celluleNombre(objectif, 'total'),
        celluleNombre(realises, 'total'),
        celluleNombre(taux ? versNombre(taux) : null, 'taux'),
        ...DE_LA_FEUILLE.slice(4).map(() => CELLULE_VIDE),
      ],
    ];
  },
  articles: ['L302-9-1', 'L302-8-III'],
  resultat: ({ communes }) => ({
    totalReference: totalEcrit(communes),
    totalContrat: sommer(communes.map(({ ligne }) => entierLu(ligne, 'objectif_contrat'))),
    lignes: communes.map(({ ligne }) => {
      const reference = lue(ligne, 'objectif_reference')?.valeur;
      return resultatDeLaLigne(ligne, {
        objectifReference: reference ? versNombre(reference) : null,
        objectifContrat: entierLu(ligne, 'objectif_contrat'),
      });
    }),
    bilan: resultatBilan(communes),
  }),
};

const montrees = (c: ControleBilan) => colonnesDuBilan(c, 'serrée');

/** « OBJECTIF ATTEINT PAR 4 COMMUNES SUR 12 », et combien n'ont pas tenu leur objectif de PLAI ou de PLS. */
function enTitre({ communes, verdict }: ControleBilan): string {
  if (communes.every(({ sansObjet }) => sansObjet)) return VERDICTS_EN_TITRE[verdict];
  const enDefaut = communes.filter(({ qualite }) => qualite === false).length;
  const parts = enDefaut > 0 ? ` ; PLAI ou PLS en défaut dans ${enDefaut}` : '';
  return `${phraseDuBilan(communes).slice(0, -1)}${parts}`.toLocaleUpperCase('fr');
}

/** L'objectif de toutes, ce qu'elles ont réalisé et leur taux de réalisation ; `null` si l'une manque. Une commune sans objet n'en est pas. */
export function totalDuBilan(communes: readonly CommuneAuBilan[]) {
  const jugees = communes.filter(({ sansObjet }) => !sansObjet);
  const [objectif, realises] = [sommer(jugees.map((c) => c.objectif)), sommer(jugees.map((c) => c.realises))];
  return { objectif, realises, taux: objectif && realises !== null ? fraction(realises, objectif) : null };
}

const sommer = (nombres: readonly (number | null)[]): number | null =>
  nombres.reduce((a, b) => (a === null || b === null ? null : a + b), 0);

function totalEcrit(communes: readonly CommuneAuBilan[]): number | null {
  const references = communes.map(({ ligne }) => lue(ligne, 'objectif_reference')?.valeur);
  return references.every((r) => r !== undefined) ? versNombre(references.reduce(somme, ZERO)) : null;
}

/** « 346 logements réalisés pour un objectif de 422 (82 %) » ; vide s'il en manque. */
function phraseDesRealisations(communes: readonly CommuneAuBilan[]): string {
  const { objectif, realises, taux } = totalDuBilan(communes);
  if (objectif === null || realises === null || !taux) return '';
  return `${ecrireCompte(realises, 'logement réalisé', 'logements réalisés')} pour un objectif de ${ecrire(objectif)} (${pourcent(taux)})`;
}

const compte = (n: number | null): string => (n === null ? '?' : ecrire(n));
