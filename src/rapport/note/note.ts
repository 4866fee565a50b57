import { ecrireJourEnLettres } from '../../nombres';
import { adressePlage, contratDe, type Controle } from '../../tableau';
import { groupementsDe } from '../groupements';
import { METHODE } from '../methode';
import { phraseDesTotaux, selonLaNature, verdictEnTitre } from '../natures';
import type { Cadre, Dossier } from './cadre';
import { CHAPITRES } from './chapitres';
import { avertissement, element, liste, paragraphe, titre, type Bloc, type Note, type Partie } from './document';
import { tableauControle, type Annexable } from './tableau-controle';
import { versionsDeLaLoi } from './versions-de-la-loi';

/**
 * La note d'un ou plusieurs classeurs, prête à joindre au dossier de la commission ; `cadre` en porte la date. Elle ne se dit établie
 * que d'après ceux qui ont été lus.
 */
export function construireNote(recus: readonly Dossier[], cadre: Cadre): Note {
  const dossiers = recus.filter((d) => d.erreur === null);
  const controles = dossiers.flatMap((d) => d.controles);
  const annexables = controles.flatMap((c) => (c.nature === 'objectifs' || c.nature === 'bilan' ? [c] : []));
  const mutualise = controles.some((c) => contratDe(c) === 'cims');
  return {
    titre: mutualise
      ? 'Contrat de mixité sociale mutualisant : note pour la commission nationale SRU'
      : 'Objectifs de logement social (SRU) : note de contrôle',
    parties: [
      {
        orientation: 'portrait',
        blocs: [
          paragraphe(
            `Établie le ${ecrireJourEnLettres(cadre.date)} par Mutualisation SRU ${cadre.version}, d’après ${dossiers.map((d) => `« ${d.titre} »`).join(', ')}.`,
          ),
          ...nonLus(recus),
          ...dossiers.flatMap((d) => d.controles.flatMap((c) => chapitre(d, c, cadre))),
          titre(2, 'Méthode et arrondis'),
          liste(METHODE.map((phrase) => element('', phrase))),
          ...versionsDeLaLoi(dossiers),
        ],
      },
      ...(annexables.length > 0 ? [annexes(annexables)] : []),
    ],
  };
}

function nonLus(recus: readonly Dossier[]): Bloc[] {
  const elements = recus.flatMap(({ titre: nom, erreur }) => (erreur === null ? [] : [element(nom, erreur)]));
  return elements.length === 0 ? [] : [avertissement('Fichiers demandés et non contrôlés :'), liste(elements)];
}

const annexes = (controles: readonly Annexable[]): Partie => ({
  orientation: 'paysage',
  blocs: [
    titre(2, controles.length > 1 ? 'Annexes : les tableaux' : 'Annexe : le tableau'),
    ...controles.flatMap(tableauControle),
  ],
});

function chapitre(dossier: Dossier, controle: Controle, cadre: Cadre): Bloc[] {
  const { verdict, tableau: source, nature } = controle;
  const epcis =
    nature === 'inventaire' ? [] : groupementsDe(controle, cadre.annuaire).flatMap(({ epci }) => epci ?? []);
  const lieu = `feuille « ${source.feuille} », ${adressePlage(source.plage)}`;
  return [
    titre(2, `${epcis.length === 1 ? epcis[0]! : dossier.titre} : ${lieu}`),
    {
      type: 'verdict',
      verdict,
      texte: [verdictEnTitre(controle), phraseDesTotaux(controle)].filter(Boolean).join('. '),
    },
    ...selonLaNature(CHAPITRES, controle, dossier, { ...controle.contexte, ...cadre }),
  ];
}
