import { blanc } from '../../classeur/contrat-redige';
import { ecrireJourEnLettres } from '../../nombres';
import { adressePlage, type Constat } from '../../tableau';
import { phraseDesTotaux, verdictEnTitre } from '../natures';
import { reservesDuClasseur } from '../note/contexte';
import { avertissement, element, liste, mots, paragraphe, tableau, titre, type Bloc } from '../note/document';
import { phraseDesSignataires } from '../note/signataires';
import { lieuDe, sourceDe } from '../presentation';
import type { Cas } from './cas';

const ETAT: Readonly<Record<string, string>> = {
  conforme: 'Projet à compléter et à négocier.',
  'non conforme': 'Ce projet ne peut pas être conclu en l’état.',
  indetermine: 'Ce projet n’affirme aucun objectif : le contrôle de son tableau ne peut pas conclure.',
};

/** Ce qu'il faut savoir avant de lire le projet : d'où il vient, ce que le contrôle en dit, ce qui l'arrête. */
export function tete(cas: Cas): Bloc[] {
  const { controle, cadre, classeur, reserves } = cas;
  const { tableau: lu, verdict, constats } = controle;
  const totaux = phraseDesTotaux(controle);
  const arret = constats.filter((c) => c.gravite === 'bloquant' || c.empecheDeConclure);
  return [
    {
      type: 'verdict',
      verdict,
      texte: [ETAT[verdict], `Contrôle du tableau : ${verdictEnTitre(controle)}.`, totaux && `${totaux}.`]
        .filter(Boolean)
        .join(' '),
    },
    ...(arret.length > 0
      ? [avertissement('Ce qui doit être réglé avant toute signature :'), liste(arret.map(point))]
      : []),
    paragraphe(
      `Brouillon du ${ecrireJourEnLettres(cadre.date)}, établi par Mutualisation SRU ${cadre.version} d’après « ${classeur} », feuille « ${lu.feuille} », ${adressePlage(lu.plage)}. Il n’engage personne. Les nombres sont calculés ou repris du tableau, chacun avec son article ; ce que l’outil ne peut pas savoir est surligné, entre crochets, avec ce qui y est attendu.`,
    ),
    ...(cadre.droit.reserve
      ? [avertissement(`Règles de la ${cadre.droit.libelle} : elles peuvent changer avant la signature.`)]
      : []),
    ...reservesDuClasseur(reserves),
  ];
}

const point = (c: Constat) => element(lieuDe(c), c.message, `${c.code}, ${sourceDe(c)}`);

/** Qui s'engage, sur quoi, pour combien de temps. */
export function parties(cas: Cas): Bloc[] {
  const { places } = cas;
  return [
    titre(2, 'Les parties'),
    paragraphe(phraseDesSignataires(places)),
    tableau(
      'Signataires et associés',
      [mots('Partie', 44), mots('Représentée par', 56)],
      [
        ...places.map((place) => [place, blanc('nom, qualité, acte et sa date')]),
        [
          'Autres signataires ou associés',
          blanc('département, établissement foncier, aménageur, bailleurs : à quel titre'),
        ],
      ],
    ),
    titre(2, 'Objet et durée'),
    paragraphe(objetDe(cas)),
    paragraphe(
      `Il dure le temps de cette période et peut être renouvelé. Il est annexé au programme local de l’habitat (L. 302-8-1 du CCH) : ${blanc('référence du PLH, ou son calendrier')}.`,
    ),
  ];
}

function objetDe({ mutualisant, communes, periode }: Cas): string {
  if (mutualisant)
    return `Les signataires répartissent entre les communes, pour la période triennale ${periode}, les logements sociaux que la loi leur demande, sans que leur total diminue, et disent ce que chacun fait pour les produire (L. 302-8, X et L. 302-8-1 du CCH).`;
  const objectif =
    communes.length === 1
      ? 'l’objectif de logements sociaux de la commune'
      : 'l’objectif de logements sociaux de chaque commune';
  return `Les signataires fixent, pour la période triennale ${periode}, ${objectif}, et ce que chacun fait pour l’atteindre (L. 302-8-1 du CCH).`;
}
