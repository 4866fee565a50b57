import { type Style, type Zone } from '../contrat';
import { ErreurHote } from '../erreurs';
import { couleur } from '../modele/styles';
import { type Plage } from './cible-plage';
import { definir, methode, valeur, type Objet } from './cadre';
import { changer, commune } from './styles';

const COTES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
type Cote = (typeof COTES)[number];
const AUTRES = ['InsideVertical', 'InsideHorizontal', 'DiagonalDown', 'DiagonalUp'];
interface Bordure {
  /** Les cellules que ce trait touche, et de quel côté ; vide pour une diagonale, qui n'est pas gardée. */
  parties: { plage: Plage; cote: Cote }[];
}

/** Une bordure de plage, en bordures de cellules : le bord d'une plage est celui de sa première ou dernière rangée. */
function partiesDe(p: Plage, index: string): Bordure['parties'] {
  const partie = (cote: Cote, decouper: (zone: Zone) => Zone): Bordure['parties'] => {
    const zone = decouper(p.bornes);
    return zone.ligne > zone.ligneFin || zone.colonne > zone.colonneFin ? [] : [{ cote, plage: p.autre(zone) }];
  };
  switch (index) {
    case 'EdgeTop':
      return partie(index, (z) => ({ ...z, ligneFin: z.ligne }));
    case 'EdgeBottom':
      return partie(index, (z) => ({ ...z, ligne: z.ligneFin }));
    case 'EdgeLeft':
      return partie(index, (z) => ({ ...z, colonneFin: z.colonne }));
    case 'EdgeRight':
      return partie(index, (z) => ({ ...z, colonne: z.colonneFin }));
    case 'InsideHorizontal':
      return [
        ...partie('EdgeBottom', (z) => ({ ...z, ligneFin: z.ligneFin - 1 })),
        ...partie('EdgeTop', (z) => ({ ...z, ligne: z.ligne + 1 })),
      ];
    case 'InsideVertical':
      return [
        ...partie('EdgeRight', (z) => ({ ...z, colonneFin: z.colonneFin - 1 })),
        ...partie('EdgeLeft', (z) => ({ ...z, colonne: z.colonne + 1 })),
      ];
    default:
      return [];
  }
}

type Trait = NonNullable<NonNullable<Style['bordures']>[Cote]>;
const lireTrait = <T>(b: Bordure, lire: (trait: Trait | undefined) => T): T | null => {
  const [partie] = b.parties;
  return partie ? commune(partie.plage, (style) => lire(style?.bordures?.[partie.cote])) : lire(undefined);
};
const ecrireTrait = (
  b: Bordure,
  valeur: unknown,
  faire: (trait: Trait | undefined, texte: string) => Trait | undefined,
) => {
  if (typeof valeur !== 'string') throw new ErreurHote('InvalidArgument');
  for (const { plage, cote } of b.parties)
    changer(plage, (style) => {
      const { [cote]: avant, ...autres } = style.bordures ?? {};
      const trait = faire(avant, valeur);
      return { ...style, bordures: trait ? { ...autres, [cote]: trait } : autres };
    });
};

const bordure = definir<Bordure>({
  nom: 'RangeBorder',
  membres: {
    Style: valeur(
      '1.1',
      (b) => lireTrait(b, (trait) => trait?.style ?? 'None'),
      (b, v) => {
        ecrireTrait(b, v, (trait, style) => (style === 'None' ? undefined : { ...trait, style }));
      },
    ),
    // L'épaisseur n'est pas gardée.
    Color: valeur(
      '1.1',
      (b) => lireTrait(b, (trait) => trait?.couleur ?? '#000000'),
      (b, v) => {
        ecrireTrait(b, couleur(v), (trait, lue) => ({ style: trait?.style ?? 'Continuous', couleur: lue }));
      },
    ),
  },
});

function bordureDe(p: Plage, index: string): Objet {
  if (![...COTES, ...AUTRES].includes(index)) throw new ErreurHote('InvalidArgument');
  return bordure({ parties: partiesDe(p, index) });
}

export const bordures: (cible: Plage) => Objet = definir({
  nom: 'RangeBorderCollection',
  collection: {
    elements: (f: Plage) => COTES.map((cote) => bordureDe(f, cote)),
    element: (f: Plage, a) => bordureDe(f, a.texte(0)),
  },
  membres: {
    Count: valeur('1.1', () => COTES.length + AUTRES.length),
    GetItem: methode('1.1', (f, a) => bordureDe(f, a.texte(0))),
  },
});
