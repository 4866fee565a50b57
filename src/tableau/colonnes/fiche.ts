import { comparer, estEntiere, fraction, type NombreLu } from '../../nombres';

/** Ce qu'une cellule de nombre doit être pour qu'on la retienne. */
export interface Attente {
  readonly attendu: string;
  readonly taux?: true;
  readonly montant?: true;
  readonly convient: (lu: NombreLu) => boolean;
}

export type LectureDeNombre = Attente & { readonly genre: 'nombre' };
/** Un rang s'écrit en chiffres ou en mots (« 1re période », « entrante ») : son texte compte autant que son nombre. */
export type LectureDeRang = Attente & { readonly genre: 'rang' };
/** Texte libre ; réponse par oui ou non ; drapeau : réponse d'un inventaire publié, 1 ou 0. */
export type LectureDeTexte = { readonly genre: 'texte' | 'reponse' | 'drapeau' };

/**
 * Ce qu'une cellule illisible empêche, dans un contrôle d'objectifs : de conclure ; rien ; ou de conclure sauf si les résidences
 * principales, les logements sociaux et le taux cible de la commune sont lus, qui la remplacent.
 */
export type Decisive = 'oui' | 'non' | 'sauf situation connue';

/** Tout ce que le contrôle sait d'une colonne. */
export interface Fiche {
  /** Comment on la nomme à un agent. */
  readonly nom: string;
  readonly lecture: LectureDeNombre | LectureDeRang | LectureDeTexte;
  readonly decisive: Decisive;
  /**
   * Les tournures qui suffisent à la nommer (séparées par « | ») et les mots qui s'y ajoutent sans en changer le sens. Un seul mot
   * étranger, et l'en-tête n'est pas reconnu : « LLS agréés » n'est pas « LLS ». Les mots sont pris sans accents, casse, ordre ni
   * accord ; `pourcent` est un pourcentage écrit (« 25 % »), `tranche` une suite d'années (« 2023-2025 »), `dujour` une date
   * (« au 01/01/2022 »), `millesime` une année seule. De deux colonnes qui conviennent, la tournure la plus longue l'emporte.
   */
  readonly tournures: string;
  readonly toleres: string;
  /** Les tournures qui ne souffrent d'autre mot qu'une suite d'années ou un pourcentage. */
  readonly seules?: string;
  /** Les tournures qui ne valent qu'à défaut d'une colonne de même sens mieux nommée : « Délibération » à côté d'« Accord ». */
  readonly appui?: string;
  /** Une ligne de total en porte la somme. */
  readonly additive?: true;
  /** Une cellule fusionnée sur plusieurs lignes y vaut pour chacune ; jamais pour un nombre de logements, qu'on compterait deux fois. */
  readonly etendue?: true;
}

export type Famille = Readonly<Record<string, Fiche>>;

export const TEXTE = { genre: 'texte' } as const;
export const REPONSE = { genre: 'reponse' } as const;
export const DRAPEAU = { genre: 'drapeau' } as const;

/** Au-delà, ce n'est plus un nombre d'habitants ni de logements, et les sommes exactes déborderaient. */
const COMPTE_MAXIMUM = fraction(10 ** 8);
/** Paris dépense dix milliards d'euros par an. */
const MONTANT_MAXIMUM = fraction(10 ** 11);

/** `minimum` absent : un nombre négatif convient aussi. */
export const compte = (
  minimum: number | null,
  attendu: string,
  convient: (lu: NombreLu) => boolean = () => true,
): LectureDeNombre => ({
  genre: 'nombre',
  attendu,
  convient: (lu) =>
    comparer(lu.valeur, fraction(minimum ?? -COMPTE_MAXIMUM.numerateur)) >= 0 &&
    comparer(lu.valeur, COMPTE_MAXIMUM) <= 0 &&
    convient(lu),
});

export const entier = (minimum: number | null, attendu: string): LectureDeNombre =>
  compte(minimum, attendu, ({ valeur }) => estEntiere(valeur));

export const LOGEMENTS = entier(0, 'un nombre entier de logements');

export const pourcentage = (attendu: string): LectureDeNombre => ({
  genre: 'nombre',
  attendu,
  taux: true,
  convient: ({ valeur }) => valeur.numerateur >= 0 && comparer(valeur, fraction(100)) <= 0,
});

/** Un taux que rien ne borne à 100 % : 820 % d'un objectif réalisés. */
export const TAUX_LIBRE: LectureDeNombre = {
  genre: 'nombre',
  attendu: 'un taux',
  taux: true,
  convient: ({ valeur }) =>
    comparer(valeur, fraction(-COMPTE_MAXIMUM.numerateur)) >= 0 && comparer(valeur, COMPTE_MAXIMUM) <= 0,
};

export const MONTANT: LectureDeNombre = {
  genre: 'nombre',
  attendu: 'un montant en euros',
  montant: true,
  convient: ({ valeur }) => valeur.numerateur >= 0 && comparer(valeur, MONTANT_MAXIMUM) <= 0,
};
