import { citer, ecrireZone } from '../adresses';
import { type ClasseurDonnees } from '../contrat';
import { ErreurHote } from '../erreurs';
import { type Hote } from '../hote';
import { definir, lien, methode, valeur, type Objet } from './cadre';
import { Plage } from './cible-plage';
import { feuille } from './feuille';
import { plage } from './plage';

interface Porteur {
  hote: Hote;
  /** Absente : les noms du classeur. */
  feuille?: string;
}
type NomDefini = ClasseurDonnees['noms'][number];
interface CibleNom {
  hote: Hote;
  nom: NomDefini;
}

const plageDe = ({ hote, nom }: CibleNom): Objet | null => {
  const trouvee = hote.modele.plageDuNom(nom.formule);
  return trouvee ? plage(new Plage(hote, trouvee.feuille, trouvee.zone)) : null;
};

function typeDe({ hote, nom }: CibleNom): string {
  if (hote.modele.plageDuNom(nom.formule)) return 'Range';
  if (nom.formule.includes('#REF!')) return 'Error';
  return nom.formule.startsWith('="') ? 'String' : /^=-?[\d.]+$/.test(nom.formule) ? 'Double' : 'Array';
}

/** Ce que le nom vaut : l'adresse de sa plage, son texte ou son nombre. */
function valeurDe(cible: CibleNom): unknown {
  const { hote, nom } = cible;
  const trouvee = hote.modele.plageDuNom(nom.formule);
  if (trouvee) return `${citer(hote.modele.exigerFeuille(trouvee.feuille).nom)}!${ecrireZone(trouvee.zone, '$')}`;
  const texte = /^="((?:[^"]|"")*)"$/.exec(nom.formule)?.[1];
  if (texte !== undefined) return texte.replaceAll('""', '"');
  const nombre = Number(nom.formule.slice(1));
  return Number.isNaN(nombre) ? nom.formule : nombre;
}

const nomDefini = definir<CibleNom>({
  nom: 'NamedItem',
  identite: ({ nom }) => ({ _Id: nom.nom }),
  membres: {
    Name: valeur('1.1', ({ nom }) => nom.nom),
    Type: valeur('1.1', typeDe),
    Value: valeur('1.1', valeurDe),
    Visible: valeur(
      '1.1',
      ({ nom }) => nom.visible,
      ({ hote, nom }, v) => {
        nom.visible = v === true;
        hote.modele.emettre({ type: 'noms', origine: 'complement' });
      },
    ),
    Comment: valeur(
      '1.4',
      () => '',
      () => undefined,
    ),
    Scope: valeur('1.4', ({ nom }) => (nom.feuille === undefined ? 'Workbook' : 'Worksheet')),
    Formula: valeur(
      '1.7',
      ({ nom }) => nom.formule,
      ({ hote, nom }, v) => {
        if (typeof v !== 'string' || !v.startsWith('=')) throw new ErreurHote('InvalidArgument');
        nom.formule = v;
        hote.modele.emettre({ type: 'noms', origine: 'complement' });
      },
    ),
    Worksheet: lien('1.4', ({ hote, nom }) => {
      if (nom.feuille === undefined) throw new ErreurHote('InvalidOperation');
      return feuille({ hote, id: nom.feuille });
    }),
    WorksheetOrNullObject: lien('1.4', ({ hote, nom }) =>
      nom.feuille === undefined ? null : feuille({ hote, id: nom.feuille }),
    ),
    GetRange: methode('1.1', (cible) => {
      const trouvee = plageDe(cible);
      if (!trouvee) throw new ErreurHote('ItemNotFound');
      return trouvee;
    }),
    GetRangeOrNullObject: methode('1.4', plageDe),
    Delete: methode('1.4', ({ hote, nom }) => {
      const { classeur } = hote.modele;
      if (!classeur.noms.includes(nom)) throw new ErreurHote('ItemNotFound');
      classeur.noms = classeur.noms.filter((autre) => autre !== nom);
      hote.modele.emettre({ type: 'noms', origine: 'complement' });
    }),
  },
});

const chercher = ({ hote, feuille }: Porteur, nom: string): Objet | null => {
  const trouve = hote.modele.nom(nom, feuille);
  return trouve ? nomDefini({ hote, nom: trouve }) : null;
};
const exiger = (porteur: Porteur, nom: string): Objet => {
  const trouve = chercher(porteur, nom);
  if (!trouve) throw new ErreurHote('ItemNotFound');
  return trouve;
};
const elements = ({ hote, feuille }: Porteur) =>
  hote.modele.classeur.noms.filter((nom) => nom.feuille === feuille).map((nom) => nomDefini({ hote, nom }));

export const noms: (cible: Porteur) => Objet = definir<Porteur>({
  nom: 'NamedItemCollection',
  collection: { elements, element: (porteur, a) => exiger(porteur, a.texte(0)) },
  membres: {
    GetCount: methode('1.4', (porteur) => elements(porteur).length),
    GetItem: methode('1.1', (porteur, a) => exiger(porteur, a.texte(0))),
    GetItemOrNullObject: methode('1.4', (porteur, a) => chercher(porteur, a.texte(0))),
    Add: methode('1.4', ({ hote, feuille }, a) => {
      const reference = a.objet(1)?.cible;
      const formule =
        reference instanceof Plage
          ? `=${citer(reference.donnees.nom)}!${ecrireZone(reference.bornes, '$')}`
          : String(a.brut(1));
      const nom = hote.modele.ajouterNom(
        a.texte(0),
        formule.startsWith('=') ? formule : `="${formule.replaceAll('"', '""')}"`,
        feuille,
        'complement',
      );
      return nomDefini({ hote, nom });
    }),
  },
});
