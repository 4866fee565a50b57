import { useMemo } from 'react';
import { ecrirePeriode } from '../../droit';
import { ecrire, ecrireCompte, fraction, produit, typographier, type Quantite } from '../../nombres';
import { phraseDuBilan } from '../../rapport/natures/bilan';
import { estRefus, phraseDuRefus, type Ternaire } from '../../regles';
import type { Verdict } from '../../tableau';
import {
  fichesDuBilan,
  periodeDuBilan,
  porteUnBilan,
  type FicheDeBilan,
  type Qualitatif,
  type Suite,
} from '../etat/bilan-triennal';
import type { TableauControle } from '../etat/controles';
import { tableauxDe } from '../etat/etat';
import { ChoixDuTableau } from './choix-du-tableau';
import { Article, Chiffres, GroupeDeFiches, Lieu } from './fiches';
import { IconeDuVerdict } from './icones';
import { useEtat } from './outils';

/** L'écran « Bilan » : ce que chaque commune a réalisé de son objectif, et ce qui s'ensuit. */
export function EcranBilanTriennal() {
  return (
    <ChoixDuTableau parmi={porteUnBilan}>
      {(trouve) =>
        estRefus(trouve.resultat) ? <p>{typographier(phraseDuRefus(trouve.resultat))}</p> : <Communes trouve={trouve} />
      }
    </ChoixDuTableau>
  );
}

const GROUPES = [
  ['Objectif non atteint', 'bloquant', 'non conforme', false],
  ['À compléter', 'completer', 'indetermine', null],
  ['Objectif atteint', 'favorable', 'conforme', true],
] as const;

function Communes({ trouve }: { readonly trouve: TableauControle }) {
  const { feuilles, reglages } = useEtat();
  const fiches = useMemo(() => fichesDuBilan(trouve, tableauxDe({ feuilles }), reglages), [trouve, feuilles, reglages]);
  const periode = periodeDuBilan(trouve.tableau, reglages);
  return (
    <>
      <h2>{typographier(phraseDuBilan(fiches))}</h2>
      <p className="source">
        {typographier(`Bilan ${periode ? ecrirePeriode(periode) : 'd’une période non précisée'} : `)}
        <Article reference="L302-9-1" />
        {typographier(' ; parts de PLAI et de PLS des logements réalisés : ')}
        <Article reference="L302-8-III" />
      </p>
      {GROUPES.map(([titre, famille, verdict, atteint]) => (
        <GroupeDeFiches
          key={titre}
          titre={titre}
          famille={famille}
          icone={<IconeDuVerdict verdict={verdict} />}
          fiches={fiches.filter((f) => !f.sansObjet && (f.bilan?.quantitatif.remplie ?? null) === atteint)}
        >
          {(fiche) => <Fiche fiche={fiche} feuille={trouve.feuille} />}
        </GroupeDeFiches>
      ))}
      <GroupeDeFiches
        titre="Sans objectif à atteindre"
        famille="information"
        icone={<IconeDuVerdict verdict="rien a controler" />}
        fiches={fiches.filter((f) => f.sansObjet)}
      >
        {(fiche) => <Fiche fiche={fiche} feuille={trouve.feuille} />}
      </GroupeDeFiches>
      <p className="discret">
        {typographier(
          'Majoration : taux plancher, si la carence est prononcée ; le préfet peut aller au-delà. Période suivante : objectif de référence au plus proche, avant tout contrat.',
        )}
      </p>
    </>
  );
}

function Fiche({ fiche, feuille }: { readonly fiche: FicheDeBilan; readonly feuille: TableauControle['feuille'] }) {
  const { ligne, objectif, realises, bilan, qualitatif, suite } = fiche;
  const compte = (n: number | null) => (n === null ? '?' : ecrire(n));
  return (
    <>
      <Lieu ligne={ligne} feuille={feuille} />
      <Chiffres
        chiffres={[
          ['Objectif', compte(objectif)],
          ['Réalisés', compte(realises)],
          ...(bilan?.taux ? ([['Taux', pourcent(bilan.taux)]] as const) : []),
          ...(bilan?.majoration ? ([['Majoration', `${pourcent(bilan.majoration)} au moins`]] as const) : []),
        ]}
      />
      <p>
        <strong>{typographier('PLAI et PLS :')}</strong> <Typologie qualitatif={qualitatif} />
      </p>
      <p>
        <strong>{typographier('Période suivante :')}</strong> {typographier(phraseDeLaSuite(suite))}
      </p>
    </>
  );
}

const VERDICTS: readonly (readonly [Ternaire, Verdict, string])[] = [
  [true, 'conforme', 'conforme'],
  [false, 'non conforme', 'non conforme'],
  [null, 'indetermine', 'indéterminé'],
];

function Typologie({ qualitatif }: { readonly qualitatif: Qualitatif }) {
  if (!qualitatif) return 'rien de réalisé à examiner';
  const [, verdict, mot] = VERDICTS.find(([r]) => r === ('manque' in qualitatif ? null : qualitatif.remplie))!;
  const phrases = 'manque' in qualitatif ? `il manque ${qualitatif.manque.join(', ')}` : enPhrases(qualitatif.raisons);
  return (
    <>
      <IconeDuVerdict verdict={verdict} /> {typographier(`${mot} (${phrases})`)}
    </>
  );
}

const enPhrases = (raisons: readonly { readonly phrase: string }[]): string =>
  raisons.map(({ phrase }) => phrase).join(' ; ');

function phraseDeLaSuite(suite: Suite): string {
  if ('manque' in suite) return `pour la calculer, il faut ${suite.manque}.`;
  const { objectif, pourcent: taux, source, annee } = suite;
  const date = annee === null ? 'non daté, à vérifier,' : `au 1er janvier ${annee}`;
  const parc = `parc ${date} de la feuille « ${source} »`;
  return taux === 0
    ? `aucun objectif, le taux cible est atteint (${parc}).`
    : `${ecrireCompte(objectif.valeur.numerateur, 'logement')}, ${taux} % des manquants (${parc}).`;
}

const pourcent = (rapport: Quantite): string => `${ecrire(produit(rapport, fraction(100)), 1)} %`;
