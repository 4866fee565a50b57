import { ecrirePeriode, PERIODES_EN_VIGUEUR } from '../../droit';
import { estDecisive, NOMS, OBJECTIFS_COMPARES, type Colonne } from '../colonnes';
import { cleEntete } from '../entete';
import type { Tableau } from '../lecture/tableaux';
import type { Question } from '../precisions';
import { ouiOuNon, sansEffet } from '../precisions';
import { abreger, normaliser } from '../texte';
import { constat, type Constat } from './constats';
import type { Sujet } from '../alentours';
import { estAccepte, type Contexte } from './contexte';
import { blancs, coupees, feuillesIncomprises, masquees, placeDe } from './feuilles';

/** Ce que le tableau fait juger : un contrat, des références seules, un bilan. */
export type Enjeu = 'contrat' | 'references' | 'bilan';

/**
 * Ce que la lecture laisse ouvert : colonnes, lignes et textes non compris, contradictions, cellules barrées ou sans valeur. Rien
 * de ce qui pourrait changer le verdict n'est tu ; un texte sur l'avis ou l'accord ne change rien à un bilan.
 */
export function verifierSorts(tableau: Tableau, contexte: Contexte, enjeu: Enjeu): Constat[] {
  return [
    ...colonnesNonComprises(tableau),
    ...(enjeu === 'bilan' ? [] : disputees(tableau)),
    ...lignes(tableau),
    ...textes(tableau, contexte, enjeu),
    ...(enjeu === 'bilan' ? [] : contradictions(contexte)),
    ...milliers(tableau),
    ...barrees(tableau),
    ...sansValeur(tableau),
    ...otees(tableau, contexte),
    ...masquees(tableau),
    ...coupees(tableau),
    ...blancs(tableau),
    ...feuillesIncomprises(tableau, contexte),
  ];
}

/** Une colonne dont le sens nous échappe et pourrait être ce que le contrôle compare. */
export function colonnesNonComprises({ nonComprises }: Tableau): Constat[] {
  return nonComprises.map(({ texte, cellule }) => {
    const entete = cleEntete(texte);
    const nom = abreger(texte.replace(/\s+/g, ' '));
    const question: Question = {
      texte: `Que dit la colonne « ${nom} » ?`,
      choix: [
        { libelle: 'L’objectif du contrat', precision: { quoi: 'colonne', entete, colonne: 'objectif_contrat' } },
        { libelle: 'La référence', precision: { quoi: 'colonne', entete, colonne: 'objectif_reference' } },
        { libelle: 'Rien qui compte', precision: { quoi: 'colonne', entete, colonne: 'sans effet' } },
      ],
    };
    return constat('NON_COMPRIS', null, { quoi: 'colonne', texte: nom, lieu: cellule }, { cellule, question });
  });
}

const DISPUTABLES: ReadonlySet<Colonne> = new Set<Colonne>([
  'residences_principales',
  'logements_sociaux',
  'taux_cible',
  'rang_triennal',
  'objectif_reference',
  'periodes_consecutives_abaissees',
]);

/** Deux colonnes pour un même sens : aucune n'est lue, et ce qu'elles auraient fait juger ne doit pas manquer en silence. */
function disputees({ ambigues }: Tableau): Constat[] {
  return [...ambigues].flatMap(([colonne, rivales]) => {
    if (!DISPUTABLES.has(colonne)) return [];
    return rivales.map(({ texte, cellule }) => {
      const entete = cleEntete(texte);
      const nom = abreger(texte.replace(/\s+/g, ' '));
      const question: Question = {
        texte: `Plusieurs colonnes disent ${NOMS[colonne]} : faut-il lire « ${nom} » ?`,
        choix: [
          { libelle: 'Oui, celle-ci', precision: { quoi: 'colonne', entete, colonne } },
          { libelle: 'Non', precision: { quoi: 'colonne', entete, colonne: 'sans effet' } },
        ],
      };
      return constat('NON_COMPRIS', null, { quoi: 'colonne', texte: nom, lieu: cellule }, { cellule, question });
    });
  });
}

function lignes({ douteuses }: Tableau): Constat[] {
  return douteuses.map(({ ligne, motif }) => {
    const nom = normaliser(ligne.nom);
    const question = ouiOuNon(`« ${ligne.nom} » est-elle une commune de ce tableau ? (${motif})`, (oui) => ({
      quoi: 'ligne',
      nom,
      sort: oui ? 'commune' : 'ecartee',
    }));
    const lieu = ligne.cellule('commune');
    return constat('NON_COMPRIS', ligne, { quoi: 'ligne', texte: ligne.nom, lieu }, { question });
  });
}

