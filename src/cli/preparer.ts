import { feuillesEnXlsx } from '../classeur/xlsx';
import { lirePeriode } from '../droit';
import { phraseDeLaPreparee, preparer, type Lieu, type NomDUsage } from '../preparer';
import { REFERENTIEL } from '../referentiel';
import { ouvrirDestination } from './ecrire-entier';
import { Arret } from './erreurs';
import { montrer } from './montrer';
import { refuserLeNom } from './sortant';
import type { Sortie } from './sortie';

export interface DemandePreparer {
  readonly fichier: string;
  readonly epci: string | null;
  readonly departement: string | null;
  readonly pour: NomDUsage;
  /** « 2026-2028 » ; `null` : celle de l'usage. */
  readonly periode: string | null;
  readonly remplacer: boolean;
}

/** `preparer` : écrit un classeur neuf, un tableau à remplir. */
export async function commandePreparer(demande: DemandePreparer, sortie: Sortie): Promise<number> {
  const { fichier, pour, periode, remplacer } = demande;
  refuserLeNom('preparer', fichier, '.xlsx');
  const lieu = lieuDemande(demande);
  const ecrire = await ouvrirDestination({ option: 'preparer', chemin: fichier, remplacer });
  const preparee = preparer({ pour, lieu, periode: periode === null ? null : lirePeriode(periode) }, REFERENTIEL);
  if ('phrase' in preparee) throw new Arret(preparee.phrase);
  await ecrire(await feuillesEnXlsx([preparee.feuille]));
  sortie.ecrire(`Tableau écrit : ${montrer(fichier)}. ${phraseDeLaPreparee(preparee)}`);
  return 0;
}

function lieuDemande({ epci, departement }: DemandePreparer): Lieu {
  if ((epci === null) === (departement === null))
    throw new Arret('preparer : attendu --epci "CA de La Rochelle" ou --departement 17, l’un des deux.');
  return epci === null ? leDepartement(departement!) : lEpci(epci);
}

function leDepartement(texte: string): Lieu {
  const trouve = REFERENTIEL.annuaire.departement(texte);
  if (!trouve)
    throw new Arret(`--departement : reçu « ${texte} », attendu un numéro ou un nom, comme 17 ou Charente-Maritime.`);
  return { genre: 'departement', ...trouve };
}

/** Un nom inconnu, ou que plusieurs portent, propose ceux qui s'en approchent. */
function lEpci(texte: string): Lieu {
  if (texte.trim() === '') throw new Arret('--epci : attendu le nom d’un EPCI, comme "CA de La Rochelle".');
  const { exact, trouves, proches } = REFERENTIEL.annuaire.chercherEpci(texte);
  const seul = exact ?? (trouves.length === 1 ? trouves[0]! : null);
  if (seul) return { genre: 'epci', ...seul };
  const noms = (trouves.length > 0 ? trouves.slice(0, 5) : proches)
    .map(({ nom, code }) => `« ${nom} » (${code})`)
    .join(', ');
  const quoi =
    trouves.length > 0 ? `peut être plusieurs EPCI : ${noms}` : `n’est pas un EPCI connu. Les plus proches : ${noms}`;
  throw new Arret(`--epci : « ${texte} » ${quoi}.`);
}
