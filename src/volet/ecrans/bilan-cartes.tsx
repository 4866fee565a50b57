import { ecrire, ecrireEuros, typographier } from '../../nombres';
import {
  ISSUES_EN_PHRASES,
  manquesDe,
  nomDuPasse,
  passeEnMots,
  phraseDeLaSuite,
  pourcent,
} from '../../rapport/natures/bilan-mots';
import { ISSUES, parManque, type CommuneDressee, type IssueDuBilan, type Verdict } from '../../tableau';
import type { TableauControle } from '../etat/controles';
import { Chiffres, GroupeDeFiches, Lieu } from './fiches';
import { IconeDuVerdict } from './icones';

/** L'air de chaque issue, le même en cartes et en table. */
export const FAMILLES: Readonly<
  Record<
    IssueDuBilan,
    { readonly famille: 'bloquant' | 'completer' | 'information' | 'favorable'; readonly verdict: Verdict }
  >
> = {
  manqué: { famille: 'bloquant', verdict: 'non conforme' },
  'à compléter': { famille: 'completer', verdict: 'indetermine' },
  'objectif atteint': { famille: 'completer', verdict: 'indetermine' },
  tenu: { famille: 'favorable', verdict: 'conforme' },
  'sans objet': { famille: 'information', verdict: 'rien a controler' },
};

interface Cartes {
  readonly communes: readonly CommuneDressee[];
  readonly feuille: TableauControle['feuille'];
}

/** Les communes en cartes, par issue, de ce qui manque le plus à ce qui manque le moins : le volet étroit. */
export function CartesDuBilan({ communes, feuille }: Cartes) {
  const rangees = parManque(communes);
  return ISSUES.map((issue) => (
    <GroupeDeFiches
      key={issue}
      titre={ISSUES_EN_PHRASES[issue]}
      famille={FAMILLES[issue].famille}
      icone={<IconeDuVerdict verdict={FAMILLES[issue].verdict} />}
      fiches={rangees.filter((c) => c.issue === issue)}
    >
      {(commune) => <Carte commune={commune} feuille={feuille} />}
    </GroupeDeFiches>
  ));
}

function Carte({ commune, feuille }: { readonly commune: CommuneDressee; readonly feuille: Cartes['feuille'] }) {
  const { ligne, objectif, realises, bilan, atteint, sansObjet, qualitatif, prelevement, suite, passe } = commune;
  const compte = (n: number | null) => (n === null ? '?' : ecrire(n));
  const chiffres: (readonly [string, string])[] = [
    ['Objectif', compte(objectif)],
    ['Réalisés', compte(realises)],
    ...(bilan?.taux ? ([['Taux', pourcent(bilan.taux)]] as const) : []),
    ...(atteint === false && bilan?.majoration
      ? ([['Majoration', `${pourcent(bilan.majoration)} au moins`]] as const)
      : []),
    ...(prelevement.prelevement ? ([['Prélèvement', ecrireEuros(prelevement.prelevement.valeur)]] as const) : []),
    ...(atteint === false && prelevement.majore
      ? ([['Majoré', `${ecrireEuros(prelevement.majore.calcul.valeur)} au moins`]] as const)
      : []),
  ];
  const manques = manquesDe(commune);
  return (
    <>
      <Lieu ligne={ligne} feuille={feuille} />
      <Chiffres chiffres={chiffres} />
      {manques && <Ligne titre="Il manque" texte={`${manques}.`} />}
      {!sansObjet && <Ligne titre="PLAI et PLS" texte={`${qualitatif.plai.phrase} ; ${qualitatif.pls.phrase}.`} />}
      {passe.length > 0 && (
        <Ligne
          titre="Périodes précédentes"
          texte={`${passe.map((p) => `${nomDuPasse(p)}, ${passeEnMots(p)}`).join(' ; ')}.`}
        />
      )}
      <Ligne titre="Période suivante" texte={phraseDeLaSuite(suite)} />
    </>
  );
}

const Ligne = ({ titre, texte }: { readonly titre: string; readonly texte: string }) => (
  <p>
    <strong>{typographier(`${titre} :`)}</strong> {typographier(texte)}
  </p>
);