/** D'un bilan ou de références, ce qui est écrit autour ne change rien ; un commentaire posé sur un nombre comparé le met en doute. */
function textes({ lignes: lues }: Tableau, { lecture }: Contexte, enjeu: Enjeu): Constat[] {
  const nonCompris = lecture?.nonCompris ?? [];
  const comparees = new Set(
    enjeu === 'contrat' ? [] : lues.flatMap((ligne) => [...OBJECTIFS_COMPARES, 'realises' as const].map(ligne.cellule)),
  );
  const dits = enjeu === 'contrat' ? nonCompris : nonCompris.filter((t) => t.commentaire && comparees.has(t.cellule));
  return dits.map(({ texte, cellule, commentaire }) => {
    const question = sansEffet('Ce texte change-t-il quelque chose à ce tableau ?', 'Non, il ne change rien', texte);
    const lieu = commentaire ? `commentaire de ${cellule}` : cellule;
    const details = { quoi: 'texte', texte: abreger(texte), lieu } as const;
    return constat('NON_COMPRIS', null, details, { ...placeDe(cellule), question });
  });
}

const contradictions = (contexte: Contexte): Constat[] =>
  (contexte.lecture?.contradictions ?? [])
    .filter(({ phrase }) => !estAccepte(contexte, phrase))
    .map(({ sujet, phrase, cellules, tranchee = false }) => {
      const [cellule] = cellules;
      const question = tranchee ? undefined : questionDe(sujet, phrase);
      const precisions = {
        empecheDeConclure: !tranchee,
        ...(cellule && placeDe(cellule)),
        ...(question && { question }),
      };
      return constat('CONTEXTE_CONTRADICTOIRE', null, { phrase }, precisions);
    });

/** Ce qui tranche deux textes qui ne s'accordent pas ; le PLH et l'avis ont déjà leur question. */
function questionDe(sujet: Sujet, phrase: string): Question | undefined {
  if (sujet === 'plh' || sujet === 'avis') return undefined;
  if (sujet === 'periode') {
    const choix = PERIODES_EN_VIGUEUR.map(ecrirePeriode).map((valeur) => ({
      libelle: valeur,
      precision: { quoi: 'periode', valeur } as const,
    }));
    return { texte: 'Quelle est la période de ce tableau ?', choix };
  }
  if (sujet === 'genre') {
    const choix = [
      { libelle: 'Mutualisant', precision: { quoi: 'contrat', valeur: 'cims' } as const },
      { libelle: 'Abaissants', precision: { quoi: 'contrat', valeur: 'cms' } as const },
    ];
    return { texte: 'Quels contrats ce tableau porte-t-il ?', choix };
  }
  return sansEffet('Le tableau vaut-il tel qu’il est écrit ?', 'Oui, tel quel', phrase);
}

const milliers = ({ enMilliers }: Tableau): Constat[] =>
  enMilliers
    ? [
        constat(
          'UNITE',
          null,
          { texte: abreger(enMilliers.texte), lieu: enMilliers.cellule },
          {
            cellule: enMilliers.cellule,
            question: sansEffet(
              'Les nombres de ce tableau sont-ils bien écrits à l’unité ?',
              'Oui, à l’unité',
              enMilliers.texte,
            ),
          },
        ),
      ]
    : [];

/** Une commune barrée l'est souvent toute : un constat par ligne. */
function barrees({ lignes: lues }: Tableau): Constat[] {
  return lues.flatMap((ligne) => {
    const [colonne] = ligne.barrees;
    if (!colonne) return [];
    const nom = normaliser(ligne.nom);
    const entiere = ligne.barrees.some((c) => c === 'commune' || c === 'code_insee');
    const texte = entiere ? ligne.nom : String(ligne.ecrit(colonne)?.valeur ?? '');
    const question = entiere
      ? ouiOuNon(`« ${ligne.nom} » est barrée : compte-t-elle encore ?`, (oui) => ({
          quoi: 'ligne',
          nom,
          sort: oui ? 'commune' : 'ecartee',
        }))
      : undefined;
    return [constat('CELLULE_BARREE', ligne, { texte }, { colonne, ...(question && { question }) })];
  });
}

const sansValeur = ({ lignes: lues }: Tableau): Constat[] =>
  lues.flatMap((ligne) => {
    const [colonne] = ligne.sansValeur;
    return colonne ? [constat('FORMULE_SANS_VALEUR', ligne, {}, { colonne })] : [];
  });

/** « 60 » à côté d'un passage barré, ou d'un appel de note : on lit 60, et on le fait confirmer. */
function otees({ lignes: lues }: Tableau, contexte: Contexte): Constat[] {
  return lues.flatMap((ligne) =>
    ligne.otees
      .filter((colonne) => estDecisive(colonne, false))
      .flatMap((colonne) => {
        const cellule = ligne.ecrit(colonne);
        const [lu, ote] = [String(cellule?.valeur ?? ''), cellule?.ote ?? ''];
        const cle = `${ligne.nom} ${colonne} ${lu} ${ote}`;
        if (estAccepte(contexte, cle)) return [];
        const texte = `${lu} (à côté : ${abreger(ote)})`;
        const question = sansEffet(`Faut-il lire « ${lu} » ?`, `Oui, ${lu}`, cle);
        const lieu = ligne.cellule(colonne);
        return [constat('NON_COMPRIS', ligne, { quoi: 'cellule', texte, lieu }, { colonne, question })];
      }),
  );
}
