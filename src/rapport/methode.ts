/** Ce que tout rapport dit de sa méthode. */
export const METHODE: readonly string[] = [
  'Droit lu au 27 février 2026 : L. 302-8 et L. 302-8-1 du CCH dans leur version du 23 février 2022 (loi 3DS), L. 302-5 du 1er janvier 2023.',
  'Les seuils sont comparés en entiers exacts ; un objectif donné est comparé au plancher ou au plafond non arrondi, un minimum affiché est arrondi à l’entier supérieur.',
  'Chaque constat porte son article et son degré de certitude : texte (lettre de la loi), interprétation, ou source secondaire.',
  'La loi dit « contrat de mixité sociale » mutualisant (L. 302-8, X) ; « CIMS » est une abréviation de commentateurs, gardée pour les fonctions.',
  'Communes et EPCI : découpage administratif diffusé par Etalab (INSEE, DGCL), Licence Ouverte 2.0.',
  'Inventaire publié des communes : DGALN/DHUP, data.gouv.fr, Licence Ouverte 2.0 ; ce ne sont pas les chiffres notifiés.',
];
