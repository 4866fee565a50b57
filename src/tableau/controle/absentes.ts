import type { CommuneConnue } from '../../annuaire/annuaire';
import { anneeDeBase, DERNIERE_PERIODE, ecrirePeriode, type Droit } from '../../droit';
import type { InventairePublie } from '../../referentiel/inventaire';
import { constat, type Constat } from './constats';
import type { Contexte } from './contexte';

/** Les communes de l'EPCI que le tableau n'a pas : ce que l'inventaire publié en dit, à défaut leur population. */
export function absentes(
  presentes: readonly CommuneConnue[],
  siren: string,
  { annuaire, droit, inventaires = [] }: Contexte,
): Constat[] {
  if (!droit.champ) return [];
  const periode = droit.periode ?? DERNIERE_PERIODE;
  const base = anneeDeBase(periode);
  const inventaire = inventaires.find(({ anneeDesTaux }) => anneeDesTaux === base) ?? inventaires[0];
  const codes = new Set(presentes.map(({ code }) => code));
  const membres = annuaire.membres(siren);
  const hors = membres
    .filter(({ code }) => !codes.has(code))
    .map((commune) => ({ commune, sort: sortDe(commune, inventaire, droit) }));
  const de = (cherche: Sort) => hors.filter(({ sort }) => sort === cherche).map(({ commune }) => commune.nom);
  const [{ nomEpci: epci }] = membres as [CommuneConnue];
  const [deficitaires, enRegle, exemptees] = [de('déficitaire'), de('en règle'), de('exemptée')];
  const [noms, exempteesAilleurs] = [de('à vérifier'), de('exemptée pour une autre période')];
  const fondeeAilleurs =
    inventaire?.anneeDesTaux === base ? null : `${ecrirePeriode(periode)} se fonde sur le 1er janvier ${base}`;
  const publiees = inventaire && { inventaire, enRegle, exemptees, exempteesAilleurs, fondeeAilleurs };
  const details = { noms, epci, millesime: annuaire.millesime, ...(publiees && { publiees }) };
  return [
    ...(inventaire && deficitaires.length > 0
      ? [constat('DEFICITAIRE_ABSENTE', null, { noms: deficitaires, epci, inventaire })]
      : []),
    ...(noms.length + exempteesAilleurs.length + enRegle.length + exemptees.length > 0
      ? [constat('COMMUNE_ABSENTE', null, details)]
      : []),
  ];
}

type Sort =
  'déficitaire' | 'en règle' | 'exemptée' | 'exemptée pour une autre période' | 'à vérifier' | 'hors du champ';

/** L'exemption ne vaut que pour la période dont l'inventaire la dit. */
function sortDe(commune: CommuneConnue, inventaire: InventairePublie | undefined, droit: Droit): Sort {
  const publiee = inventaire?.parCode(commune.code);
  if (!inventaire || !publiee) return auSeuil(commune, droit) ? 'à vérifier' : 'hors du champ';
  const memePeriode = inventaire.periode.debut === (droit.periode ?? DERNIERE_PERIODE).debut;
  if (publiee.exemptee) return memePeriode ? 'exemptée' : 'exemptée pour une autre période';
  if (publiee.deficitaire === null) return publiee.carencee ? 'déficitaire' : 'à vérifier';
  return publiee.deficitaire ? 'déficitaire' : 'en règle';
}

function auSeuil({ code, population }: CommuneConnue, { champ }: Droit): boolean {
  const { departementsIleDeFrance, populationUniteUrbaineDeParis, population: seuil } = champ!.regle;
  return population >= (departementsIleDeFrance.includes(code.slice(0, 2)) ? populationUniteUrbaineDeParis : seuil);
}
