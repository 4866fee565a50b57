/// <reference types="office-js" />
import { debutDeNom, numeros, type Journal } from './noms';
import type { Suivies } from './suivies';

/**
 * Le tour d'écrire un journal, quand deux volets tiennent le même classeur. Un nom caché numéroté dit l'état que nous avons lu ; chaque
 * requête qui écrit commence par le remplacer, ou par le retrouver : si un autre volet a écrit depuis, Excel refuse la requête là, et
 * n'en fait rien d'autre.
 */
export interface Tour {
  /** Un nom est là : le journal n'est pas vide, ou un geste s'est interrompu. */
  readonly lu: boolean;
  /** À la tête de chaque requête qui écrit. */
  entrer(): void;
  /** La requête est passée : c'est notre nom qui est là. */
  passer(): void;
  /** Une requête a échoué en chemin : demande si elle était entrée. */
  constater(): Promise<boolean>;
  /** Le journal est vide : il n'y a plus rien à se disputer. */
  rendre(): void;
}

export function prendreTour(context: Excel.RequestContext, { noms }: Suivies, journal: Journal): Tour {
  const genre = `V${journal}` as const;
  const lus = numeros(noms.keys(), genre);
  const nom = `${debutDeNom(genre)}${Math.max(0, ...lus.values()) + 1}`;
  const { names } = context.workbook;
  // Un autre volet, parti du même état, poserait un nom de même rang : sa formule dit qui l'a posé.
  const jeton = `="${crypto.randomUUID()}"`;
  let entre = false;
  return {
    lu: lus.size > 0,
    entrer() {
      if (entre) {
        names.getItem(nom).load('name');
        return;
      }
      // Partis du même état, deux volets y butent : sur le nom lu, que le premier a ôté, ou sur le premier nom, qu'il a posé.
      for (const lu of lus.keys()) names.getItem(lu).delete();
      names.add(nom, jeton).visible = false;
    },
    passer: () => void (entre = true),
    async constater() {
      if (entre) return true;
      const trouve = names.getItemOrNullObject(nom);
      trouve.load('formula');
      await context.sync();
      entre = !trouve.isNullObject && trouve.formula === jeton;
      return entre;
    },
    rendre: () => names.getItem(nom).delete(),
  };
}
