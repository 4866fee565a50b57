import { ErreurHote } from '../erreurs';
import { type Style } from '../contrat';
import { couleur } from '../modele/styles';
import { definir, lien, methode, valeur, type Exigence, type Membre, type Objet } from './cadre';
import { type Plage } from './cible-plage';
import { bordures } from './bordures';
import { commune, changer, LARGEUR_PAR_DEFAUT, HAUTEUR_PAR_DEFAUT, tailles, ecrireTailles } from './styles';

const texte = (v: unknown): string => {
  if (typeof v !== 'string') throw new ErreurHote('InvalidArgument');
  return v;
};
const nombre = (v: unknown): number => {
  if (typeof v !== 'number' || !Number.isFinite(v) || v < 0) throw new ErreurHote('InvalidArgument');
  return v;
};
const booleen = (v: unknown): boolean => {
  if (typeof v !== 'boolean') throw new ErreurHote('InvalidArgument');
  return v;
};

const fond = definir<Plage>({
  nom: 'RangeFill',
  membres: {
    Color: valeur(
      '1.1',
      (f) => commune(f, (style) => style?.fond ?? '#FFFFFF'),
      (f, v) => {
        // Une couleur vide retire le fond, comme clear().
        if (v === '') changer(f, ({ fond: _, motif: __, couleurMotif: ___, ...reste }) => reste);
        else changer(f, (style) => ({ ...style, fond: couleur(v) }));
      },
    ),
    // Rapporté nul, sans fond comme avec un fond uni (office-js#4900) : seule la teinte les distingue alors.
    Pattern: valeur(
      '1.9',
      (f) =>
        commune(f, (style) => {
          if (f.hote.ennuis.motifMuet) return style?.motif ?? null;
          return style?.motif ?? (style?.fond === undefined ? 'None' : 'Solid');
        }),
      (f, v) => {
        const motif = texte(v);
        if (motif === 'None') changer(f, ({ fond: _, motif: __, couleurMotif: ___, ...reste }) => reste);
        else if (motif === 'Solid')
          changer(f, ({ motif: _, ...reste }) => ({ ...reste, fond: reste.fond ?? '#FFFFFF' }));
        else changer(f, (style) => ({ ...style, motif }));
      },
    ),
    TintAndShade: valeur(
      '1.9',
      (f) => commune(f, (style) => (style?.fond === undefined && style?.motif === undefined ? null : 0)),
      () => undefined,
    ),
    PatternColor: valeur(
      '1.9',
      (f) => commune(f, (style) => style?.couleurMotif ?? '#000000'),
      (f, v) => {
        changer(f, (style) => ({ ...style, couleurMotif: couleur(v) }));
      },
    ),
    Clear: methode('1.1', (f) => {
      changer(f, ({ fond: _, motif: __, couleurMotif: ___, ...reste }) => reste);
    }),
  },
});

type Police = NonNullable<Style['police']>;
function membreDePolice<K extends keyof Police>(
  cle: K,
  defaut: Police[K],
  verifier: (v: unknown) => Police[K],
  exigence: Exigence = '1.1',
): Membre<Plage> {
  return valeur(
    exigence,
    (f) => commune(f, (style) => (style?.police?.[cle] === undefined ? defaut : style.police[cle])),
    (f, v) => {
      const voulue = verifier(v);
      changer(f, (style) => ({ ...style, police: { ...style.police, [cle]: voulue } }));
    },
  );
}

const police = definir<Plage>({
  nom: 'RangeFont',
  membres: {
    Size: membreDePolice('taille', 11, nombre),
    Bold: membreDePolice('gras', false, booleen),
    Italic: membreDePolice('italique', false, booleen),
    Color: membreDePolice('couleur', '#000000', couleur),
    Strikethrough: membreDePolice('barre', false, booleen, '1.9'),
    Superscript: membreDePolice('exposant', false, booleen, '1.9'),
    Subscript: membreDePolice('indice', false, booleen, '1.9'),
  },
});

/** Une propriété simple du style, avec ce qu'Excel rend quand rien n'est dit. */
const membreDeStyle = <K extends 'horizontal' | 'vertical' | 'retourALaLigne'>(
  cle: K,
  defaut: NonNullable<Style[K]>,
  verifier: (v: unknown) => NonNullable<Style[K]>,
): Membre<Plage> =>
  valeur(
    '1.1',
    (f) => commune(f, (style) => style?.[cle] ?? defaut),
    (f, v) => {
      const voulue = verifier(v);
      changer(f, ({ [cle]: _, ...reste }) => (voulue === defaut ? reste : { ...reste, [cle]: voulue }));
    },
  );

export const format: (cible: Plage) => Objet = definir({
  nom: 'RangeFormat',
  membres: {
    HorizontalAlignment: membreDeStyle('horizontal', 'General', texte),
    VerticalAlignment: membreDeStyle('vertical', 'Bottom', texte),
    WrapText: membreDeStyle('retourALaLigne', false, booleen),
    ColumnWidth: valeur(
      '1.2',
      (f) => tailles(f, 'largeurs', LARGEUR_PAR_DEFAUT),
      (f, v) => {
        ecrireTailles(f, 'largeurs', nombre(v));
      },
    ),
    RowHeight: valeur(
      '1.2',
      (f) => tailles(f, 'hauteurs', HAUTEUR_PAR_DEFAUT),
      (f, v) => {
        ecrireTailles(f, 'hauteurs', nombre(v));
      },
    ),
    Fill: lien('1.1', (f) => fond(f)),
    Font: lien('1.1', (f) => police(f)),
    Borders: lien('1.1', (f) => bordures(f)),
  },
});
