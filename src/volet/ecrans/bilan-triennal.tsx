import { useMemo, useState } from 'react';
import { ecrirePeriode } from '../../droit';
import { typographier } from '../../nombres';
import { phraseDesCarences, phraseDuBilan, phraseDuPrelevement } from '../../rapport/natures/bilan-mots';
import { estRefus, phraseDuRefus } from '../../regles';
import { periodeDuBilan, porteUnBilan, type ControleBilan } from '../../tableau';
import { bilanDe } from '../etat/bilan';
import type { TableauControle } from '../etat/controles';
import { tableauxDe } from '../etat/etat';
import { CartesDuBilan } from './bilan-cartes';
import { FiltresDuBilan, filtrer, SANS_FILTRE } from './bilan-filtres';
import { GestesDuBilan } from './bilan-gestes';
import { TableDuBilan } from './bilan-table';
import { ChoixDuTableau } from './choix-du-tableau';
import { Article } from './fiches';
import { useEtat } from './outils';
import { useEstLarge } from './largeur';

const COMMUNES_NOMMEES = 12;

/** L'écran « Bilan » : ce que chaque commune a réalisé de ses objectifs, et ce qui s'ensuit. */
export function EcranBilanTriennal() {
  return (
    <ChoixDuTableau parmi={({ tableau }) => porteUnBilan(tableau)}>
      {(trouve) =>
        estRefus(trouve.resultat) ? <p>{typographier(phraseDuRefus(trouve.resultat))}</p> : <Communes trouve={trouve} />
      }
    </ChoixDuTableau>
  );
}

function Communes({ trouve }: { readonly trouve: TableauControle }) {
  const { feuilles } = useEtat();
  const bilan = useMemo(() => bilanDe(trouve, tableauxDe({ feuilles })), [trouve, feuilles]);
  return bilan && <Bilan bilan={bilan} trouve={trouve} />;
}

function Bilan({ bilan, trouve }: { readonly bilan: ControleBilan; readonly trouve: TableauControle }) {
  const [filtre, poser] = useState(SANS_FILTRE);
  const [large, mesurer] = useEstLarge();
  const { communes, tableau, contexte } = bilan;
  const periode = periodeDuBilan(tableau, contexte.droit.periode);
  const montrees = useMemo(() => filtrer(communes, filtre), [communes, filtre]);
  return (
    <div className="bilan" ref={mesurer}>
      <h2>{typographier(phraseDuBilan(communes))}</h2>
      <p className="source">
        {typographier(`Bilan ${periode ? ecrirePeriode(periode) : 'd’une période non précisée'} : `)}
        <Article reference="L302-9-1" />
        {typographier(' ; parts de PLAI et de PLS : ')}
        <Article reference="L302-8-III" />
      </p>
      <Phrase texte={phraseDesCarences(bilan, COMMUNES_NOMMEES)} />
      <GestesDuBilan bilan={bilan} />
      <FiltresDuBilan communes={communes} montrees={montrees.length} filtre={filtre} poser={poser} />
      {large ? (
        <TableDuBilan bilan={bilan} communes={montrees} />
      ) : (
        <CartesDuBilan communes={montrees} feuille={trouve.feuille} />
      )}
      <Phrase texte={phraseDuPrelevement(bilan)} />
      <Phrase texte="Entre parenthèses, le minimum de PLAI ou le maximum de PLS. Majoration : taux plancher, si la carence est prononcée ; le préfet peut aller au-delà. Période suivante : objectif de référence au plus proche, avant tout contrat." />
    </div>
  );
}

const Phrase = ({ texte }: { readonly texte: string }) =>
  texte === '' ? null : <p className="discret">{typographier(texte)}</p>;
