import { ErreurDeClasseur } from '../../classeur/classeur';
import { ecrireCompte } from '../../nombres';
import { FORMES } from '../../rapport/formes';
import type { Note } from '../../rapport/note/document';
import { dire } from './comptes-rendus';
import { tableauChoisi } from './etat';
import { cadreDe, dossierDe, nommer, type Document } from './note';
import type { Volet } from './volet';

type Dossier = ReturnType<typeof dossierDe>;
type Cadre = ReturnType<typeof cadreDe>;

/** Ce qui se rédige d'un tableau, et la phrase qui le dit à l'agent. */
type Redigee =
  | { readonly refus: string }
  | { readonly refus: null; readonly note: Note; readonly dit: string; readonly reste: readonly string[] };

interface Redaction {
  readonly nom: string;
  readonly libelle: string;
  readonly enCours: string;
  readonly rien: string;
  readonly rediger: (dossier: Dossier, cadre: Cadre) => Promise<Redigee>;
}

/** Les documents à compléter, ceux de la ligne de commande. */
export const REDACTIONS: readonly Redaction[] = [
  {
    nom: 'contrat',
    libelle: 'Télécharger le projet de contrat (.docx)',
    enCours: 'Préparation du projet de contrat…',
    rien: 'Pas de projet de contrat',
    rediger: async (dossier, cadre) => {
      const { projetDe } = await import(/* webpackChunkName: "projet" */ '../../rapport/projet');
      const projet = projetDe(dossier, cadre);
      if (projet.refus !== null) return projet;
      const dit = `Projet de contrat téléchargé : ${projet.blancs} passages à compléter y sont surlignés, et sa liste de vérification dit le reste.`;
      return { ...projet, dit, reste: [] };
    },
  },
  {
    nom: 'lettres',
    libelle: 'Télécharger les lettres de notification (.docx)',
    enCours: 'Rédaction des lettres de notification…',
    rien: 'Pas de lettre de notification',
    rediger: async (dossier, cadre) => {
      const { AUCUNE_LETTRE, ceQuiReste, courrierDe, lettresDe } = await import(
        /* webpackChunkName: "lettres" */ '../../rapport/lettres'
      );
      const ecrites = lettresDe(dossier, cadre);
      if (ecrites.refus !== null) return ecrites;
      const { lettres } = ecrites;
      const reste = ceQuiReste(ecrites);
      if (lettres.length === 0) return { refus: `${AUCUNE_LETTRE} ${reste.join(' ')}` };
      const dit = `Lettres téléchargées : ${ecrireCompte(lettres.length, 'commune')}, chacune sur sa page.`;
      return { refus: null, note: courrierDe(lettres, { ...ecrites, enTete: null }), dit, reste };
    },
  },
];

/** Rédige un document du tableau regardé, et le remet à l'agent. */
export const rediger = (
  { nom, enCours, rien, rediger: ecrire }: Redaction,
  volet: Pick<Volet, 'etat' | 'preparer'>,
  fichier: string,
  jour: Date,
  remettre: (document: Document) => void,
): Promise<void> =>
  volet.preparer(enCours, async () => {
    const { feuilles, referentiel, choisi } = volet.etat();
    const tableau = tableauChoisi({ feuilles, choisi });
    if (!referentiel || !tableau) throw new ErreurDeClasseur(`${rien} : aucun tableau n’est contrôlé.`);
    const [redigee, { noteEnDocx }] = await Promise.all([
      ecrire(dossierDe(fichier, { feuilles }, [tableau]), cadreDe(referentiel, jour)),
      import(/* webpackChunkName: "docx" */ '../../rapport/note/docx'),
    ]);
    if (redigee.refus !== null) throw new ErreurDeClasseur(`${rien} : ${redigee.refus}`);
    const contenu = new Uint8Array(await noteEnDocx(redigee.note));
    remettre({ nom: nommer(fichier, nom, 'docx'), type: FORMES.docx.type, contenu });
    return dire(
      redigee.dit,
      redigee.reste.map((raison) => ({ emplacement: null, nomDeFeuille: '', raison })),
    );
  });
