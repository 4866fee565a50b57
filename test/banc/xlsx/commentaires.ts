import { ecrireZone, uneCellule } from '../hote/adresses';
import { type Commentaire } from '../hote/contrat';
import { lireAdresse } from './adresses';
import { declarer, decoder, elements, encoder, reliees, type Parties } from './archive';

const ENTETE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MS = 'http://schemas.microsoft.com/office';
const FILS = `${MS}/spreadsheetml/2018/threadedcomments`;
const RELATIONS = `${MS}/2017/10/relationships`;

/** Les fils de discussion d'une feuille ; les notes à l'ancienne n'en sont pas. */
export function lireCommentaires(parties: Parties, chemin: string, feuille: string): Commentaire[] {
  const auteurs = new Map(
    reliees(parties, 'xl/workbook.xml', 'person')
      .flatMap(({ chemin: partie }) => elements(parties.get(partie), 'person'))
      .map(({ attributs: { id = '', displayName = '' } }) => [id, displayName]),
  );
  const messages = reliees(parties, chemin, 'threadedComment')
    .flatMap(({ chemin: partie }) => elements(parties.get(partie), 'threadedComment'))
    .map(({ attributs: { ref = 'A1', personId = '', id = '', parentId }, contenu }) => ({
      ref,
      id,
      parentId,
      auteur: auteurs.get(personId) ?? '',
      texte: decoder(elements(contenu, 'text')[0]?.contenu ?? ''),
    }));
  return messages.flatMap(({ ref, id, parentId, auteur, texte }) => {
    if (parentId) return [];
    const { ligne, colonne } = lireAdresse(ref);
    const reponses = messages.filter((m) => m.parentId === id).map((m) => ({ auteur: m.auteur, texte: m.texte }));
    return [{ id, feuille, ligne, colonne, auteur, texte, reponses }];
  });
}

const GUID = /^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i;
const nouveauGuid = () => `{${crypto.randomUUID().toUpperCase()}}`;
const guid = (id: string) => (GUID.test(id) ? id : nouveauGuid());

/** Ce que montre, à la place d'un fil, une version d'Excel qui ne connaît que les notes. */
export const enNote = ({ auteur, texte, reponses }: Commentaire): string =>
  [`${auteur} :\n${texte}`, ...reponses.map((r) => `${r.auteur} :\n${r.texte}`)].join('\n');

/** Ajoute les fils à un classeur dont les notes (`enNote`) sont déjà écrites, dans le même ordre. */
export function ecrireCommentaires(parties: Parties, parFeuille: ReadonlyMap<string, readonly Commentaire[]>): void {
  const tous = [...parFeuille.values()].flat();
  if (tous.length === 0) return;
  const noms = new Set(tous.flatMap(({ auteur, reponses }) => [auteur, ...reponses.map((r) => r.auteur)]));
  const personnes = new Map([...noms].map((nom) => [nom, nouveauGuid()]));
  declarer(parties, {
    chemin: 'xl/persons/person.xml',
    xml: `${ENTETE}<personList xmlns="${FILS}">${[...personnes]
      .map(
        ([nom, id]) => `<person displayName="${encoder(nom)}" id="${id}" userId="${encoder(nom)}" providerId="None"/>`,
      )
      .join('')}</personList>`,
    type: 'application/vnd.ms-excel.person+xml',
    relation: { de: 'xl/workbook.xml', type: `${RELATIONS}/person`, cible: 'persons/person.xml' },
  });
  let rang = 0;
  for (const [chemin, commentaires] of parFeuille) {
    if (commentaires.length === 0) continue;
    rang += 1;
    const fils = commentaires.map((c) => ({ ...c, id: guid(c.id) }));
    const message = (ref: string, auteur: string, texte: string, id: string, parent?: string) =>
      `<threadedComment ref="${ref}" dT="2026-01-01T00:00:00.00" personId="${personnes.get(auteur)}" id="${id}"${
        parent ? ` parentId="${parent}"` : ''
      }><text>${encoder(texte)}</text></threadedComment>`;
    const xml = fils.flatMap((c) => {
      const ref = adresseDe(c);
      return [
        message(ref, c.auteur, c.texte, c.id),
        ...c.reponses.map((r) => message(ref, r.auteur, r.texte, nouveauGuid(), c.id)),
      ];
    });
    declarer(parties, {
      chemin: `xl/threadedComments/threadedComment${rang}.xml`,
      xml: `${ENTETE}<ThreadedComments xmlns="${FILS}">${xml.join('')}</ThreadedComments>`,
      type: 'application/vnd.ms-excel.threadedcomments+xml',
      relation: {
        de: chemin,
        type: `${RELATIONS}/threadedComment`,
        cible: `../threadedComments/threadedComment${rang}.xml`,
      },
    });
    lierLesNotes(parties, chemin, fils);
  }
}

const adresseDe = ({ ligne, colonne }: Commentaire) => ecrireZone(uneCellule(ligne, colonne));

/** Excel reconnaît la note d'un fil à son auteur, « tc={identifiant} ». */
function lierLesNotes(parties: Parties, feuille: string, fils: readonly Commentaire[]): void {
  const chemin = reliees(parties, feuille, 'comments')[0]?.chemin;
  const xml = chemin && parties.get(chemin);
  if (!xml) throw new Error(`Les notes de ${feuille} manquent : exceljs a changé.`);
  const parAdresse = new Map(fils.map((c, i) => [adresseDe(c), i]));
  const auteurs = fils.map(({ id }) => `<author>tc=${id}</author>`).join('');
  parties.set(
    chemin,
    xml
      .replace(/<authors>.*?<\/authors>/s, () => `<authors>${auteurs}</authors>`)
      .replace(
        /<comment ref="([A-Z]+\d+)" authorId="\d+"/g,
        (_, ref: string) => `<comment ref="${ref}" authorId="${parAdresse.get(ref) ?? 0}"`,
      ),
  );
}
