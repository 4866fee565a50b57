import type { IdReference } from '../../droit';
import { ecrireJourEnLettres } from '../../nombres';
import { adressePlage, contratDe, type Controle } from '../../tableau';
import { groupementsDe } from '../groupements';
import { METHODE } from '../methode';
import { portraitDe } from '../portrait/portrait';
import { phraseDesTotaux, selonLaNature, verdictEnTitre } from '../natures';
import type { Cadre, Dossier } from './cadre';
import { CHAPITRES } from './chapitres';
import { avertissement, element, liste, paragraphe, titre, type Bloc, type Note, type Partie } from './document';
import { tableauControle } from './tableau-controle';
import { referencesCitees, versionsDeLaLoi } from './versions-de-la-loi';

/** Ce qu'un dossier apporte à la note, en données seules : elles passent d'un fil à l'autre. */
export type Extrait = Lu | NonLu;

interface NonLu {
  readonly titre: string;
  readonly erreur: string;
}

interface Lu {
  readonly titre: string;
  readonly erreur: null;
  readonly mutualise: boolean;
  readonly chapitres: readonly Bloc[];
  /** Un tableau contrôlé, en une ou plusieurs pages. */
  readonly annexes: readonly (readonly Bloc[])[];
  readonly citees: readonly IdReference[];
}

export function extraire(dossier: Dossier, cadre: Cadre): Extrait {
  const { titre: nom, controles, erreur } = dossier;
  if (erreur !== null) return { titre: nom, erreur };
  return {
    titre: nom,
    erreur,
    mutualise: controles.some((c) => contratDe(c) === 'cims'),
    chapitres: controles.flatMap((c) => chapitre(dossier, c, cadre)),
    annexes: controles.flatMap((c) => (c.nature === 'objectifs' || c.nature === 'bilan' ? [tableauControle(c)] : [])),
    citees: [...new Set(controles.flatMap(referencesCitees))],
  };
}

/** La note d'un ou plusieurs classeurs, prête à joindre au dossier de la commission ; `cadre` en porte la date. */
export const construireNote = (dossiers: readonly Dossier[], cadre: Cadre): Note =>
  assembler(
    dossiers.map((dossier) => extraire(dossier, cadre)),
    cadre,
  );

/** La note des extraits ; elle ne se dit établie que d'après ceux qui ont été lus. */
export function assembler(recus: readonly Extrait[], cadre: Omit<Cadre, 'annuaire'>): Note {
  const lus = recus.filter((d) => d.erreur === null);
  const tableaux = lus.flatMap((d) => d.annexes);
  return {
    titre: lus.some((d) => d.mutualise)
      ? 'Contrat de mixité sociale mutualisant : note pour la commission nationale SRU'
      : 'Objectifs de logement social (SRU) : note de contrôle',
    parties: [
      {
        orientation: 'portrait',
        blocs: [
          paragraphe(
            `Établie le ${ecrireJourEnLettres(cadre.date)} par Mutualisation SRU ${cadre.version}, d’après ${lus.map((d) => `« ${d.titre} »`).join(', ')}.`,
          ),
          ...nonLus(recus),
          ...lus.flatMap((d) => d.chapitres),
          titre(2, 'Méthode et arrondis'),
          liste(METHODE.map((phrase) => element('', phrase))),
          ...versionsDeLaLoi(new Set(lus.flatMap((d) => d.citees))),
        ],
      },
      ...(tableaux.length > 0 ? [annexes(tableaux)] : []),
    ],
  };
}

function nonLus(recus: readonly Extrait[]): Bloc[] {
  const elements = recus.flatMap(({ titre: nom, erreur }) => (erreur === null ? [] : [element(nom, erreur)]));
  return elements.length === 0 ? [] : [avertissement('Fichiers demandés et non contrôlés :'), liste(elements)];
}

const annexes = (tableaux: readonly (readonly Bloc[])[]): Partie => ({
  orientation: 'paysage',
  blocs: [titre(2, tableaux.length > 1 ? 'Annexes : les tableaux' : 'Annexe : le tableau'), ...tableaux.flat()],
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
      portrait: portraitDe(controle, dossier.titre),
    },
    ...selonLaNature(CHAPITRES, controle, dossier, { ...controle.contexte, ...cadre }),
  ];
}
