import { COLONNES, hauteur, intersection, largeur, LIGNES, englober, uneCellule, verifier } from '../adresses';
import { type Zone } from '../contrat';
import { ErreurHote } from '../erreurs';
import { type Arguments } from './arguments';
import { definir, lien, methode, valeur, type Membre, type Objet } from './cadre';
import { Plage } from './cible-plage';
import { feuille } from './feuille';
import { format } from './format';
import { membreDeMasquage } from './masquage';
import { lireProprietes, lireRangees } from './proprietes';
import { zones } from './zones';

const ORIGINE = 'complement';

/** La saisie française : « ; » entre les arguments, la virgule dans les nombres. Ce qui est dans un texte ne change pas. */
const horsDesTextes = (formule: string, traduits: Readonly<Record<string, string>>) =>
  formule.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[,;]|(?<=\d)\.(?=\d)/g, (jeton) => traduits[jeton] ?? jeton);
const enFrancais = (formule: string) => horsDesTextes(formule, { ',': ';', '.': ',' });
const enAnglais = (formule: string) => horsDesTextes(formule, { ';': ',', ',': '.' });
const enFormule = (formule: unknown, traduire: (texte: string) => string) =>
  typeof formule === 'string' && formule.startsWith('=') ? traduire(formule) : formule;

const ecrireContenus = (p: Plage, contenus: unknown) => {
  p.hote.modele.exigerOuverte(p.feuille);
  p.hote.modele.saisir(p.feuille, p.bornes, p.contenus(contenus), ORIGINE);
};

const donnees: Record<string, Membre<Plage>> = {
  NumberFormat: valeur(
    '1.1',
    (p) => p.tableau((cellule) => cellule?.format ?? 'General'),
    (p, formats) => {
      p.hote.modele.exigerOuverte(p.feuille);
      const textes = p.contenus(formats).map((rangee) => rangee.map((f) => (f === null ? null : String(f))));
      p.hote.modele.ecrireFormats(p.feuille, p.bornes, textes, ORIGINE);
    },
  ),
  Values: valeur('1.1', (p) => p.tableau((cellule) => cellule?.valeur ?? ''), ecrireContenus),
  Formulas: valeur('1.1', (p) => p.tableau((cellule) => cellule?.formule ?? cellule?.valeur ?? ''), ecrireContenus),
  FormulasLocal: valeur(
    '1.1',
    (p) => p.tableau((cellule) => enFormule(cellule?.formule ?? cellule?.valeur ?? '', enFrancais)),
    (p, formules) => {
      const lues = p.contenus(formules).map((r) => r.map((f) => enFormule(f, enAnglais)));
      ecrireContenus(p, lues);
    },
  ),
  RowIndex: valeur('1.1', (p) => p.bornes.ligne),
  ColumnIndex: valeur('1.1', (p) => p.bornes.colonne),
  RowCount: valeur('1.1', (p) => p.lignes),
  ColumnCount: valeur('1.1', (p) => p.colonnes),
  Address: valeur('1.1', (p) => p.adresse),
  RowHidden: membreDeMasquage('lignes'),
  ColumnHidden: membreDeMasquage('colonnes'),
};

/** Une sous-plage ou une plage voisine ; hors de la feuille, InvalidArgument. */
const vers = (calculer: (zone: Zone, args: Arguments) => Zone) => (p: Plage, args: Arguments) =>
  plage(p.autre(verifier(calculer(p.bornes, args))));

const utilisee = (p: Plage, valeursSeules: boolean): Plage | undefined => {
  const zone = p.hote.modele.zoneUtilisee(p.feuille, valeursSeules);
  const commune = zone && intersection(zone, p.bornes);
  return commune && p.autre(commune);
};

const deversee = (p: Plage): Plage | undefined => {
  const { ligne, colonne } = p.bornes;
  const zone = p.donnees.deversements?.[`${ligne},${colonne}`];
  return zone && p.autre(zone);
};
const ouNul = (trouver: (p: Plage, args: Arguments) => Plage | undefined) => (p: Plage, args: Arguments) => {
  const trouvee = trouver(p, args);
  return trouvee ? plage(trouvee) : null;
};

