import { couper, lireZone, uneCellule } from '../adresses';
import { type Commentaire, type Zone } from '../contrat';
import { ErreurHote } from '../erreurs';
import { type Hote } from '../hote';
import { type Arguments } from './arguments';
import { definir, lien, methode, valeur, type Objet } from './cadre';
import { Plage } from './cible-plage';
import { plage } from './plage';

interface Porteur {
  hote: Hote;
  /** Absente : ceux de tout le classeur. */
  feuille?: string;
}
interface CibleCommentaire {
  hote: Hote;
  id: string;
}
interface CibleReponse extends CibleCommentaire {
  rang: number;
}

/** Le commentaire, retrouvé à chaque fois : il a pu changer de cellule ou disparaître. */
function donnees({ hote, id }: CibleCommentaire): Commentaire {
  const trouve = hote.modele.classeur.commentaires.find((commentaire) => commentaire.id === id);
  if (!trouve) throw new ErreurHote('ItemNotFound');
  return trouve;
}
const annoncer = ({ hote }: { hote: Hote }) => {
  hote.modele.emettre({ type: 'commentaires', origine: 'complement' });
};
const endroit = (c: CibleCommentaire) => {
  const { feuille, ligne, colonne } = donnees(c);
  return plage(new Plage(c.hote, feuille, uneCellule(ligne, colonne)));
};
const texteNonVide = (v: unknown): string => {
  if (typeof v !== 'string' || v === '') throw new ErreurHote('InvalidArgument');
  return v;
};

const laReponse = (r: CibleReponse) => {
  const trouvee = donnees(r).reponses[r.rang];
  if (!trouvee) throw new ErreurHote('ItemNotFound');
  return trouvee;
};
const reponse = definir<CibleReponse>({
  nom: 'CommentReply',
  identite: ({ id, rang }) => ({ Id: `${id}/${rang}` }),
  membres: { Content: valeur('1.10', (r) => laReponse(r).texte) },
});

const reponses = definir<CibleCommentaire>({
  nom: 'CommentReplyCollection',
  collection: {
    elements: (c) => donnees(c).reponses.map((_, rang) => reponse({ ...c, rang })),
    element: (c, a) => reponse({ ...c, rang: Number(a.texte(0).split('/').at(-1)) }),
  },
  membres: {
    GetCount: methode('1.10', (c) => donnees(c).reponses.length),
  },
});

const commentaire: (cible: CibleCommentaire) => Objet = definir<CibleCommentaire>({
  nom: 'Comment',
  identite: ({ id }) => ({ Id: id }),
  membres: {
    Id: valeur('1.10', ({ id }) => id),
    Content: valeur('1.10', (c) => donnees(c).texte),
    Replies: lien('1.10', (c) => reponses(c)),
    GetLocation: methode('1.10', endroit),
    Delete: methode('1.10', (c) => {
      const efface = donnees(c);
      const { classeur } = c.hote.modele;
      c.hote.modele.exigerOuverte(efface.feuille);
      classeur.commentaires = classeur.commentaires.filter((autre) => autre !== efface);
      annoncer(c);
    }),
  },
});

const miens = ({ hote, feuille }: Porteur) =>
  hote.modele.classeur.commentaires.filter((c) => feuille === undefined || c.feuille === feuille);
const enObjet = (hote: Hote, trouve: Commentaire | undefined): Objet => {
  if (!trouve) throw new ErreurHote('ItemNotFound');
  return commentaire({ hote, id: trouve.id });
};

/** La cellule dite par une plage, ou par une adresse ; dans le classeur, l'adresse nomme la feuille. */
function celluleDe({ hote, feuille }: Porteur, args: Arguments): { feuille: string; zone: Zone } {
  const passee = args.objet(0)?.cible;
  if (passee instanceof Plage) return { feuille: passee.feuille, zone: passee.bornes };
  const { feuille: nom, reste } = couper(args.texte(0));
  const id = nom === undefined ? feuille : hote.modele.feuilleNommee(nom)?.id;
  const zone = lireZone(reste);
  if (id === undefined || !zone) throw new ErreurHote('InvalidArgument');
  return { feuille: id, zone };
}

export const commentaires: (cible: Porteur) => Objet = definir<Porteur>({
  nom: 'CommentCollection',
  collection: {
    elements: (p) => miens(p).map(({ id }) => commentaire({ hote: p.hote, id })),
    element: (p, a) =>
      enObjet(
        p.hote,
        miens(p).find(({ id }) => id === a.texte(0)),
      ),
  },
  membres: {
    GetCount: methode('1.10', (p) => miens(p).length),
    GetItem: methode('1.10', (p, a) =>
      enObjet(
        p.hote,
        miens(p).find(({ id }) => id === a.texte(0)),
      ),
    ),
    Add: methode('1.10', (p, a) => {
      const { feuille, zone } = celluleDe(p, a);
      // Un commentaire tient à une cellule : une plage est refusée.
      if (zone.ligne !== zone.ligneFin || zone.colonne !== zone.colonneFin) throw new ErreurHote('InvalidArgument');
      p.hote.modele.exigerOuverte(feuille);
      const ajoute = p.hote.modele.commenter(feuille, zone.ligne, zone.colonne, texteNonVide(a.brut(1)), 'complement');
      return commentaire({ hote: p.hote, id: ajoute.id });
    }),
  },
});
