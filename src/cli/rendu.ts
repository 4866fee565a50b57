import pc from 'picocolors';
import { ANNUAIRE } from '../annuaire';
import { feuilleDesObjectifs } from '../preparer';
import { bilansNationaux } from '../rapport/bilan-national';
import { extraire } from '../rapport/note';
import { ficheDemandee } from '../rapport/fiche';
import { lettresDe } from '../rapport/lettres';
import { portraitDe } from '../rapport/portrait';
import { projetDe } from '../rapport/projet';
import { texteDuControle } from '../rapport/texte';
import { resumer } from './synthese/resume';
import type { Rendu, Tache } from './tache';
import { controlerFichier, resultatFichier } from './verifier';

/** Contrôle un fichier et en rend les formes voulues. */
export async function rendre({
  fichier,
  options,
  formes: { texte, json, resume, note, projet, portrait, lettres, objectifs, fiche, bilan },
}: Tache): Promise<Rendu> {
  const controle = await controlerFichier(fichier, options);
  const style = texte && { couleurs: pc.createColors(texte.couleurs), largeur: texte.largeur };
  return {
    fichier,
    verdict: controle.verdict,
    erreur: controle.erreur,
    ...(style && { textes: controle.controles.map((c) => texteDuControle(c, style)) }),
    ...(objectifs && {
      objectifs: controle.controles.flatMap((c) => (c.nature === 'inventaire' ? [feuilleDesObjectifs(c)] : [])),
    }),
    ...(json && { resultat: resultatFichier(controle) }),
    ...(resume && { resume: resumer(controle) }),
    ...(bilan && { bilans: bilansNationaux(controle.controles, bilan) }),
    ...(note && { extrait: extraire({ ...controle, titre: note.titre }, { ...note, annuaire: ANNUAIRE }) }),
    ...(projet && { projet: projetDe({ ...controle, titre: projet.titre }, { ...projet, annuaire: ANNUAIRE }) }),
    ...(portrait && {
      portrait: {
        ...portrait,
        portraits: controle.controles.map((c) => portraitDe(c, portrait.titre, controle.reserves)),
      },
    }),
    ...(fiche && { fiche: ficheDemandee(controle, fiche) }),
    ...(lettres && { lettres: lettresDe(controle, { annuaire: ANNUAIRE }) }),
  };
}
