import type { Remplissage } from './cadre';
import type { Encres } from './encres';
import type { Motif } from './modele';
import { noeud, type Noeud } from './noeud';

const TRAITS: Readonly<Record<Exclude<Motif, 'plein' | 'vide'>, string>> = {
  hachures: 'M-1 1L1-1M0 6L6 0M5 7L7 5',
  traits: 'M1.5 0V6M4.5 0V6',
  points: 'M1 1h2v2h-2zM4 4h2v2h-2z',
  croix: 'M0 3H6M3 0V6',
};

/** Les définitions qu'un dessin emploie, et de quoi remplir une forme d'un motif. */
export function motifs(id: string, employes: readonly Motif[], encres: Encres) {
  const definitions = [...new Set(employes)].flatMap((motif) => {
    if (motif === 'plein' || motif === 'vide') return [];
    const trace =
      motif === 'points'
        ? { d: TRAITS[motif], fill: encres.barre }
        : { d: TRAITS[motif], fill: 'none', stroke: encres.barre, 'stroke-width': motif === 'croix' ? 1 : 1.5 };
    return [
      noeud(
        'pattern',
        { id: `${id}-${motif}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
        noeud('rect', { width: 6, height: 6, fill: encres.fond }),
        noeud('path', trace),
      ),
    ];
  });
  const remplir = (motif: Motif): Remplissage => ({
    fill: motif === 'plein' ? encres.barre : motif === 'vide' ? encres.fond : `url(#${id}-${motif})`,
    stroke: encres.barre,
  });
  const defs: readonly Noeud[] = definitions.length > 0 ? [noeud('defs', {}, ...definitions)] : [];
  return { defs, remplir };
}
