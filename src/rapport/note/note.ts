import { epciDuTableau, adressePlage, type Controle } from '../../tableau';
import { METHODE } from '../methode';
import { colonnesPresentees, phraseDesTotaux, rangees, verdictEnTitre } from '../presentation';
import { annexe, versionsDeLaLoi } from './annexes';
import { ecrireDate, type Cadre, type Dossier } from './cadre';
import { contexte } from './contexte';
import { derogations } from './derogations';
import {
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
import { trajectoire } from './trajectoire';

/** La note d'un ou plusieurs classeurs, prête à joindre au dossier de la commission ; `cadre` en porte la date. */
export function construireNote(dossiers: readonly Dossier[], cadre: Cadre): Note {
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
            `Établie le ${ecrireDate(cadre.date)} par Mutualisation SRU ${cadre.version}, d’après ${dossiers.map((d) => `« ${d.titre} »`).join(', ')}.`,
          ),
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

const annexes = (controles: readonly Controle[]): Partie => ({
  orientation: 'paysage',
  blocs: [titre(2, controles.length > 1 ? 'Annexes : les tableaux' : 'Annexe : le tableau'), ...controles.map(annexe)],
});

function chapitre(dossier: Dossier, controle: Controle, cadre: Cadre): Bloc[] {
  const { droit } = cadre;
  const { verdict, contrat, tableau: source, inventaire } = controle;
  const epci = epciDuTableau(source.lignes, cadre.annuaire);
  const lieu = `feuille « ${source.feuille} », ${adressePlage(source.plage)}`;
  const tete: Bloc[] = [
    titre(2, epci && !inventaire ? `${epci} : ${lieu}` : `${dossier.titre} : ${lieu}`),
    {
      type: 'verdict',
      verdict,
      texte: [verdictEnTitre(controle), phraseDesTotaux(controle)].filter(Boolean).join('. '),
    },
  ];
  if (inventaire)
    return [...tete, ...blocsDeLInventaire(inventaire), ...section('Constats du contrôle', constats(controle))];
  return [
    ...tete,
    ...section('Contexte', contexte(dossier, controle, cadre)),
    ...section('Objectifs par commune', [objectifs(controle, cadre)]),
    ...section('Dérogations employées', derogations(controle, droit)),
    ...(contrat === 'aucun' ? [] : section('Accords', accords(controle))),
    ...section('Ce qui reste à recueillir', aRecueillir(controle)),
    ...section('Trajectoire', trajectoire(controle, droit)),
    ...section('Constats du contrôle', constats(controle)),
    ...section('Signataires', signatures(controle, cadre)),
  ];
}

const objectifs = (controle: Controle, { droit }: Cadre): Bloc =>
  tableau(
    'Objectifs, en logements ; manquants et planchers à l’entier supérieur',
    colonnesPresentees(controle).map((c, i) => (i === 0 ? mots(c, 28) : nombre(c, 13))),
    rangees(controle, droit),
    { total: true },
  );
