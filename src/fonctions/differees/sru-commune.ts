import { CIBLES } from '../../droit';
import { ecrire, fraction, produit, versNombre } from '../../nombres';
import dernier from '../../referentiel/dernier.json';
import {
  nommerInventaire,
  type CommunePubliee,
  type InventairePublie,
  type Referentiel,
} from '../../referentiel/referentiel';
import { lireIdentite, reconnaitre } from '../../tableau';
import { lireEntier, refuser } from '../arguments';
import { argument, facultatif, parCelluleAvec } from '../declaration';
import { ErreurDeCellule, estAbsent } from '../valeurs';
import { parmi } from '../vocabulaire';

const CHAMPS = {
  taux: { quoi: 'son taux', lire: ({ taux }) => taux && versNombre(produit(taux.valeur, fraction(1, 100))) },
  cible: { quoi: 'son taux cible', lire: ({ cible }) => cible },
  statut: { quoi: 'sa situation', lire: ({ statut }) => statut },
  epci: { quoi: 'son EPCI', lire: ({ nomEpci }) => nomEpci },
  departement: {
    quoi: 'son département',
    lire: ({ code }, { annuaire }) => annuaire.departementDeLaCommune(code)?.nom,
  },
  population: { quoi: 'sa population', lire: ({ population }) => population },
  lls: { quoi: 'ses logements sociaux', lire: ({ lls }) => lls },
} as const satisfies Readonly<Record<string, Champ>>;

interface Champ {
  readonly quoi: string;
  readonly lire: (commune: CommunePubliee, referentiel: Referentiel) => string | number | null | undefined;
}

const NOMS = Object.keys(CHAMPS) as (keyof typeof CHAMPS)[];

export const SRU_COMMUNE = parCelluleAvec(async () => (await import('../../referentiel')).REFERENTIEL, {
  nom: 'SRU.COMMUNE',
  resume: 'ce que l’inventaire publié dit d’une commune : taux, cible, statut, EPCI…',
  description:
    'Ce que l’inventaire que le ministère publie (L. 302-6 du CCH) dit d’une commune : taux, taux cible, situation, EPCI, département, population, logements sociaux. Jamais les chiffres notifiés.',
  arguments: [
    argument(
      'commune',
      'Code INSEE ou nom ; un nom que portent deux communes est refusé : « Saint-Benoît (86) ».',
      texteDe,
    ),
    parmi('champ', `${NOMS.join(', ')}.`, NOMS, NOMS.map((nom) => `« ${nom} »`).join(', ')),
    facultatif(
      argument(
        'annee',
        `Année de publication de l’inventaire ; absente : ${dernier.annee}, le dernier du référentiel (taux au 1er janvier ${dernier.annee - 1}).`,
        lireEntier,
      ),
    ),
  ],
  rend: `Un rapport pour taux (0,16 pour 16 %), ${CIBLES.join(' ou ')} pour cible, « en règle », « déficitaire », « carencée » ou « exemptée » pour statut ; #N/A, avec la raison, si la commune est inconnue, si deux communes portent ce nom, ou si l’inventaire ne le dit pas.`,
  exemples: [
    '=SRU.COMMUNE("Poitiers";"taux") → 0,36',
    '=SRU.COMMUNE("Poitiers";"statut") → « en règle »',
    '=SRU.COMMUNE(86214;"cible") → 20',
    '=SRU.COMMUNE("Saint-Benoît (86)";"epci") → « CU du Grand Poitiers »',
    '=SRU.COMMUNE("Saint-Benoît";"taux") → #N/A (Saint-Benoît, dans la Vienne et à La Réunion)',
    '=SRU.COMMUNE("Poitiers";"lls";2025) → #N/A (la copie livrée ne les donne pas)',
  ],
  dispositif: 'Inventaire publié des communes',
  calculer: (referentiel, texte, nomDuChamp, annee) => {
    const inventaire = inventaireDe(annee, referentiel);
    const commune = communeDe(texte, inventaire, referentiel);
    const { quoi, lire } = CHAMPS[nomDuChamp];
    return (
      lire(commune, referentiel) ?? inconnu(`${commune.nom} : ${nommerInventaire(inventaire)} ne dit pas ${quoi}.`)
    );
  },
});

function texteDe(nom: string, valeur: unknown): string {
  const texte = typeof valeur === 'string' || typeof valeur === 'number' ? String(valeur).trim() : '';
  return estAbsent(texte) ? refuser(nom, valeur, 'un code INSEE ou un nom de commune') : texte;
}

const inconnu = (phrase: string): never => {
  throw new ErreurDeCellule('#N/A', phrase);
};

function inventaireDe(annee: number | null, referentiel: Referentiel): InventairePublie {
  if (annee === null) return referentiel.dernier;
  const sus = referentiel.inventaires.map(nommerInventaire).join(', ');
  return (
    referentiel.publieEn(annee) ??
    inconnu(`annee : le référentiel n’a pas d’inventaire publié en ${annee} ; il a ${sus}.`)
  );
}

/** La commune que ce texte désigne, et elle seule. */
function communeDe(texte: string, inventaire: InventairePublie, { annuaire }: Referentiel): CommunePubliee {
  const ecrit = /\p{L}{2}/u.test(texte) ? { nom: texte, code: '' } : { nom: '', code: texte };
  const identite = lireIdentite(ecrit, annuaire);
  const { communes, discordante } = reconnaitre(identite, annuaire);
  if (discordante) inconnu(`« ${texte} » : le nom et le code ne désignent pas la même commune.`);
  const [connue, autre] = communes;
  if (autre) {
    const listees = communes.map(({ code, nom }) => `${nom} (${code}, ${annuaire.departementDeLaCommune(code)?.nom})`);
    inconnu(`« ${texte} » nomme ${communes.length} communes : ${listees.join(', ')}. Donner le code INSEE.`);
  }
  const code = connue?.code ?? identite.codeInsee;
  const publiee = code === null ? undefined : inventaire.parCode(code);
  if (publiee) return publiee;
  return connue
    ? inconnu(
        `${connue.nom} n’est pas dans ${nommerInventaire(inventaire)}, qui ne liste que les communes soumises à la loi SRU.`,
      )
    : inconnu(
        `« ${texte} » : aucune commune d’au moins ${ecrire(annuaire.populationMinimale)} habitants n’a ce nom ou ce code.`,
      );
}
