import {
  blanc,
  COMMUNE,
  OBJECTIF_DU_CONTRAT,
  OBJECTIF_REPARTI,
  PLAI_AU_MOINS,
  PLANCHER,
  PLS_AU_PLUS,
  REFERENCE,
} from '../../classeur/contrat-redige';
import { arrondir, comparer, ecrire, versNombre, type Logements } from '../../nombres';
import { typologie } from '../../regles';
import { plancherDe, type LigneEvaluee } from '../../tableau';
import { signer, superieur } from '../mots';
import { mots, nombre, paragraphe, tableau, titre, type Bloc } from '../note/document';
import { derogations } from '../note/derogations';
import { calculs } from './calculs';
import type { Cas } from './cas';
import { conditions } from './conditions';
import { source } from './mots';

/** Article 2 : les objectifs de la période, en nombre et par financement. */
export const objectifs = (cas: Cas): Bloc[] => [
  titre(3, 'Article 2. Objectifs quantitatifs et qualitatifs'),
  titre(4, 'Objectifs quantitatifs'),
  paragraphe(annonce(cas)),
  quantitatifs(cas),
  calculs(cas),
  conditions(cas),
  ...(cas.controle.verdict === 'conforme' ? derogations(cas.controle, cas.cadre.droit) : []),
  titre(4, 'Objectifs qualitatifs'),
  ...qualitatifs(cas),
];

function annonce({ controle, communes, periode, etabli }: Cas): string {
  const redit = 'Le tableau annexé fait partie du contrat ; il porte les mêmes objectifs.';
  if (controle.verdict !== 'conforme' || !etabli)
    return `Les objectifs qui suivent sont ceux du tableau contrôlé. Ils n’ont pas valeur d’engagement : voir, en tête, ce qui doit être réglé. ${redit}`;
  return communes.length === 1
    ? `Pour ${periode}, la commune vise le nombre de logements sociaux qui suit. ${redit}`
    : `Pour ${periode}, chaque commune vise le nombre de logements sociaux qui suit. ${redit}`;
}

function quantitatifs({ communes, controle, cadre: { droit } }: Cas): Bloc {
  const { contrat, totaux } = controle;
  const ecart = (n: number | null, reference: Logements | null) =>
    n === null || !reference ? '' : signer(n - versNombre(reference));
  const ligne = (
    nom: string,
    reference: Logements | null,
    plancher: string,
    objectif: number | null,
    manque: string,
  ) => [
    nom,
    reference ? ecrire(reference) : '?',
    plancher,
    objectif === null ? manque : ecrire(objectif),
    ecart(objectif, reference),
  ];
  return tableau(
    'Objectifs de la période, en logements ; plancher, pris avant arrondi, à l’entier supérieur',
    [
      mots(COMMUNE, 34),
      nombre(REFERENCE, 16),
      nombre(PLANCHER, 14),
      nombre(OBJECTIF_DU_CONTRAT, 20),
      nombre('Écart', 12),
    ],
    [
      ...communes.map((l) =>
        ligne(l.ligne.nom, l.reference, superieur(plancherDe(l, contrat, droit)), l.contrat, blanc('objectif')),
      ),
      ...(controle.lignes.length > 1 ? [ligne('Total', totaux.reference, '', totaux.contrat, '')] : []),
    ],
    { total: controle.lignes.length > 1 },
  );
}

function qualitatifs({ communes, cadre: { droit, plh } }: Cas): Bloc[] {
  const libre = paragraphe(
    `Autres engagements de qualité : ${blanc('tailles de logement, publics, localisation, part réalisée dans le parc existant')}.`,
  );
  const { typologie: datee } = droit;
  if (!datee) return [libre];
  const { plaiMinimum, plsMaximum, plsMaximumSansPlh, seuilTauxSansPlh } = datee.regle;
  return [
    tableau(
      'Répartition par financement des logements à produire ; minimum à l’entier supérieur, maximum à l’inférieur',
      [mots(COMMUNE, 40), nombre(OBJECTIF_REPARTI, 20), nombre(PLAI_AU_MOINS, 20), nombre(PLS_AU_PLUS, 20)],
      communes.map((l) => [l.ligne.nom, ...parts(l, droit, plh)]),
    ),
    paragraphe(
      `PLAI : ${plaiMinimum} % au moins. PLS : ${plsMaximum} % au plus, ${plsMaximumSansPlh} % si le taux de logements sociaux est inférieur à ${seuilTauxSansPlh} % et qu’aucun programme local de l’habitat ne couvre la commune (${source(datee.reference, datee.certitude)}). Le reste se répartit librement.`,
    ),
    libre,
  ];
}

function parts({ contrat, intervalle }: LigneEvaluee, droit: Cas['cadre']['droit'], plh: boolean | null): string[] {
  const bornes = contrat === null ? null : typologie(contrat, 0, 0, intervalle, plh, droit);
  if (contrat === null || !bornes) return ['?', '?', '?'];
  const { strict, large } = bornes.plsMaximum;
  const maximum = [...new Set([strict, large].map((f) => ecrire(arrondir(f, 'INFERIEUR'))))];
  return [
    ecrire(contrat),
    superieur(bornes.plaiMinimum),
    comparer(strict, large) === 0 ? maximum[0]! : `${maximum.join(' ou ')}, selon le PLH`,
  ];
}
