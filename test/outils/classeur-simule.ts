import {
  ErreurDeClasseur,
  type Annotation,
  type Classeur,
  type ColonnesRetirees,
  type Ecriture,
  type Emplacement,
  type Feuille,
  type FormuleTouchee,
} from '../../src/classeur/classeur';
import type { FeuilleAEcrire } from '../../src/classeur/feuille-a-ecrire';
import { adresse, adressePlage, grilleDeValeurs, type Cellule, type Grille } from '../../src/tableau';

/** Un classeur en mémoire, qui garde ce qu'on lui fait. */
export interface ClasseurSimule extends Classeur {
  readonly ecriture: Ecriture;
  readonly journal: string[];
  readonly annotations: Annotation[];
  readonly creees: FeuilleAEcrire[];
  readonly reglages: Map<string, unknown>;
  /** Le prochain appel échoue par cette phrase. */
  echouer(phrase: string): void;
  /** Une saisie de l'agent. */
  saisir(feuille: string, ligne: number, colonne: number, valeur: string | number | null): void;
}

const cellulesDe = (grille: Grille): (Cellule | undefined)[][] =>
  Array.from({ length: grille.nombreDeLignes }, (_, ligne) => {
    const rangee: (Cellule | undefined)[] = [];
    for (const colonne of grille.colonnes(ligne)) rangee[colonne] = grille.cellule(ligne, colonne);
    return Array.from(rangee);
  });

/** Ce qu'elle masque, si elle le dit. */
const masquesDe = ({ masquee, ligneMasquee, colonneMasquee }: Grille): Partial<Grille> => ({
  ...(masquee !== undefined && { masquee }),
  ...(ligneMasquee && { ligneMasquee }),
  ...(colonneMasquee && { colonneMasquee }),
});

export function classeurSimule(grilles: readonly Grille[]): ClasseurSimule {
  const feuilles = grilles.map((g, i) => ({
    id: `f${i + 1}`,
    nom: g.nom,
    fusions: g.fusions,
    cellules: cellulesDe(g),
    masques: masquesDe(g),
  }));
  const feuille = ({ id, nom, fusions, cellules, masques }: (typeof feuilles)[number]): Feuille => ({
    ...grilleDeValeurs(cellules, nom, fusions),
    ...masques,
    id,
  });
  let echec: string | null = null;
  let rappel: ((feuille: Feuille | null) => void) | null = null;
  const journal: string[] = [];
  const annotations: Annotation[] = [];
  const creees: FeuilleAEcrire[] = [];
  const reglages = new Map<string, unknown>();
  const inserees: ColonnesRetirees[] = [];
  const noter = async (geste: string): Promise<void> => {
    await Promise.resolve();
    const phrase = echec;
    echec = null;
    if (phrase) throw new ErreurDeClasseur(phrase);
    journal.push(geste);
  };
  const touchee = (avant: string, apres: string): FormuleTouchee => ({
    emplacement: { feuille: 'f1', adresse: 'J9' },
    nomDeFeuille: feuilles[0]!.nom,
    avant,
    apres,
  });
  const formule = '=SRU.OBJECTIF(D9,E9,F9)';
  const geste = async (nom: string, avant: string, apres: string) => {
    await noter(nom);
    return { faites: [touchee(avant, apres)], laissees: [] };
  };

  const faitSans = (geste: string, defait: string) => journal.lastIndexOf(geste) > journal.lastIndexOf(defait);

  const ecriture: Ecriture = {
    async annoter(posees) {
      await noter('annoter');
      annotations.splice(0, annotations.length, ...posees);
      return { posees: posees.length, laissees: [] };
    },
    async retirerAnnotations() {
      await noter('retirerAnnotations');
      return { rendues: annotations.splice(0).length, laissees: [] };
    },
    reparerFormules: () => geste('reparerFormules', '=_xldudf_sru_objectif(D9,E9,F9)', formule),
    annulerReparation: () => geste('annulerReparation', formule, '=_xldudf_sru_objectif(D9,E9,F9)'),
    figer: () => geste('figer', formule, '16'),
    degeler: () => geste('degeler', '16', formule),
    defaisables: () =>
      Promise.resolve({
        annulerReparation: faitSans('reparerFormules', 'annulerReparation'),
        degeler: faitSans('figer', 'degeler'),
      }),
    async creerFeuille(creee) {
      await noter(`creerFeuille ${creee.nom}`);
      creees.push(creee);
      const rangees = creee.lignes.map((ligne) => ligne.map((c) => c.valeur ?? null));
      feuilles.push({
        id: `f${feuilles.length + 1}`,
        nom: creee.nom,
        fusions: creee.fusions,
        cellules: cellulesDe(grilleDeValeurs(rangees)),
        masques: {},
      });
      return { feuille: `f${feuilles.length}`, adresse: 'A1' };
    },
    async inserer(inseree): Promise<Emplacement> {
      await noter(`inserer ${inseree}`);
      return { feuille: 'f1', adresse: 'P9' };
    },
    async insererColonnes(id, plage, cellules) {
      await noter(
        `insererColonnes ${id} ${adresse(plage.ligne, plage.colonne)} ${JSON.stringify(cellules.slice(0, 2))}`,
      );
      inserees.push({
        feuille: id,
        adresse: adressePlage(plage),
        nomDeFeuille: feuilles.find((f) => f.id === id)!.nom,
      });
    },
    async retirerColonnes() {
      await noter('retirerColonnes');
      return inserees.pop() ?? null;
    },
  };

  return {
    ecriture,
    journal,
    annotations,
    creees,
    reglages,
    echouer: (phrase) => (echec = phrase),
    async lire(suivi) {
      await noter('lire');
      suivi?.avancer?.(feuilles.length, feuilles.length);
      return feuilles.map(feuille);
    },
    allerA: ({ feuille: id, adresse: a }) => noter(`allerA ${id} ${a}`),
    reglage: async (cle) => reglages.get(cle) ?? null,
    async garder(cle, valeur) {
      await noter('garder');
      reglages.set(cle, JSON.parse(JSON.stringify(valeur)));
    },
    async surChangement(nouveau) {
      rappel = nouveau;
      return () => (rappel = null);
    },
    saisir(id, ligne, colonne, valeur) {
      const f = feuilles.find((une) => une.id === id)!;
      (f.cellules[ligne] ??= [])[colonne] = { valeur };
      rappel?.(feuille(f));
    },
  };
}
