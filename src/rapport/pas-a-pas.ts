import { accorder, ecrire, fraction, produit } from '../nombres';
import { articleCertifie, type Etape } from '../regles';
import { mots, nombre, tableau, type Tableau } from './note/document';

/** Un calcul qu'on refait à la main : une étape par ligne, sa formule, sa valeur, son article et sa certitude. */
export const pasAPas = (legende: string, etapes: readonly Etape[]): Tableau =>
  tableau(
    legende,
    [mots('Étape', 23), mots('Calcul', 34), nombre('Résultat', 20), mots('Article', 23)],
    etapes.map((e) => [e.nom, e.formule, valeurDe(e), articleCertifie(e.reference, e.certitude)]),
  );

/** « 16 % », « 51,65 logements » : un taux se lit en pour cent. */
function valeurDe({ valeur, unite }: Etape): string {
  if (typeof valeur === 'string') return valeur;
  if (unite === 'ratio') return `${ecrire(produit(valeur, fraction(100)), 4)} %`;
  const ecrite = ecrire(valeur, 4);
  if (unite === 'logements') return `${ecrite} ${accorder(valeur, 'logement', 'logements')}`;
  return unite === 'points' ? `${ecrite} ${accorder(valeur, 'point', 'points')}` : `${ecrite} ${unite}`.trim();
}
