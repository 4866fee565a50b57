import { intersection, memeZone } from '../adresses';
import { type TableauExcel, type Zone } from '../contrat';
import { ErreurHote } from '../erreurs';
import { type Hote } from '../hote';
import { definir, lien, methode, valeur, type Objet } from './cadre';
import { Plage, zonesDe } from './cible-plage';
import { feuille } from './feuille';
import { plage } from './plage';

interface Porteur {
  hote: Hote;
  /** Absente : ceux de tout le classeur. */
  feuille?: string;
  /** Seulement ceux qui touchent cette zone, ou y tiennent tout entiers. */
  zone?: Zone;
  entiers?: boolean;
}
interface CibleTableau {
  hote: Hote;
  id: string;
}

function donnees({ hote, id }: CibleTableau): TableauExcel {
  const trouve = hote.modele.classeur.tableaux.find((t) => t.id === id);
  if (!trouve) throw new ErreurHote('ItemNotFound');
  return trouve;
}
const enPlage = (t: CibleTableau, zone: Zone) => plage(new Plage(t.hote, donnees(t).feuille, zone));

const tableau = definir<CibleTableau>({
  nom: 'Table',
  identite: ({ id }) => ({ Id: id }),
  membres: {
    Id: valeur('1.1', ({ id }) => id),
    Name: valeur(
      '1.1',
      (t) => donnees(t).nom,
      (t, v) => {
        if (typeof v !== 'string' || v === '') throw new ErreurHote('InvalidArgument');
        donnees(t).nom = v;
        t.hote.modele.emettre({ type: 'tableaux', origine: 'complement' });
      },
    ),
    ShowHeaders: valeur('1.1', (t) => donnees(t).entetes),
    ShowTotals: valeur('1.1', () => false),
    Style: valeur(
      '1.1',
      () => 'TableStyleMedium2',
      () => undefined,
    ),
    Worksheet: lien('1.2', (t) => feuille({ hote: t.hote, id: donnees(t).feuille })),
    GetRange: methode('1.1', (t) => enPlage(t, donnees(t).zone)),
    GetHeaderRowRange: methode('1.1', (t) => {
      const { zone, entetes } = donnees(t);
      if (!entetes) throw new ErreurHote('InvalidOperation');
      return enPlage(t, { ...zone, ligneFin: zone.ligne });
    }),
    GetDataBodyRange: methode('1.1', (t) => {
      const { zone, entetes } = donnees(t);
      return enPlage(t, { ...zone, ligne: zone.ligne + (entetes ? 1 : 0) });
    }),
    Delete: methode('1.1', (t) => {
      const { feuille: id, zone } = donnees(t);
      t.hote.modele.exigerOuverte(id);
      t.hote.modele.classeur.tableaux = t.hote.modele.classeur.tableaux.filter((autre) => autre.id !== t.id);
      t.hote.modele.effacer(id, zone, 'All', 'complement');
      t.hote.modele.emettre({ type: 'tableaux', origine: 'complement' });
    }),
    ConvertToRange: methode('1.2', (t) => {
      const objet = enPlage(t, donnees(t).zone);
      t.hote.modele.classeur.tableaux = t.hote.modele.classeur.tableaux.filter((autre) => autre.id !== t.id);
      t.hote.modele.emettre({ type: 'tableaux', origine: 'complement' });
      return objet;
    }),
  },
});

const miens = ({ hote, feuille: id, zone, entiers }: Porteur) =>
  hote.modele.classeur.tableaux.filter((t) => {
    if (id !== undefined && t.feuille !== id) return false;
    const commune = zone && intersection(t.zone, zone);
    return !zone || (commune !== undefined && (!entiers || memeZone(commune, t.zone)));
  });
const chercher = (p: Porteur, cle: string) => {
  const trouve = miens(p).find((t) => t.id === cle || t.nom.toLowerCase() === cle.toLowerCase());
  return trouve ? tableau({ hote: p.hote, id: trouve.id }) : null;
};
const exiger = (objet: Objet | null): Objet => {
  if (!objet) throw new ErreurHote('ItemNotFound');
  return objet;
};
const elements = (p: Porteur) => miens(p).map(({ id }) => tableau({ hote: p.hote, id }));

function ajouter(p: Porteur, plageDite: Plage, entetes: boolean): Objet {
  const { modele } = p.hote;
  modele.exigerOuverte(plageDite.feuille);
  const { tableaux: liste } = modele.classeur;
  if (liste.some((t) => t.feuille === plageDite.feuille && intersection(t.zone, plageDite.bornes)))
    throw new ErreurHote('InvalidArgument');
  let n = 1;
  while (liste.some((t) => t.nom === `Tableau${n}`)) n++;
  const id = modele.identifiant('T');
  liste.push({ id, feuille: plageDite.feuille, nom: `Tableau${n}`, zone: plageDite.bornes, entetes });
  modele.emettre({ type: 'tableaux', origine: 'complement' });
  return tableau({ hote: p.hote, id });
}

export const tableaux: (cible: Porteur) => Objet = definir<Porteur>({
  nom: 'TableCollection',
  collection: { elements, element: (p, a) => exiger(chercher(p, String(a.brut(0)))) },
  membres: {
    Count: valeur('1.1', (p) => miens(p).length),
    GetCount: methode('1.4', (p) => miens(p).length),
    GetItem: methode('1.1', (p, a) => exiger(chercher(p, String(a.brut(0))))),
    GetItemOrNullObject: methode('1.4', (p, a) => chercher(p, String(a.brut(0)))),
    GetItemAt: methode('1.1', (p, a) => exiger(elements(p)[a.entier(0)] ?? null)),
    Add: methode('1.1', (p, a) => {
      const passee = a.objet(0)?.cible;
      if (passee instanceof Plage) return ajouter(p, passee, a.booleen(1));
      const id = p.feuille ?? p.hote.modele.classeur.active;
      const [zone] = zonesDe(p.hote, id, a.texte(0));
      if (!zone) throw new ErreurHote('InvalidArgument');
      return ajouter(p, new Plage(p.hote, id, zone.zone), a.booleen(1));
    }),
  },
});

const desPlages = definir<Porteur>({
  nom: 'TableScopedCollection',
  collection: { elements, element: (p, a) => exiger(chercher(p, String(a.brut(0)))) },
  membres: {
    GetCount: methode('1.9', (p) => miens(p).length),
    GetFirst: methode('1.9', (p) => exiger(elements(p)[0] ?? null)),
    GetItem: methode('1.9', (p, a) => exiger(chercher(p, String(a.brut(0))))),
    GetItemOrNullObject: methode('1.14', (p, a) => chercher(p, String(a.brut(0)))),
  },
});

export const tableauxDansPlage = (p: Plage, entiers: boolean): Objet =>
  desPlages({ hote: p.hote, feuille: p.feuille, zone: p.bornes, entiers });
