import type { Controle } from '../../tableau';
import { colonnesPresentees, rangees, type ParNature } from '../natures';
import type { CadreDuTableau, Dossier } from './cadre';
import { carences, communesDuBilan, historique } from './bilan';
import { contexte } from './contexte';
import { derogations } from './derogations';
import { mots, nombre, section, tableau, type Bloc } from './document';
import { blocsDeLInventaire } from './inventaire';
import { signatures } from './signataires';
import { accords, aRecueillir, constats } from './suites';
import { trajectoire } from './trajectoire';

/** Le chapitre d'un tableau, après son titre et son verdict, selon sa nature. */
export const CHAPITRES: ParNature<Bloc[], [Dossier, CadreDuTableau]> = {
  objectifs: (c, dossier, cadre) => [
    ...section('Contexte', contexte(dossier, c, cadre)),
    ...section('Objectifs par commune', [
      communes('Objectifs, en logements ; manquants et planchers, pris avant arrondi, à l’entier supérieur', c, cadre),
    ]),
    ...section('Dérogations employées', derogations(c, cadre.droit)),
    ...(c.contrat === 'aucun' ? [] : section('Accords', accords(c))),
    ...section('Ce qui reste à recueillir', aRecueillir(c)),
    ...section('Trajectoire', trajectoire(c, cadre.droit)),
    ...section('Constats du contrôle', constats(c)),
    ...section('Signataires', signatures(c, cadre)),
  ],
  inventaire: (c) => [...blocsDeLInventaire(c.inventaire), ...section('Constats du contrôle', constats(c))],
  bilan: (c, dossier, cadre) => [
    ...section('Contexte', contexte(dossier, c, cadre)),
    ...section('Objectifs et logements réalisés', communesDuBilan(c)),
    ...section('Communes dont la carence peut être proposée', carences(c)),
    ...section('Périodes précédentes', historique(c)),
    ...section('Constats du contrôle', constats(c)),
  ],
  rien: (c, dossier, cadre) => [
    ...section('Contexte', contexte(dossier, c, cadre)),
    ...section('Constats du contrôle', constats(c)),
  ],
};

const communes = (legende: string, controle: Controle, { droit }: CadreDuTableau): Bloc =>
  tableau(
    legende,
    colonnesPresentees(controle).map((c, i) => (i === 0 ? mots(c, 28) : nombre(c, 13))),
    rangees(controle, droit),
    { total: true },
  );
