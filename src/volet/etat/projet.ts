import { ErreurDeClasseur } from '../../classeur/classeur';
import { FORMES } from '../../rapport/formes';
import { tableauChoisi } from './etat';
import { cadreDe, dossierDe, nommer, type Document } from './note';
import type { Volet } from './volet';

/** Prépare le projet du contrat que porte le tableau regardé, celui de la ligne de commande, et le remet à l'agent. */
export const preparerLeProjet = (
  volet: Pick<Volet, 'etat' | 'preparer'>,
  fichier: string,
  jour: Date,
  remettre: (document: Document) => void,
): Promise<void> =>
  volet.preparer('Préparation du projet de contrat…', async () => {
    const { feuilles, reglages, referentiel, choisi } = volet.etat();
    const tableau = tableauChoisi({ feuilles, choisi });
    if (!referentiel || !tableau)
      throw new ErreurDeClasseur('Pas de projet de contrat : aucun tableau n’est contrôlé.');
    const etat = { feuilles, reglages, annuaire: referentiel.annuaire };
    const [{ projetDe }, { noteEnDocx }] = await Promise.all([
      import(/* webpackChunkName: "projet" */ '../../rapport/projet'),
      import(/* webpackChunkName: "docx" */ '../../rapport/note/docx'),
    ]);
    const projet = projetDe(dossierDe(fichier, etat, [tableau]), cadreDe(etat, jour));
    if (projet.refus !== null) throw new ErreurDeClasseur(`Pas de projet de contrat : ${projet.refus}`);
    const contenu = new Uint8Array(await noteEnDocx(projet.note));
    remettre({ nom: nommer(fichier, 'contrat', 'docx'), type: FORMES.docx.type, contenu });
    return `Projet de contrat téléchargé : ${projet.blancs} passages à compléter y sont surlignés, et sa liste de vérification dit le reste.`;
  });
