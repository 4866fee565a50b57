import { ecrire, ecrireCompte, fraction, produit, somme, versNombre, ZERO, type Quantite } from '../../nombres';
import { entierLu, lue, type CommuneAuBilan, type ControleBilan } from '../../tableau';
import { VERDICTS_EN_TITRE } from '../mots';
import {
  CELLULE_TOTAL,
  CELLULE_VIDE,
  celluleMot,
  celluleNombre,
  resultatDeLaLigne,
  type Presentation,
  type ResultatBilan,
} from './presentation';

/** Un bilan triennal, commune par commune ; la majoration est le taux plancher, si la carence est prononcée. */
export const BILAN: Presentation<ControleBilan> = {
  verdict: enTitre,
  objet: () => 'bilan triennal',
  titre: () => 'Contrôle du bilan triennal SRU',
  suite: () => ', objectifs et logements réalisés',
  totaux: ({ communes }) => phraseDesRealisations(communes),
  colonnes: ['Commune', 'Objectif', 'Réalisés', 'Taux', 'Manquent', 'Majoration'],
  rangees: ({ communes }) => {
    const { objectif, realises, taux } = totalDuBilan(communes);
    return [
      ...communes.map((c) => [
        c.ligne.nom,
        c.sansObjet && c.objectif === null ? '' : compte(c.objectif),
        c.sansObjet && c.realises === null ? '' : compte(c.realises),
        pourcent(c.bilan?.taux),
        c.sansObjet ? '' : compte(manquentAu(c)),
        pourcent(c.bilan?.majoration),
      ]),
      ['Total', compte(objectif), compte(realises), pourcent(taux), '', ''],
    ];
  },
  cellules: ({ communes }) => {
    const total = totalDuBilan(communes);
    const taux = (rapport: Quantite | null | undefined) => celluleNombre(rapport ? versNombre(rapport) : null, 'taux');
    return [
      ...communes.map((c) => [
        celluleMot(c.ligne.nom),
        celluleNombre(c.objectif),
        celluleNombre(c.realises),
        taux(c.bilan?.taux),
        celluleNombre(manquentAu(c)),
        taux(c.bilan?.majoration),
      ]),
      [
        CELLULE_TOTAL,
        celluleNombre(total.objectif, 'total'),
        celluleNombre(total.realises, 'total'),
        taux(total.taux),
        CELLULE_VIDE,
        CELLULE_VIDE,
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
    bilan: communes.map(resultatBilan),
  }),
};

/** « OBJECTIF ATTEINT PAR 4 COMMUNES SUR 12 », et combien n'ont pas tenu leur objectif de PLAI ou de PLS. */
function enTitre({ communes, verdict, constats }: ControleBilan): string {
  if (communes.every(({ sansObjet }) => sansObjet)) return VERDICTS_EN_TITRE[verdict];
  const enDefaut = new Set(
    constats.flatMap((c) => (c.gravite === 'bloquant' && c.code.startsWith('PART_') ? [c.ligne] : [])),
  ).size;
  const parts = enDefaut > 0 ? ` ; PLAI ou PLS en défaut dans ${enDefaut}` : '';
  return `${phraseDuBilan(communes).slice(0, -1)}${parts}`.toLocaleUpperCase('fr');
}

/** Les logements qui manquent à l'objectif d'une commune. */
export const manquentAu = ({ objectif, realises, sansObjet }: CommuneAuBilan): number | null =>
  objectif === null || realises === null || sansObjet ? null : realises < objectif ? objectif - realises : 0;

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

/** « Objectif atteint par 4 communes sur 12. », sans celles qui n'ont rien à atteindre ; dit celles qu'on ne peut pas juger. */
export function phraseDuBilan(communes: readonly Pick<CommuneAuBilan, 'bilan' | 'sansObjet'>[]): string {
  const jugees = communes.filter(({ sansObjet }) => !sansObjet);
  if (jugees.length === 0) return 'Aucune commune n’a d’objectif à atteindre.';
  const atteints = jugees.filter((c) => c.bilan?.quantitatif.remplie === true).length;
  const ouvertes = jugees.filter((c) => c.bilan === null).length;
  const suite = ouvertes > 0 ? `, ${ecrireCompte(ouvertes, 'indéterminée')}` : '';
  return `Objectif atteint par ${ecrireCompte(atteints, 'commune')} sur ${ecrire(jugees.length)}${suite}.`;
}

const resultatBilan = ({ ligne, objectif, realises, bilan }: CommuneAuBilan): ResultatBilan => ({
  commune: ligne.commune,
  codeInsee: ligne.codeInsee,
  cellule: ligne.cellule('commune'),
  objectif,
  realises,
  tauxRealisation: bilan?.taux ? versNombre(bilan.taux) : null,
  majorationPlancher: bilan?.majoration ? versNombre(bilan.majoration) : null,
});

const compte = (n: number | null): string => (n === null ? '?' : ecrire(n));
const pourcent = (rapport: Quantite | null | undefined): string =>
  rapport ? `${ecrire(produit(rapport, fraction(100)), 1)} %` : '';
