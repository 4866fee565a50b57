import { ecrire, ecrireCompte } from '../../../nombres';
import { declarer, enumerer, type Ecart } from './declaration';

/** Ce qui n'est pas compris, et où c'est écrit : « C4 », « ligne 12 », « nom de la feuille ». */
export interface NonCompris {
  readonly quoi: 'colonne' | 'ligne' | 'texte' | 'cellule' | 'feuille';
  readonly texte: string;
  readonly lieu: string;
}

const NON_COMPRIS: Readonly<Record<NonCompris['quoi'], readonly [sujet: string, compris: string, aFaire: string]>> = {
  colonne: ['La colonne', 'comprise', 'Dire ce que cette colonne contient, ou qu’elle ne change rien au contrôle.'],
  ligne: ['La ligne', 'comprise', 'Dire si cette ligne est une commune à compter ou si elle est à laisser de côté.'],
  texte: ['Le texte', 'compris', 'Préciser ce qu’il veut dire dans le contexte, ou qu’il ne change rien au contrôle.'],
  feuille: [
    'Le tableau qui porte',
    'reconnu',
    'Donner un titre « Commune » à la colonne des communes, ou dire que cette feuille ne change rien.',
  ],
  cellule: [
    'La cellule',
    'comprise',
    'Récrire la cellule par un nombre, un oui ou un non, ou dire ce qu’elle contient.',
  ],
};

/** La loi ne dit rien d'une lecture. */
const OUTIL = { reference: 'outil', certitude: 'interprétation' } as const;

