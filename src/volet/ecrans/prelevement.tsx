import { useMemo } from 'react';
import { ecrire, ecrireCompte, ecrireEuros, fraction, produit, typographier } from '../../nombres';
import { estRefus, phraseDuRefus, type Etape } from '../../regles';
import type { Exoneration } from '../../tableau';
import type { TableauControle } from '../etat/controles';
import { tableauxDe } from '../etat/etat';
import {
  colonnesAbsentes,
  estDiteNonSoumise,
  estPrelevee,
  fichesDePrelevement,
  portePrelevement,
  totalDu,
  type FicheDePrelevement,
  type Majoration,
} from '../etat/prelevement';
import { ChoixDuTableau } from './choix-du-tableau';
import { Article, Chiffres, GroupeDeFiches, Lieu } from './fiches';
import { IconeDeFamille, type Famille } from './icones';
import { useEtat } from './outils';

/** L'écran « Prélèvement » : ce que chaque commune doit, et le calcul qui y mène. */
export function EcranPrelevement() {
  return (
    <ChoixDuTableau parmi={portePrelevement}>
      {(trouve) =>
        estRefus(trouve.resultat) ? <p>{typographier(phraseDuRefus(trouve.resultat))}</p> : <Communes trouve={trouve} />
      }
    </ChoixDuTableau>
  );
}

type Groupe = 'prélevée' | 'à compléter' | 'sans prélèvement';
const GROUPES: readonly (readonly [Groupe, string, 'information' | 'completer' | 'favorable', Famille])[] = [
  ['à compléter', 'À compléter', 'completer', 'completer'],
  ['prélevée', 'Prélevées', 'information', 'information'],
  ['sans prélèvement', 'Sans prélèvement', 'favorable', 'information'],
];
const groupeDe = (fiche: FicheDePrelevement): Groupe =>
  !fiche.prelevement ? 'à compléter' : estPrelevee(fiche) ? 'prélevée' : 'sans prélèvement';

function Communes({ trouve }: { readonly trouve: TableauControle }) {
  const { feuilles, reglages } = useEtat();
  const fiches = useMemo(() => fichesDePrelevement(trouve, tableauxDe({ feuilles })), [trouve, feuilles, reglages]);
  const absentes = colonnesAbsentes(trouve);
  const calculees = fiches.filter((f) => f.prelevement).length;
  return (
    <>
      <h2>
        {typographier(
          calculees === 0
            ? 'Le tableau ne permet de calculer aucun prélèvement.'
            : `Prélèvements nets : ${ecrireEuros(totalDu(fiches))} pour ${ecrireCompte(fiches.filter(estPrelevee).length, 'commune')} sur ${ecrire(fiches.length)}`,
        )}
      </h2>
      {absentes.length > 0 && (
        <section className="famille completer">
          <h3>
            <IconeDeFamille famille="completer" />
            Il manque au tableau
          </h3>
          <ul className="textes">
            {absentes.map((colonne) => (
              <li key={colonne}>{typographier(colonne)}</li>
            ))}
          </ul>
        </section>
      )}
      {(absentes.length === 0 || calculees > 0) &&
        GROUPES.map(([groupe, titre, famille, icone]) => (
          <GroupeDeFiches
            key={titre}
            titre={titre}
            famille={famille}
            icone={<IconeDeFamille famille={icone} />}
            fiches={fiches.filter((f) => groupeDe(f) === groupe)}
          >
            {(fiche) => <Fiche fiche={fiche} feuille={trouve.feuille} />}
          </GroupeDeFiches>
        ))}
      <p className="discret">
        {typographier(
          'Avant les dépenses déductibles et le report du surplus, que le tableau ne porte pas : la fonction SRU.PRELEVEMENT les reçoit. Dépenses de fonctionnement : celles de l’avant-dernier exercice.',
        )}
      </p>
    </>
  );
}

interface PropsDeFiche {
  readonly fiche: FicheDePrelevement;
  readonly feuille: TableauControle['feuille'];
}

function Fiche({ fiche: { ligne, manque, prelevement, sort, majoration }, feuille }: PropsDeFiche) {
  return (
    <>
      <Lieu ligne={ligne} feuille={feuille} />
      {manque.length > 0 && <p>{typographier(`Il faut ${manque.join(' ; ')}.`)}</p>}
      {prelevement && (
        <Chiffres
          chiffres={[
            ['Brut', ecrireEuros(prelevement.brut)],
            ['Plafond', ecrireEuros(prelevement.plafond)],
            ['Net', ecrireEuros(prelevement.valeur)],
          ]}
        />
      )}
      {estDiteNonSoumise(ligne) && <p>Le tableau la dit non soumise au prélèvement.</p>}
      {sort && (
        <p>
          <strong>{typographier('Exonération :')}</strong> {typographier(phraseDuSort(sort))}
        </p>
      )}
      {majoration && (
        <p>
          <strong>{typographier(majoration.prononcee ? 'Majoré (carence) :' : 'Majoré, si carence :')}</strong>{' '}
          {typographier(phraseDeLaMajoration(majoration))}
        </p>
      )}
      {prelevement && (
        <Trace etapes={[...prelevement.etapes, ...(majoration?.montant?.calcul.etapes ?? [])]} nom={ligne.commune} />
      )}
    </>
  );
}

const phraseDuSort = ({ exoneree, raisons }: Exoneration): string =>
  `${exoneree === null ? 'à préciser' : exoneree ? 'oui' : 'non'} (${raisons.join(' ; ')})`;

function phraseDeLaMajoration({ montant }: Majoration): string {
  if (!montant) return 'donner l’objectif et les réalisés de la commune dans un seul tableau de bilan du classeur.';
  const { calcul, siPotentielEleve, potentielEleve } = montant;
  const autre = siPotentielEleve
    ? ` ; ${ecrireEuros(siPotentielEleve.valeur)} si son potentiel fiscal atteint ${potentielEleve} % de la médiane`
    : '';
  return `${ecrireEuros(calcul.valeur)} au moins${autre}`;
}

function Trace({ etapes, nom }: { readonly etapes: readonly Etape[]; readonly nom: string }) {
  return (
    <details className="trace">
      <summary>
        Le calcul, étape par étape<span className="hors-ecran">{`, ${nom}`}</span>
      </summary>
      <ol>
        {etapes.map((etape, i) => (
          <li key={i}>
            <strong>{typographier(`${etape.nom} : ${valeurDe(etape)}`)}</strong>
            <br />
            {typographier(etape.formule)}
            <span className="source">
              {' · '}
              <Article reference={etape.reference} />
              {etape.certitude !== 'texte' && ` · ${etape.certitude}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function valeurDe({ valeur, unite }: Etape): string {
  if (typeof valeur === 'string') return valeur;
  if (unite === '€') return ecrireEuros(valeur);
  return unite === 'ratio' ? `${ecrire(produit(valeur, fraction(100)))} %` : `${ecrire(valeur)} ${unite}`.trimEnd();
}
