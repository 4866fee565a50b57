import { ecrire, ecrireLu } from '../../nombres';
import { lue, type LigneEvaluee } from '../../tableau';
import { mots, nombre, tableau, type Bloc } from '../note/document';
import type { Cas } from './cas';
import { source } from './mots';

/** D'où vient l'objectif de référence de chaque commune : ce qu'on refait à la main, l'article, la certitude. */
export const calculs = ({ communes }: Cas): Bloc =>
  tableau(
    'Calcul de l’objectif de référence',
    [
      mots('Commune', 22),
      mots('Logements manquants', 26),
      mots('Taux de rattrapage', 24),
      nombre('Référence', 12),
      mots('Article ; certitude', 22),
    ],
    communes.map((l) => [l.ligne.nom, manquants(l), taux(l), reference(l), article(l)]),
  );

function manquants({ situation: s, manquants: nombreDe, ligne }: LigneEvaluee): string {
  if (!nombreDe) return 'inconnus';
  if (s)
    return `${s.tauxCible} % × ${ecrire(s.residencesPrincipales)} − ${ecrire(s.logementsSociaux)} = ${ecrire(nombreDe)}`;
  return lue(ligne, 'manquants') ? `${ecrire(nombreDe)}, repris du tableau` : ecrire(nombreDe);
}

const taux = ({ rattrapage }: LigneEvaluee): string =>
  rattrapage ? `${rattrapage.pourcent} % : ${rattrapage.motif}` : 'inconnu';

/** « 51,65 ; au tableau : 52 » : les deux, s'ils diffèrent. */
function reference({ exacte, ligne, reference: retenue }: LigneEvaluee): string {
  const ecrite = lue(ligne, 'objectif_reference');
  if (!exacte) return retenue ? `${ecrire(retenue)}, repris du tableau` : '?';
  return ecrite && ecrireLu(ecrite) !== ecrire(exacte)
    ? `${ecrire(exacte)} ; au tableau : ${ecrireLu(ecrite)}`
    : ecrire(exacte);
}

const article = ({ rattrapage }: LigneEvaluee): string =>
  rattrapage ? source(rattrapage.reference, rattrapage.certitude) : '?';
