import { ErreurDeCellule } from '../fonctions/valeurs';
import { FONCTIONS } from '../fonctions/registre';
import { CODES_DE_SORTIE } from './codes';
import { ErreurDeFormule, lireFormule, type Appel } from './formule';
import type { Sortie } from './sortie';

/** `calculer` : évalue une fonction comme dans une cellule, écrit sa valeur ou son erreur avec le motif. */
export async function calculer(formule: string, json: boolean, sortie: Sortie): Promise<number> {
  let appel: Appel;
  try {
    appel = lireFormule(formule);
  } catch (erreur) {
    if (!(erreur instanceof ErreurDeFormule)) throw erreur;
    sortie.erreur(erreur.message);
    return CODES_DE_SORTIE.usage;
  }
  const resultat = await evaluer(appel);
  if (resultat instanceof Echec) {
    if (json) sortie.ecrire(JSON.stringify({ erreur: resultat.code, message: resultat.message }));
    else sortie.ecrire(`${resultat.code} : ${resultat.message}`);
    return CODES_DE_SORTIE.nonConforme;
  }
  const seule = resultat.length === 1 && resultat[0]!.length === 1;
  if (json)
    sortie.ecrire(JSON.stringify({ valeur: seule ? enJson(resultat[0]![0]) : resultat.map((l) => l.map(enJson)) }));
  else for (const ligne of resultat) sortie.ecrire(ligne.map(enTexte).join('\t'));
  return CODES_DE_SORTIE.conforme;
}

class Echec {
  constructor(
    readonly code: string,
    readonly message: string,
  ) {}
}

/** Un argument laissé vide en est un : « =F(1;) » en a deux. */
const VIDE = [[null]];

async function evaluer({ nom, plages }: Appel): Promise<unknown[][] | Echec> {
  const fonction = FONCTIONS[nom];
  if (!fonction)
    return new Echec('#NOM?', `Fonction ${nom} inconnue ; fonctions : ${Object.keys(FONCTIONS).join(', ')}.`);
  try {
    const valeurs = await fonction(plages.map((plage) => plage ?? VIDE));
    const premiere = valeurs[0]?.[0];
    const seule = valeurs.length === 1 && valeurs[0]!.length === 1;
    return seule && premiere instanceof ErreurDeCellule ? new Echec(premiere.code, premiere.message) : valeurs;
  } catch (erreur) {
    if (erreur instanceof ErreurDeCellule) return new Echec(erreur.code, erreur.message);
    throw erreur;
  }
}

const enJson = (valeur: unknown): unknown =>
  valeur instanceof ErreurDeCellule ? { erreur: valeur.code, message: valeur.message } : valeur;

function enTexte(valeur: unknown): string {
  if (valeur instanceof ErreurDeCellule) return `${valeur.code} (${valeur.message})`;
  if (typeof valeur === 'number') return String(valeur).replace('.', ',');
  return typeof valeur === 'string' ? valeur : '';
}