export const DE_LA_LECTURE = {
  LIGNE_INCOMPLETE: declarer<{ manque: readonly string[] }>({
    ...OUTIL,
    gravite: 'alerte',
    explication: 'il manque une valeur à la commune',
    message: (d) => `Il manque ${d.manque.join(' et ')} : cette commune ne peut pas être entièrement contrôlée.`,
    correction: () => 'Saisir ce qui manque, ou préciser quelle colonne le donne.',
  }),
  VALEUR_INVALIDE: declarer<{ colonne: string; texte: string; attendu: string }>({
    ...OUTIL,
    gravite: 'alerte',
    explication: 'une cellule ne se lit pas, ou les logements sociaux dépassent les résidences principales',
    message: (d) => `« ${d.texte} » ne convient pas pour ${d.colonne} : attendu ${d.attendu}.`,
    correction: () => 'Corriger la cellule, ou la vider si la valeur n’est pas connue.',
  }),
  NON_COMPRIS: declarer<NonCompris>({
    ...OUTIL,
    gravite: 'alerte',
    empeche: true,
    explication: 'ce qui est écrit là n’est pas compris et pourrait changer le verdict',
    message: ({ quoi, texte, lieu }) => {
      const [sujet, compris] = NON_COMPRIS[quoi];
      return `${sujet} « ${texte} » (${lieu}) n’est pas ${compris} et pourrait changer le verdict.`;
    },
    correction: ({ quoi }) => NON_COMPRIS[quoi][2],
  }),
  CONTEXTE_CONTRADICTOIRE: declarer<{ phrase: string }>({
    ...OUTIL,
    gravite: 'alerte',
    empeche: true,
    explication: 'le tableau, ses titres et le contexte choisi ne disent pas la même chose',
    message: (d) => d.phrase,
    correction: () => 'Corriger ce qui est faux, ou préciser dans le contexte ce qu’il faut retenir.',
  }),
  FEUILLE_TROP_LONGUE: declarer<{ feuille: string; nombre: number; ici: boolean }>({
    ...OUTIL,
    gravite: 'alerte',
    explication: 'une feuille a plus de lignes que le contrôle n’en lit',
    message: (d) =>
      `La feuille « ${d.feuille} » a ${ecrire(d.nombre)} lignes, et seules les premières sont lues : ${d.ici ? 'ce tableau n’est peut-être pas entier' : 'un tableau plus bas n’y serait pas vu'}.`,
    correction: (d) => `Contrôler « ${d.feuille} » seule (--feuille), réduite aux lignes utiles.`,
  }),
  UNITE: declarer<{ texte: string; lieu: string }>({
    ...OUTIL,
    gravite: 'alerte',
    empeche: true,
    explication: 'les nombres sont annoncés dans une autre unité que le logement (en milliers)',
    message: (d) =>
      `« ${d.texte} » (${d.lieu}) annonce des nombres en milliers : le contrôle compte en logements, à l’unité près.`,
    correction: () => 'Écrire les nombres en logements, ou ôter cette mention si elle est fausse.',
  }),
  RANG_INCONNU: declarer<{ texte: string | null }>({
    reference: 'L302-8-VIII',
    certitude: 'interprétation',
    gravite: 'alerte',
    empeche: true,
    explication: 'le rang triennal de la commune ne se lit pas, et son objectif en dépend',
    message: (d) =>
      `Le rang triennal de la commune ${d.texte === null ? 'n’est pas écrit' : `ne se lit pas (« ${d.texte} »)`} : une commune entrante a un objectif moindre, qui ne s’abaisse pas.`,
    correction: () => 'Écrire 0, 1 ou 2 si la commune est entrante, 3 sinon, ou sa première année de soumission.',
  }),
  CELLULE_BARREE: declarer<{ texte: string }>({
    ...OUTIL,
    gravite: 'alerte',
    empeche: true,
    explication: 'la cellule est barrée : on ne sait pas si elle compte encore',
    message: (d) => `« ${d.texte} » est barré : on ne sait pas si cette valeur compte encore.`,
    correction: () => 'Effacer ce qui ne compte plus, ou ôter la mise en forme barrée.',
  }),
  FORMULE_SANS_VALEUR: declarer<object>({
    ...OUTIL,
    gravite: 'alerte',
    empeche: true,
    explication: 'la cellule porte une formule dont le fichier n’a gardé aucune valeur',
    message: () =>
      'Cette cellule porte une formule dont le fichier n’a gardé aucun résultat : on ne sait pas ce qu’elle montre.',
    correction: () => 'Ouvrir le classeur dans un tableur, l’enregistrer, puis le contrôler de nouveau.',
  }),
  LIGNE_MASQUEE: declarer<{ nombre: number; lesquelles: readonly string[] }>({
    ...OUTIL,
    gravite: 'information',
    explication: 'des lignes masquées ou filtrées sont comptées comme les autres',
    message: (d) =>
      `${ecrireCompte(d.nombre, 'ligne masquée ou filtrée est comptée', 'lignes masquées ou filtrées sont comptées')} comme les autres : ${enumerer(d.lesquelles)}.`,
    correction: () => 'Rien à corriger si elles comptent ; sinon, les supprimer du tableau.',
  }),
  FEUILLE_MASQUEE: declarer<{ nom: string }>({
    ...OUTIL,
    gravite: 'information',
    explication: 'la feuille est masquée : elle ne décide pas du verdict du fichier',
    message: (d) => `La feuille « ${d.nom} » est masquée : elle est lue, mais ne décide pas du verdict du fichier.`,
    correction: () => 'L’afficher pour qu’elle compte ; sinon, rien à corriger.',
  }),
  DOUBLON: declarer<{ premiere: string }>({
    ...OUTIL,
    gravite: 'bloquant',
    sansNombre: true,
    explication: 'la commune figure deux fois',
    message: (d) =>
      `Cette commune figure déjà en ${d.premiere} : ses logements sont comptés deux fois. Garder une seule ligne.`,
    correction: () => 'Supprimer une des deux lignes.',
  }),
  TOTAL_AFFICHE_FAUX: declarer<Ecart & { colonne: string }>({
    ...OUTIL,
    gravite: 'alerte',
    explication: 'le total écrit n’est pas la somme des communes',
    message: (d) =>
      `Le total affiché pour ${d.colonne}, ${ecrire(d.constate)}, n’est pas la somme des communes, ${ecrire(d.attendu)}.`,
    correction: (d) => `Écrire ${ecrire(d.attendu)}, ou étendre la formule du total.`,
  }),
  COMMUNE_INCONNUE: declarer<{
    code: string | null;
    nom: string;
    attendu: string | null;
    /** La commune reconnue par son nom, quand le code écrit n'est celui d'aucune. */
    reconnue?: { code: string; nom: string };
    millesime: number;
    populationMinimale: number;
  }>({
    reference: 'decoupage',
    certitude: 'source secondaire',
    gravite: 'alerte',
    explication: 'l’annuaire n’a pas ce code ou ce nom, ou le code est celui d’une autre commune',
    message: (d) =>
      d.reconnue
        ? `« ${d.code} » n’est pas le code INSEE de ${d.reconnue.nom}, ${d.reconnue.code} en ${d.millesime} : la commune est reconnue par son nom.`
        : d.attendu
          ? `Le code ${d.code} désigne ${d.attendu} (${d.millesime}), alors que le tableau indique « ${d.nom} ».`
          : `${d.code ? `Le code ${d.code}` : `« ${d.nom} »`} ne désigne aucune commune d’au moins ${ecrire(d.populationMinimale)} habitants en ${d.millesime} : ni le nom ni l’intercommunalité ne sont vérifiés.`,
    correction: () => 'Vérifier le nom et le code INSEE.',
  }),
} as const;