const voisines: Record<string, Membre<Plage>> = {
  Worksheet: lien('1.1', (p) => feuille({ hote: p.hote, id: p.feuille })),
  Format: lien('1.1', (p) => format(p)),
  GetCell: methode(
    '1.1',
    vers((z, a) => uneCellule(z.ligne + a.entier(0), z.colonne + a.entier(1))),
  ),
  GetResizedRange: methode(
    '1.3',
    vers((z, a) => ({ ...z, ligneFin: z.ligneFin + a.entier(0), colonneFin: z.colonneFin + a.entier(1) })),
  ),
  // Avec `getBoundingRect`, ce par quoi la bibliothèque écrit en morceaux plus de 1 500 cellules.
  GetRow: methode(
    '1.1',
    vers((z, a) => ({ ...z, ligne: z.ligne + a.entier(0), ligneFin: z.ligne + a.entier(0) })),
  ),
  GetBoundingRect: methode('1.1', (p, a) => {
    const autre = a.objet(0)?.cible;
    if (!(autre instanceof Plage) || autre.feuille !== p.feuille) throw new ErreurHote('InvalidArgument');
    return plage(p.autre(englober(p.bornes, autre.bornes)));
  }),
  GetUsedRangeOrNullObject: methode(
    '1.4',
    ouNul((p, a) => utilisee(p, a.booleen(0))),
  ),
  GetSpillingToRangeOrNullObject: methode('1.12', ouNul(deversee)),
  GetMergedAreasOrNullObject: methode('1.13', (p) => {
    const { fusions } = p.donnees;
    const dedans = fusions.filter((zone) => intersection(zone, p.bornes));
    return dedans.length === 0 ? null : zones(dedans.map((zone) => p.autre(zone)));
  }),
};

const gestes: Record<string, Membre<Plage>> = {
  Insert: methode('1.1', (p, a) => {
    const sens = a.parmi(0, ['Down', 'Right']);
    const { modele } = p.hote;
    modele.exigerOuverte(p.feuille);
    const zone = p.bornes;
    if (p.colonnes === COLONNES) modele.insererLignes(p.feuille, zone.ligne, hauteur(zone), ORIGINE);
    else if (p.lignes === LIGNES) modele.insererColonnes(p.feuille, zone.colonne, largeur(zone), ORIGINE);
    else modele.decalerCellules(p.feuille, zone, sens === 'Down' ? 'bas' : 'droite', ORIGINE);
    return plage(p.autre(zone));
  }),
  Clear: methode('1.1', (p, a) => {
    const quoi = a.parmi(0, ['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks', 'ResetContents']);
    p.hote.modele.exigerOuverte(p.feuille);
    if (quoi === 'Hyperlinks' || quoi === 'RemoveHyperlinks') return;
    p.hote.modele.effacer(p.feuille, p.bornes, quoi === 'ResetContents' ? 'Contents' : quoi, ORIGINE);
  }),
  Merge: methode('1.2', (p, a) => {
    p.hote.modele.exigerOuverte(p.feuille);
    p.hote.modele.fusionner(p.feuille, p.bornes, a.booleen(0), ORIGINE);
  }),
  Select: methode('1.1', (p) => {
    p.hote.modele.selectionner(p.feuille, p.bornes, ORIGINE);
  }),
  GetCellProperties: methode('1.9', (p, a) => lireProprietes(p, a.brut(0))),
  GetRowProperties: methode('1.9', (p, a) => lireRangees(p, 'lignes', a.brut(0))),
  GetColumnProperties: methode('1.9', (p, a) => lireRangees(p, 'colonnes', a.brut(0))),
  _ValidateArraySize: methode('1.3', (p, a) => {
    if (a.entier(0) !== p.lignes || a.entier(1) !== p.colonnes) throw new ErreurHote('InvalidArgument');
  }),
};

export const plage: (cible: Plage) => Objet = definir({
  nom: 'Range',
  reperes: (p: Plage) => [p],
  membres: { ...donnees, ...voisines, ...gestes },
});
