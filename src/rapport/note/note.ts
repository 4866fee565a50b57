import { ecrireJourEnLettres } from '../../nombres';
import { adressePlage, type Controle } from '../../tableau';
import { groupementsDe } from '../groupements';
import { METHODE } from '../methode';
import { colonnesPresentees, phraseDesTotaux, rangees, verdictEnTitre } from '../presentation';
import type { Cadre, Dossier } from './cadre';
import { contexte } from './contexte';
import { derogations } from './derogations';
import {
  avertissement,
  element,
  liste,
  mots,
  nombre,
  paragraphe,
  section,
  tableau,
  titre,
  type Bloc,
  type Note,
  type Partie,
} from './document';
import { blocsDeLInventaire } from './inventaire';
import { signatures } from './signataires';
import { accords, aRecueillir, constats } from './suites';
import { tableauControle } from './tableau-controle';
import { trajectoire } from './trajectoire';
import { versionsDeLaLoi } from './versions-de-la-loi';

/**
 * La note d'un ou plusieurs classeurs, prête à joindre au dossier de la commission ; `cadre` en porte la date. Elle ne se dit établie
 * que d'après ceux qui ont été lus.
 */
export function construireNote(recus: readonly Dossier[], cadre: Cadre): Note {
  const dossiers = recus.filter((d) => d.erreur === null);
  const controles = dossiers.flatMap((d) => d.controles);
  const controlesDeContrat = controles.filter((c) => !c.inventaire);
  const mutualise = controlesDeContrat.some((c) => c.contrat === 'cims');
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
          ...versionsDeLaLoi(dossiers, cadre),
        ],
      },
      ...(controlesDeContrat.length > 0 ? [annexes(controlesDeContrat)] : []),
    ],
  };
}

function nonLus(recus: readonly Dossier[]): Bloc[] {
  const elements = recus.flatMap(({ titre: nom, erreur }) => (erreur === null ? [] : [element(nom, erreur)]));
  return elements.length === 0 ? [] : [avertissement('Fichiers demandés et non contrôlés :'), liste(elements)];
}

const annexes = (controles: readonly Controle[]): Partie => ({
  orientation: 'paysage',
  blocs: [
    titre(2, controles.length > 1 ? 'Annexes : les tableaux' : 'Annexe : le tableau'),
    ...controles.flatMap(tableauControle),
  ],
});

function chapitre(dossier: Dossier, controle: Controle, cadre: Cadre): Bloc[] {
  const { droit } = cadre;
  const { verdict, contrat, tableau: source, inventaire, bilan } = controle;
  const epcis = inventaire ? [] : groupementsDe(controle, cadre.annuaire).flatMap(({ epci }) => epci ?? []);
  const lieu = `feuille « ${source.feuille} », ${adressePlage(source.plage)}`;
  const tete: Bloc[] = [
    titre(2, `${epcis.length === 1 ? epcis[0]! : dossier.titre} : ${lieu}`),
    {
      type: 'verdict',
      verdict,
      texte: [verdictEnTitre(controle), phraseDesTotaux(controle)].filter(Boolean).join('. '),
    },
  ];
  if (inventaire)
    return [...tete, ...blocsDeLInventaire(inventaire), ...section('Constats du contrôle', constats(controle))];
  if (bilan)
    return [
      ...tete,
      ...section('Contexte', contexte(dossier, controle, cadre)),
      ...section('Objectifs et logements réalisés', [
        communes(
          'Objectif, celui du contrat s’il y en a un ; majoration plancher si la carence est prononcée',
          controle,
          cadre,
        ),
      ]),
      ...section('Constats du contrôle', constats(controle)),
    ];
  return [
    ...tete,
    ...section('Contexte', contexte(dossier, controle, cadre)),
    ...section('Objectifs par commune', [
      communes('Objectifs, en logements ; manquants et planchers à l’entier supérieur', controle, cadre),
    ]),
    ...section('Dérogations employées', derogations(controle, droit)),
    ...(contrat === 'aucun' ? [] : section('Accords', accords(controle))),
    ...section('Ce qui reste à recueillir', aRecueillir(controle)),
    ...section('Trajectoire', trajectoire(controle, droit)),
    ...section('Constats du contrôle', constats(controle)),
    ...section('Signataires', signatures(controle, cadre)),
  ];
}

const communes = (legende: string, controle: Controle, { droit }: Cadre): Bloc =>
  tableau(
    legende,
    colonnesPresentees(controle).map((c, i) => (i === 0 ? mots(c, 28) : nombre(c, 13))),
    rangees(controle, droit),
    { total: true },
  );
