import { versNombre } from '../../nombres';
import { quantitatifEnMots } from '../bilans';
import type { CommuneAuBilan, Constat } from '../../tableau';
import { accepter } from '../arguments';
import { enTableau } from '../declaration';
import { enRegard, periodeDe, tableauDe } from '../tableaux';
import { ErreurDeCellule } from '../valeurs';
import { PERIODE, tableauDeCommunes } from '../vocabulaire';

export const SRU_BILAN_TABLEAU = enTableau({
  nom: 'SRU.BILAN.TABLEAU',
  resume: 'le bilan triennal de toutes les communes, et ce qu’il faut y vérifier',
  description:
    'Bilan triennal de chaque commune d’un tableau, en une seule formule (L. 302-9-1 et L. 302-8, III du CCH) : taux de réalisation, verdict quantitatif, taux plancher de majoration si la carence est prononcée, et tout constat à lever avant de conclure.',
  arguments: [tableauDeCommunes('commune, objectif, réalisés, PLAI, PLS…'), PERIODE],
  rend: 'Quatre colonnes alignées sur le tableau, en-tête compris ; la dernière porte les constats, ceux du tableau entier en regard de l’en-tête ; #VALEUR! si le tableau n’est pas un bilan.',
  exemples: ['=SRU.BILAN.TABLEAU(A3:F14) à droite du tableau'],
  dispositif: 'Bilan triennal',
  calculer: async (plage, droit) => {
    const { tableau, resultat } = await tableauDe(plage, { periode: periodeDe(droit) });
    const controle = accepter(resultat);
    if (controle.nature !== 'bilan')
      throw new ErreurDeCellule('#VALEUR!', 'tableau : ce n’est pas un bilan, attendu des objectifs et des réalisés.');
    const { communes, constats } = controle;
    const generaux = [aLever(constats, null), droit.reserve].filter(Boolean).join(' ');
    const entetes = ['Taux de réalisation', 'Quantitatif', 'Majoration minimale'];
    const rangees = communes.map((c) => [c.ligne, [...bilanDe(c), aLever(constats, c.ligne.ligne)]] as const);
    return enRegard(plage, tableau, [...entetes, `À vérifier${generaux && ` : ${generaux}`}`], rangees);
  },
});

const bilanDe = ({ bilan, sansObjet, objectif }: CommuneAuBilan): unknown[] => [
  bilan?.taux ? versNombre(bilan.taux) : '',
  bilan ? quantitatifEnMots({ ...bilan, majoration: null }) : sansObjet ? sansObjectif(objectif) : 'INDÉTERMINÉ',
  bilan?.majoration ? versNombre(bilan.majoration) : '',
];

/** « NC » ou « NR » ne dit pas un objectif nul. */
const sansObjectif = (objectif: number | null): string =>
  objectif === 0 ? 'SANS OBJET : objectif nul' : 'SANS OBJET : le tableau ne donne pas d’objectif';

/** Ce qui bloque ou empêche de conclure sur une ligne, hors l'objectif non atteint, déjà dit ; `null` : sur le tableau entier. */
const aLever = (constats: readonly Constat[], ligne: number | null): string =>
  constats
    .filter((c) => (c.ligne?.ligne ?? null) === ligne && c.code !== 'OBJECTIF_NON_ATTEINT')
    .filter((c) => c.gravite === 'bloquant' || c.empecheDeConclure)
    .map(({ message }) => message)
    .join(' ');
