import { fraction, lireNombre, produit, versNombre } from '../../src/nombres';

/** Ce que la préfecture de la Vienne a publié de l'ensemble : un fait, que la loi ne change pas. Taux cible et hausse en pour cent. */
export const PUBLIE = { cible: 20, total: 542, hausse: 15 } as const;

/** Ce qui s'écrit d'une commune dans les colonnes A à G et K à M ; `null` où rien ne s'écrit. */
export type Saisies = readonly (string | number | null)[];

/** Lit `test/cas/grand-poitiers.csv` ; ses manquants, taux de rattrapage et références n'en sont pas repris : ils se calculent. */
export function lireCommunes(csv: string): Saisies[] {
  const [entetes = '', ...lignes] = csv.trimEnd().split('\n');
  const noms = entetes.split(';');
  return lignes.map((ligne) => {
    const valeurs = ligne.split(';');
    const texte = (nom: string) => valeurs[noms.indexOf(nom)] ?? '';
    const lu = (nom: string) => lireNombre(texte(nom))!.valeur;
    const nombre = (nom: string) => versNombre(lu(nom));
    const rapport = (nom: string) => versNombre(produit(lu(nom), fraction(1, 100)));
    return [
      texte('code_insee'),
      texte('commune'),
      rapport('taux_lls_publie_pct'),
      nombre('residences_principales'),
      nombre('logements_sociaux'),
      rapport('taux_cible_pct'),
      nombre('rang_triennal'),
      ...[null, null, null],
      nombre('objectif_contrat'),
      texte('accord_commune') || null,
      nombre('periodes_consecutives_abaissees'),
    ];
  });
}
