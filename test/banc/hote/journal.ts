/** Un échange entre le complément et l'hôte. */
export type Echange = { numero: number; debut: number; duree: number; inconnu?: string } & (
  | { genre: 'requete'; actions: readonly string[]; taille: number; tailleReponse: number; erreur?: string }
  | { genre: 'invocation'; fonction: string; cellule: string; erreur?: string }
  | { genre: 'evenement'; nom: string }
  | { genre: 'commande'; nom: string }
  | { genre: 'service'; nom: string; erreur?: string }
);

type SansRepere<T> = T extends unknown ? Omit<T, 'numero'> : never;

/** Tout ce qui s'est échangé, dans l'ordre. */
export class Journal {
  #echanges: Echange[] = [];
  readonly #rappels = new Set<(echange: Echange) => void>();
  #numero = 0;

  get echanges(): readonly Echange[] {
    return this.#echanges;
  }

  /** Nombre de requêtes du complément, même réduites à un ajout ; services et oubli de références de la bibliothèque n'en sont pas. */
  get allersRetours(): number {
    return this.#echanges.filter(({ genre }) => genre === 'requete').length;
  }

  /** Les appels que l'hôte ne connaît pas : un essai attend qu'il n'y en ait aucun. */
  get inconnus(): readonly string[] {
    return this.#echanges.flatMap(({ inconnu }) => inconnu ?? []);
  }

  noter(echange: SansRepere<Echange>): void {
    const complet = { ...echange, numero: ++this.#numero };
    this.#echanges.push(complet);
    for (const rappel of this.#rappels) rappel(complet);
  }

  abonner(rappel: (echange: Echange) => void): () => void {
    this.#rappels.add(rappel);
    return () => this.#rappels.delete(rappel);
  }

  vider(): void {
    this.#echanges = [];
  }
}
