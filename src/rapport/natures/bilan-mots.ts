import { ecrire, ecrireCompte, ecrireDuBonCote, fraction, produit, type Quantite } from '../../nombres';
import {
  carencesPossibles,
  type BilanPasse,
  type CommuneDressee,
  type ControleBilan,
  type IssueDuBilan,
  type Suite,
} from '../../tableau';
import { phraseDuRefus, regleInconnue } from '../../regles';

/** Ce qu'un bilan dit d'une commune, en un mot ; l'issue entière se lit dans `ISSUES_EN_PHRASES`. */
export const ISSUES_EN_MOTS: Readonly<Record<IssueDuBilan, string>> = {
  manqué: 'non tenu',
  'à compléter': 'à compléter',
  'objectif atteint': 'PLAI, PLS à préciser',
  tenu: 'tenu',
  'sans objet': 'sans objet',
};

export const ISSUES_EN_PHRASES: Readonly<Record<IssueDuBilan, string>> = {
  manqué: 'Carence possible',
  'à compléter': 'À compléter ou à trancher',
  'objectif atteint': 'Objectif atteint, PLAI et PLS à préciser',
  tenu: 'Bilan tenu',
  'sans objet': 'Sans objectif à atteindre',
};

const CENT = fraction(100);

/** « 67,6 % » ; un taux qui n'atteint pas tout à fait 100 % ne s'écrit jamais « 100 % ». */
export const pourcent = (rapport: Quantite | null | undefined): string =>
  rapport ? `${ecrireDuBonCote(produit(rapport, CENT), CENT, 1)} %` : '';

/** « Objectif atteint par 4 communes sur 12. », sans celles qui n'ont rien à atteindre ; dit celles dont rien n'est affirmé. */
export function phraseDuBilan(communes: readonly CommuneDressee[]): string {
  const jugees = communes.filter(({ sansObjet }) => !sansObjet);
  if (jugees.length === 0) return 'Aucune commune n’a d’objectif à atteindre.';
  const atteints = jugees.filter(({ atteint }) => atteint === true).length;
  const ouvertes = jugees.filter(({ atteint }) => atteint === null).length;
  const suite = ouvertes > 0 ? `, ${ecrireCompte(ouvertes, 'indéterminée')}` : '';
  return `Objectif atteint par ${ecrireCompte(atteints, 'commune')} sur ${ecrire(jugees.length)}${suite}.`;
}

/** « 22 logements et 12 PLAI » : ce qui manque à une commune, ou « 3 PLS de trop ». */
export function manquesDe({ atteint, manquent, qualite, qualitatif: { plai, pls } }: CommuneDressee): string {
  const manques = [
    ...(atteint === false && manquent ? [ecrireCompte(manquent, 'logement')] : []),
    ...(qualite === false && plai.ecart > 0 ? [`${ecrire(plai.ecart)} PLAI`] : []),
    ...(qualite === false && pls.ecart > 0 ? [`${ecrire(pls.ecart)} PLS de trop`] : []),
  ];
  return new Intl.ListFormat('fr').format(manques);
}

/** Les communes dont la carence peut être proposée, de ce qui leur manque le plus ; vide s'il n'y en a pas. */
export function phraseDesCarences({ communes }: ControleBilan, noms = Infinity): string {
  const possibles = carencesPossibles(communes);
  if (possibles.length === 0) return '';
  const dites = possibles.slice(0, noms).map((c) => `${c.ligne.nom} (${manquesDe(c)})`);
  const reste = possibles.length - dites.length;
  const suite = reste > 0 ? ` et ${ecrireCompte(reste, 'autre')}` : '';
  return `La carence peut être proposée pour ${ecrireCompte(possibles.length, 'commune')} (L. 302-9-1) : ${dites.join(', ')}${suite}.`;
}

/** Comment les euros d'un bilan se lisent, ou ce qui manque pour les calculer. */
export function phraseDuPrelevement({ communes, contexte: { droit } }: ControleBilan): string {
  const jugees = communes.filter(({ sansObjet }) => !sansObjet);
  if (jugees.length === 0) return '';
  if (!droit.prelevement) return phraseDuRefus(regleInconnue('Prélèvement', droit));
  const sans = jugees.filter(({ prelevement: p }) => !p.prelevement);
  const [premiere] = sans;
  const manque = premiere ? `il manque ${premiere.prelevement.manque.join(', ')}` : '';
  if (sans.length === jugees.length) return `Prélèvement non calculé : ${manque}.`;
  const exonerables = jugees.filter(({ prelevement: { sort } }) => sort?.exoneree === null).length;
  const exoneration = exonerables > 0 ? ` Exonération à préciser pour ${ecrireCompte(exonerables, 'commune')}.` : '';
  const suite = premiere
    ? ` Non calculé pour ${ecrireCompte(sans.length, 'commune')} (${premiere.ligne.nom} : ${manque}).`
    : '';
  return `Prélèvement avant les dépenses déductibles et le report ; majoré au taux plancher, si la carence est prononcée.${exoneration}${suite}`;
}

export function phraseDeLaSuite(suite: Suite): string {
  if ('manque' in suite) return `pour la calculer, il faut ${suite.manque}.`;
  const { objectif, pourcent: taux, source, annee } = suite;
  const date = annee === null ? 'non daté, à vérifier,' : `au 1er janvier ${annee}`;
  const parc = `parc ${date} de la feuille « ${source} »`;
  return taux === 0
    ? `aucun objectif, le taux cible est atteint (${parc}).`
    : `${ecrireCompte(objectif.valeur.numerateur, 'logement')}, ${taux} % des manquants (${parc}).`;
}

/** « 2014-2016 », « cumul 2002-2019 ». */
export const nomDuPasse = ({ debut, fin, deduite }: BilanPasse): string =>
  `${fin - debut > 2 ? 'cumul ' : ''}${debut}-${fin}${deduite ? ' (années des colonnes voisines)' : ''}`;

/** Les périodes et les cumuls que les communes d'un bilan rappellent. */
export const nomsDuPasse = (communes: readonly CommuneDressee[]): readonly string[] => [
  ...new Set(communes.flatMap(({ passe }) => passe.map(nomDuPasse))),
];

/** Ce qu'une commune rappelle d'une période : « 87 sur 80 (108,8 %), carencée » ; vide : rien. */
export const passeDe = ({ passe }: CommuneDressee, nom: string): string =>
  passe
    .filter((p) => nomDuPasse(p) === nom)
    .map(passeEnMots)
    .join(' ; ');

export function passeEnMots({ objectif, realises, taux, carencee }: BilanPasse): string {
  const compte = (n: number | null) => (n === null ? '?' : ecrire(n));
  const carence = carencee === null ? '' : carencee ? ', carencée' : ', non carencée';
  return `${compte(realises)} sur ${compte(objectif)}${taux ? ` (${pourcent(taux)})` : ''}${carence}`;
}
