import type { Annotation } from '../../classeur/classeur';
import { sourceDe } from '../../rapport/presentation';
import { correctionDe, type Constat, type Gravite } from '../../tableau';
import { controleDe, type TableauControle } from './controles';

const RANGS: readonly Gravite[] = ['bloquant', 'alerte', 'information'];

/** Une annotation par cellule : ses constats, du plus grave au moins grave ; la couleur est celle du plus grave. */
export function annotationsDe(tableaux: readonly TableauControle[]): Annotation[] {
  const feuilles = new Map(tableaux.map((t) => [t.feuille.nom, t.feuille.id]));
  const cellules = new Map<string, { feuille: string; adresse: string; constats: Constat[] }>();
  for (const t of tableaux) {
    for (const constat of controleDe(t)?.constats ?? []) {
      if (constat.cellule === null) continue;
      const feuille = constat.feuille === undefined ? t.feuille.id : feuilles.get(constat.feuille);
      if (feuille === undefined) continue;
      const cle = `${feuille}!${constat.cellule}`;
      const cellule = cellules.get(cle) ?? { feuille, adresse: constat.cellule, constats: [] };
      cellule.constats.push(constat);
      cellules.set(cle, cellule);
    }
  }
  return [...cellules.values()].map(({ feuille, adresse, constats }) => ({
    emplacement: { feuille, adresse },
    gravite: RANGS.find((gravite) => constats.some((c) => c.gravite === gravite))!,
    texte: constats.map(enTexte).join('\n\n'),
  }));
}

const enTexte = (constat: Constat): string =>
  [constat.message, correctionDe(constat), `${sourceDe(constat)}.`].join('\n');
