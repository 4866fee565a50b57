import { blanc } from '../../classeur/contrat-redige';
import { ecrire } from '../../nombres';
import { estAbaissee } from '../note/raisons';
import type { Cas } from './cas';
import { duree, entrantes, type Condition } from './conditions-communes';
import { enumerer } from './mots';

/** Ce que le IX demande à un contrat qui abaisse des objectifs. */
export function deLAbaissement(cas: Cas): Condition[] {
  const { droit } = cas.cadre;
  const { regle, reference, certitude } = droit.abaissement!;
  const { periodesConsecutives, derogation } = regle;
  const [bas, haut] = derogation.inconstructibilite;
  const noms = cas.communes.filter(estAbaissee).map((l) => l.ligne.nom);
  const planchers = droit.rattrapage!.regle.flatMap(({ planchers: p, libelle }) =>
    p && libelle ? [`${p.abaissement} % pour un écart ${libelle.startsWith('de ') ? libelle : `de ${libelle}`}`] : [],
  );
  const ici = { reference, certitude };
  const limite = duree(cas, periodesConsecutives);
  return [
    {
      ...ici,
      regle: `Objectif abaissé : une part des logements manquants au moins, soit ${planchers.join(', ')}`,
      codes: ['SOUS_PLANCHER_CMS'],
      surReferences: true,
      sinon: noms.length === 0 ? 'Aucun objectif n’est abaissé.' : 'Tenue.',
    },
    {
      ...ici,
      ...limite,
      regle: `${limite.regle} ; au-delà, dérogation du préfet, sur demande motivée, si la commune a moins de ${ecrire(derogation.populationInferieureA)} habitants ou si de ${bas} à ${haut} % de son territoire urbanisé est inconstructible`,
    },
    {
      ...ici,
      regle: 'Demande de la commune dont l’objectif est abaissé',
      codes: [],
      sinon: noms.length === 0 ? 'Sans objet.' : blanc(`date de la demande : ${enumerer(noms)}`),
    },
    entrantes(cas),
  ];
}
