import { ecrirePeriode } from '../../droit';
import { ecrireCompte, ecrireJourEnLettres } from '../../nombres';
import type { Constat, Controle, Ligne } from '../../tableau';
import { selonLaNature, type ParNature } from '../natures';
import type { Cadre } from '../note/cadre';
import { avertissement, element, liste, paragraphe, type Bloc, type Note, type Partie } from '../note/document';
import { chapitre } from './chapitre';
import { empeche, metEnDoute } from '../note/en-doute';
import { reservesDuClasseur } from '../note/contexte';
import { lieuDe, sourceDe } from '../presentation';
import { ficheDeBilan } from './bilan';
import { historique } from './historique';
import { ficheDInventaire } from './inventaire';
import { ficheDObjectif, objectifDe } from './objectifs';
import { trouverCommune, type Trouvee } from './trouver';

export type { Trouvee } from './trouver';

export interface CadreDeFiche extends Omit<Cadre, 'annuaire'> {
  /** Le classeur d'où viennent les nombres ; vide si on ne sait pas le nommer. */
  readonly titre: string;
  readonly reserves: readonly string[];
}

/** Une fiche, en données seules ; ou la phrase qui dit pourquoi il n'y en a pas. */
export type Fiche = { readonly refus: string } | { readonly refus: null; readonly note: Note };

/** La fiche de la commune qu'un classeur contrôlé nomme ainsi. */
export function ficheDemandee(
  { controles, reserves }: { readonly controles: readonly Controle[]; readonly reserves: readonly string[] },
  { commune, ...cadre }: Omit<CadreDeFiche, 'reserves'> & { readonly commune: string },
): Fiche {
  const trouvees = trouverCommune(controles, commune);
  return typeof trouvees === 'string'
    ? { refus: trouvees }
    : { refus: null, note: ficheDe(trouvees, { ...cadre, reserves }) };
}

/** La fiche d'une commune, une partie par tableau où elle est. */
export function ficheDe(trouvees: readonly [Trouvee, ...Trouvee[]], cadre: CadreDeFiche): Note {
  const [{ controle, ligne }] = trouvees;
  return {
    titre: selonLaNature(TITRES, controle, ligne),
    pied: 'Fiche de travail, non une notification',
    parties: trouvees.map((trouvee) => partie(trouvee, trouvees.length > 1, cadre)),
  };
}

function partie(
  { controle, ligne }: Trouvee,
  plusieurs: boolean,
  { date, version, titre: classeur, reserves }: CadreDeFiche,
): Partie {
  const { tableau } = controle;
  const lieu = `feuille « ${tableau.feuille} », ${ligne.cellule('commune')}`;
  return {
    orientation: 'portrait',
    blocs: [
      ...(plusieurs ? [avertissement(`${ligne.nom}, ${lieu}`)] : []),
      ...aRegler(controle, ligne),
      ...selonLaNature(CORPS, controle, ligne),
      ...constats(controle, ligne),
      ...chapitre('D’où viennent ces nombres', [
        paragraphe(
          `Fiche de travail, non une notification. Établie le ${ecrireJourEnLettres(date)} par Mutualisation SRU ${version}, d’après ${classeur ? `« ${classeur} », ` : ''}${lieu}.`,
        ),
        ...reservesDuClasseur(reserves),
      ]),
    ],
  };
}

/** « Saint-Benoît, 2026-2028 ». */
const nommer = ({ contexte: { droit } }: Controle, { nom }: Ligne): string =>
  droit.periode ? `${nom}, ${ecrirePeriode(droit.periode)}` : nom;

const TITRES: ParNature<string, [Ligne]> = {
  objectifs: (c, ligne) => {
    const evaluee = c.lignes.find((l) => l.ligne === ligne);
    const objectif = evaluee ? objectifDe(evaluee) : null;
    if (!objectif) return `${nommer(c, ligne)} : ${objectif === 0 ? 'aucun objectif' : 'quel objectif ?'}`;
    return `${nommer(c, ligne)} : pourquoi ${ecrireCompte(objectif, 'logement')} ?`;
  },
  bilan: (c, ligne) => `${nommer(c, ligne)} : bilan triennal`,
  inventaire: (_, { nom }) => `${nom} : inventaire publié`,
  rien: (_, { nom }) => nom,
};

const CORPS: ParNature<Bloc[], [Ligne]> = {
  objectifs: (c, ligne) =>
    c.lignes
      .filter((l) => l.ligne === ligne)
      .flatMap((l) => [...ficheDObjectif(l, c), ...historique(ligne, c.tableau)]),
  bilan: (c, ligne) => c.communes.filter((x) => x.ligne === ligne).flatMap((x) => ficheDeBilan(x, c)),
  inventaire: (c, ligne) =>
    c.inventaire.communes
      .filter((x) => x.ligne === ligne)
      .flatMap((x) => [...ficheDInventaire(x), ...historique(ligne, c.tableau)]),
  rien: () => [paragraphe('Ce tableau ne porte ni objectif, ni de quoi en calculer un.')],
};

/** Ce qui met la fiche en doute, avant ses nombres ; d'un bilan, ce qui est manqué en est la conclusion même. */
function aRegler(controle: Controle, ligne: Ligne): Bloc[] {
  const decide = controle.nature === 'bilan' ? (c: Constat) => c.empecheDeConclure || metEnDoute(c) : empeche;
  const decisif = controle.constats.find((c) => c.ligne === ligne && decide(c));
  if (!decisif) return [];
  const verdict = decisif.gravite === 'bloquant' ? 'non conforme' : 'indetermine';
  return [{ type: 'verdict', verdict, texte: `À régler d’abord : ${decisif.message}` }];
}

const constats = ({ constats: tous }: Controle, ligne: Ligne): Bloc[] => {
  const siens = tous.filter((c) => c.ligne === ligne);
  return chapitre(
    'Ce que le contrôle en dit',
    siens.length === 0
      ? [paragraphe('Aucun constat sur cette commune.')]
      : [liste(siens.map((c) => element(lieuDe({ ...c, commune: null }), c.message, `${c.code}, ${sourceDe(c)}`)))],
  );
};
