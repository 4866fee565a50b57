import { blanc } from '../../classeur/contrat-redige';
import { ecrire, ecrireCompte } from '../../nombres';
import type { Avis, CodeConstat } from '../../tableau';
import { accordDe, estRelevee } from '../note/raisons';
import type { Cas } from './cas';
import { enumerer } from './mots';
import { duree, entrantes, type Condition } from './conditions-communes';

const AVIS: Readonly<Record<Avis, string>> = {
  recueilli: 'Recueilli',
  'a-recueillir': 'À recueillir avant de conclure',
  manquant: 'Manquant',
  defavorable: 'Recueilli, défavorable (il n’est que consultatif)',
};

/** Ce que le X demande à un contrat qui mutualise des objectifs. */
export function deLaMutualisation(cas: Cas): Condition[] {
  const { cadre, controle } = cas;
  const { regle, reference, certitude } = cadre.droit.mutualisation!;
  const { reference: references, contrat } = controle.totaux;
  const ici = { reference, certitude };
  return [
    {
      ...ici,
      regle: `Objectif de chaque commune : ${regle.partDeLaReference} % de sa référence au moins`,
      codes: ['REDUCTION_EXCESSIVE', 'MOITIE_ARRONDIE'],
      surReferences: true,
      sinon: `Tenue par chaque commune.${sousLaPlaquette(cas)}`,
    },
    {
      ...ici,
      regle: 'Total des objectifs : pas moins que le total des références',
      codes: ['TOTAL_INSUFFISANT'],
      surReferences: true,
      sinon:
        references && contrat !== null
          ? `Tenue : ${ecrire(contrat)} pour ${ecrire(references)}.`
          : blanc('total des objectifs et des références'),
    },
    {
      ...ici,
      regle: 'Objectif supérieur à la référence : accord de la commune',
      codes: ['ACCORD_MANQUANT'],
      surReferences: true,
      sinon: accords(cas),
    },
    { ...ici, ...duree(cas, regle.periodesConsecutives) },
    entrantes(cas),
    {
      ...ici,
      regle: 'Programme local de l’habitat exécutoire, ou document qui en tient lieu',
      codes: ['PLH_MANQUANT'],
      sinon: cadre.plh ? `Oui : ${blanc('titre et dates')}` : blanc('oui ou non, titre et dates'),
    },
    {
      ...ici,
      regle: 'Avis préalable de la commission nationale SRU',
      codes: ['AVIS_MANQUANT'],
      sinon: cadre.avis ? `${AVIS[cadre.avis]} : ${blanc('date')}` : blanc('recueilli ou à recueillir, et date'),
    },
    {
      regle:
        'Toutes les communes déficitaires de l’intercommunalité ; la lettre du X vise celles soumises au prélèvement',
      reference: 'plaquette',
      certitude: 'source secondaire',
      codes: ['COMMUNE_HORS_EPCI'],
      sinon: perimetre(cas),
    },
  ];
}

/** La plaquette demande davantage que la loi : une alerte, jamais un refus. */
function sousLaPlaquette({ controle }: Cas): string {
  const noms = controle.constats.flatMap((c) => (c.code === 'SOUS_PLANCHER_PLAQUETTE' && c.commune ? [c.commune] : []));
  return noms.length === 0 ? '' : ` Sous le seuil de la plaquette du ministère : ${enumerer(noms)}.`;
}

function accords({ communes }: Cas): string {
  const relevees = communes.filter(estRelevee);
  if (relevees.length === 0) return 'Aucun objectif n’est relevé.';
  const noms = relevees.map((l) => `${l.ligne.nom} (${accordDe(l)})`);
  return `${noms.join(', ')} : ${blanc('date de chaque délibération')}`;
}

const ABSENCES: ReadonlySet<CodeConstat> = new Set<CodeConstat>(['DEFICITAIRE_ABSENTE', 'COMMUNE_ABSENTE']);

function perimetre({ controle, communes }: Cas): string {
  const absences = controle.constats.flatMap((c) => (ABSENCES.has(c.code) ? [c.message] : []));
  const compte = `${ecrireCompte(communes.length, 'commune')} : ${blanc('confirmer qu’aucune ne manque')}`;
  return [compte, ...absences].join(' ');
}
