import { DERNIERE_PERIODE, ENTRANTES_DEPUIS } from '../../droit';
import { rangDepuisEntree } from '../../regles';
import { accepter, refuser } from '../arguments';
import { argument, facultatif, parCellule } from '../declaration';
import { lireJour } from '../montants';
import { PERIODE, reponse } from '../vocabulaire';

export const SRU_RANG = parCellule({
  nom: 'SRU.RANG',
  resume: 'rang triennal, 0 à 3, d’après la première soumission',
  description: `Rang triennal d’une commune nouvellement soumise (L. 302-8, VIII du CCH) : 0 dans la période de son entrée, même entrée le premier jour (interprétation), 1 la première période pleine, 2 la suivante, 3 ensuite ; 3 si elle est entrée avant ${ENTRANTES_DEPUIS}.`,
  arguments: [
    argument('entree', 'Année (2020) ou date de première soumission.', lireAnneeDEntree),
    PERIODE,
    facultatif(reponse('commune_nouvelle', 'oui si une commune fondatrice était déjà soumise : 3, le droit commun.')),
  ],
  rend: '0, 1, 2 ou 3, à donner comme rang ; #VALEUR! si l’entrée ne se lit pas, ou suit la période.',
  exemples: [
    '=SRU.RANG(2020;"2020-2022") → 0',
    '=SRU.RANG(2020;"2023-2025") → 1',
    '=SRU.RANG(2020;"2026-2028") → 2',
    '=SRU.RANG(2020;"2029-2031") → 3',
    '=SRU.RANG(2014;"2023-2025") → 3',
    '=SRU.RANG("01/01/2023";"2023-2025") → 0',
    '=SRU.RANG(2024;"2023-2025";"oui") → 3',
    '=SRU.RANG(2026;"2023-2025") → #VALEUR! (entrée après la période)',
  ],
  dispositif: 'Communes entrantes',
  calculer: (annee, { periode }, communeNouvelle) => {
    const rang = rangDepuisEntree(annee, periode ?? DERNIERE_PERIODE);
    if (typeof rang !== 'number') return accepter(rang);
    return communeNouvelle ? 3 : rang;
  },
});

const PREMIERE_ANNEE = 2000;
const DERNIERE_ANNEE = 2100;

/** Une année nue, ou l'année d'une date : un tableur numérote ses jours bien au-delà de 2100. */
function lireAnneeDEntree(nom: string, valeur: unknown): number {
  const nombre = typeof valeur === 'string' && /^\s*\d{4}\s*$/.test(valeur) ? Number(valeur) : valeur;
  if (typeof nombre !== 'number' || nombre > DERNIERE_ANNEE) return lireJour(nom, valeur).annee;
  if (Number.isInteger(nombre) && nombre >= PREMIERE_ANNEE) return nombre;
  return refuser(nom, valeur, 'une année comme 2020, ou une date comme 01/01/2020');
}
