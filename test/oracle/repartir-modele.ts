import loadHighs from 'highs';

type Terme = readonly [coefficient: number, variable: string];

let charge: ReturnType<typeof loadHighs> | undefined;

/** Un programme linéaire, entier ou non, écrit ligne à ligne puis résolu par HiGHS. */
export class Modele {
  private readonly lignes: string[] = [];
  private readonly bornes: string[] = [];
  private readonly entieres: string[] = [];

  variable(nom: string, bas: number, haut: number, entiere: boolean): this {
    this.bornes.push(`${bas} <= ${nom} <= ${haut}`);
    if (entiere) this.entieres.push(nom);
    return this;
  }
  contrainte(termes: readonly Terme[], signe: '<=' | '>=' | '=', droite: number): this {
    if (termes.length > 0) this.lignes.push(`c${this.lignes.length}: ${somme(termes)} ${signe} ${droite}`);
    return this;
  }

  /** Le minimum et où il est atteint, ou `null` si rien ne tient les contraintes. */
  async minimiser(termes: readonly Terme[]): Promise<{ valeur: number; de: (variable: string) => number } | null> {
    const texte = [
      ['Minimize', ` obj: ${somme(termes)}`, 'Subject To', ...this.lignes, 'Bounds', ...this.bornes],
      this.entieres.length > 0 ? ['Generals', this.entieres.join('\n')] : [],
      ['End'],
    ];
    const highs = await (charge ??= loadHighs());
    const options = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 } as const;
    const solution = highs.solve(texte.flat().join('\n'), options);
    if (solution.Status === 'Infeasible') return null;
    if (solution.Status !== 'Optimal') throw new Error(`HiGHS : ${solution.Status}`);
    const colonnes = solution.Columns as Readonly<Record<string, { Primal: number }>>;
    return { valeur: solution.ObjectiveValue, de: (variable) => colonnes[variable]!.Primal };
  }
}

const somme = (termes: readonly Terme[]): string =>
  termes.map(([c, v], i) => `${c < 0 ? '-' : i ? '+' : ''} ${Math.abs(c)} ${v}${i % 8 === 7 ? '\n' : ''}`).join(' ');
