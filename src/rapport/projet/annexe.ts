import { blanc, COMMUNE, OBJECTIF_DU_CONTRAT, REFERENCE, TITRE_DE_L_ANNEXE } from '../../classeur/contrat-redige';
import { ecrire, ecrireAuLong, ecrireLu, somme, ZERO } from '../../nombres';
import { lue, type Avis, type Colonne, type ColonneNombre, type Ligne, type LigneEvaluee } from '../../tableau';
import { celluleEcrite } from '../note/cellule-ecrite';
import { mots, nombre, tableau, titre, type Bloc, type Colonne as ColonneDeTable } from '../note/document';
import { epciDe, type Cas } from './cas';

interface ColonneAnnexee {
  readonly colonne: Colonne;
  /** Un en-tête que la lecture reconnaît. */
  readonly entete: ColonneDeTable;
  readonly ecrite?: (l: LigneEvaluee) => string;
}

const OBJECTIF: Colonne = 'objectif_contrat';
const compte = (n: number | null): string => (n === null ? '' : ecrire(n));

/** Ce que le contrôle d'un contrat lit ; le rang y est celui qui a été compris. */
const COLONNES: readonly ColonneAnnexee[] = [
  { colonne: 'code_insee', entete: mots('Code INSEE', 8) },
  { colonne: 'epci', entete: mots('EPCI', 14) },
  { colonne: 'population', entete: nombre('Population', 10) },
  { colonne: 'residences_principales', entete: nombre('Résidences principales', 10) },
  { colonne: 'logements_sociaux', entete: nombre('Logements sociaux', 10) },
  { colonne: 'taux_lls', entete: nombre('Taux LLS (%)', 7) },
  { colonne: 'taux_cible', entete: nombre('Taux cible (%)', 7) },
  { colonne: 'rang_triennal', entete: nombre('Rang triennal', 8), ecrite: rang },
  { colonne: 'inconstructibilite', entete: nombre('Part inconstructible (%)', 12) },
  { colonne: 'manquants', entete: nombre('Logements manquants', 10) },
  { colonne: 'taux_rattrapage', entete: nombre('Taux de rattrapage (%)', 10) },
  { colonne: 'objectif_reference', entete: nombre(REFERENCE, 9) },
  { colonne: OBJECTIF, entete: nombre(OBJECTIF_DU_CONTRAT, 9), ecrite: (l) => compte(l.contrat) },
  { colonne: 'accord_commune', entete: mots('Accord de la commune', 10) },
  { colonne: 'periodes_consecutives_abaissees', entete: nombre('Périodes consécutives d’abaissement', 12) },
  { colonne: 'soumise_prelevement', entete: mots('Soumise au prélèvement', 11) },
  { colonne: 'plai', entete: nombre('PLAI', 6) },
  { colonne: 'plus', entete: nombre('PLUS', 6) },
  { colonne: 'pls', entete: nombre('PLS', 6) },
];
function rang({ ligne: { rang: lu, nombres } }: LigneEvaluee): string {
  if (lu.etat === 'inconnue' || lu.etat === 'invalide') return lu.texte;
  if (lu.etat === 'vide') return nombres.rang_triennal?.etat === 'lue' ? ecrireLu(nombres.rang_triennal.valeur) : '';
  const { valeur } = lu;
  return 'rang' in valeur ? String(valeur.rang) : 'entree' in valeur ? String(valeur.entree) : 'entrante';
}

/** Le tableau du contrat et ses conditions, tels que `verifier` les relira : les nombres lus, et ce qui a été compris. */
export function annexe(cas: Cas): Bloc[] {
  const { lignes, totaux, tableau: lu } = cas.controle;
  const ecrite = ({ colonne, ecrite: propre }: ColonneAnnexee, l: LigneEvaluee) => {
    const dit = propre?.(l) ?? celluleEcrite(colonne, l.ligne, ecrireLu);
    return colonne === 'accord_commune' && aRedemander(l, cas.controle) ? blanc('oui ou non, et date') : dit;
  };
  const colonnes = COLONNES.filter(
    (c) => A_REMPLIR.has(c.colonne) || lu.colonnes.has(c.colonne) || lignes.some((l) => ecrite(c, l) !== ''),
  );
  const total = lignes.length > 1;
  const totalDe = (colonne: Colonne) =>
    colonne === 'objectif_reference' ? sommeDe(colonne, lu.lignes) : colonne === OBJECTIF ? compte(totaux.contrat) : '';
  return [
    titre(2, TITRE_DE_L_ANNEXE),
    conditions(cas),
    tableau(
      'Situation et objectifs de chaque commune',
      [mots(COMMUNE, 20), ...colonnes.map(({ entete }) => entete)],
      [
        ...lignes.map((l) => [l.ligne.nom, ...colonnes.map((c) => ecrite(c, l))]),
        ...(total ? [['Total', ...colonnes.map(({ colonne }) => totalDe(colonne))]] : []),
      ],
      { total },
    ),
  ];
}

/** Vides, leurs cellules se demandent comme si la colonne manquait. */
const A_REMPLIR: ReadonlySet<Colonne> = new Set<Colonne>([OBJECTIF, 'periodes_consecutives_abaissees']);

/** Un accord que le contrôle demande ne se recopie pas, fût-il écrit ; refusé ou non donné, il manque, et se recopie. */
const aRedemander = ({ ligne }: LigneEvaluee, { constats }: Cas['controle']): boolean =>
  constats.some((c) => c.code === 'ACCORD_MANQUANT' && c.empecheDeConclure && c.ligne?.ligne === ligne.ligne);

/** La somme d'une colonne dont tout se lit ; vide sinon. */
function sommeDe(colonne: ColonneNombre, lignes: readonly Ligne[]): string {
  const valeurs = lignes.map((ligne) => lue(ligne, colonne)?.valeur ?? null);
  return valeurs.every((v) => v !== null) ? ecrireAuLong(valeurs.reduce(somme, ZERO)) : '';
}

const AVIS_EN_MOTS: Readonly<Record<Avis, string>> = {
  recueilli: 'recueilli',
  'a-recueillir': 'à recueillir',
  manquant: 'non recueilli',
  defavorable: 'défavorable',
};

function conditions(cas: Cas): Bloc {
  const { cadre, controle, mutualisant, periode } = cas;
  const { plh, avis } = controle.contexte;
  const epci = epciDe(controle, cadre);
  return tableau(
    'Conditions du contrat',
    [mots('Condition', 50), mots('Valeur', 50)],
    [
      ['Type de contrat', mutualisant ? 'mutualisant' : 'abaissant'],
      ['Période triennale', periode],
      ...(epci ? [['EPCI', epci]] : []),
      ...(mutualisant || plh !== null
        ? [['PLH exécutoire', plh === null ? blanc('oui ou non') : plh ? 'oui' : 'non']]
        : []),
      ...(mutualisant
        ? [['Avis de la commission nationale SRU', avis ? AVIS_EN_MOTS[avis] : blanc('recueilli ou à recueillir')]]
        : []),
    ],
  );
}
