import { ecrire, typographier } from '../../nombres';
import { CERTITUDES_EN_MOTS, groupes, type Groupe } from '../../rapport/presentation';
import { correctionDe, type Constat, type Controle } from '../../tableau';
import type { TableauControle } from '../etat/controles';
import { NomDeCommune } from './commune';
import { Article, Chiffres } from './fiches';
import { IconeDeFamille, type Famille } from './icones';
import { CheminDeCellule } from './lieu';
import { Liste } from './liste';
import { UneQuestion } from './question';

const FAMILLES: Readonly<Record<Groupe['signe'], Famille>> = {
  '✗': 'bloquant',
  '?': 'completer',
  '!': 'alerte',
  i: 'information',
};

/** Les constats d'un tableau, du plus grave au moins grave. */
export function Constats({ controle, trouve }: { readonly controle: Controle; readonly trouve: TableauControle }) {
  return groupes(controle.constats).map((groupe) => <Famille key={groupe.titre} groupe={groupe} trouve={trouve} />);
}

function Famille({ groupe, trouve }: { readonly groupe: Groupe; readonly trouve: TableauControle }) {
  const famille = FAMILLES[groupe.signe]!;
  const titre = (
    <h3>
      <IconeDeFamille famille={famille} />
      {groupe.titre} ({groupe.constats.length})
    </h3>
  );
  const liste = (
    <Liste elements={groupe.constats} className="constats">
      {(constat, i) => <UnConstat key={i} constat={constat} trouve={trouve} />}
    </Liste>
  );
  // Une information ne demande rien : elle se déplie. Sauf si elle pose une question.
  if (famille === 'information' && !groupe.constats.some((c) => c.question))
    return (
      <details className={`famille ${famille}`}>
        <summary>{titre}</summary>
        {liste}
      </details>
    );
  return (
    <section className={`famille ${famille}`}>
      {titre}
      {liste}
    </section>
  );
}

function UnConstat({ constat, trouve }: { readonly constat: Constat; readonly trouve: TableauControle }) {
  const { commune, cellule, feuille, message, attendu, constate, reference, certitude, question } = constat;
  return (
    <li className="constat">
      <p className="lieu">
        <strong>
          <Objet constat={constat} />
        </strong>
        {cellule && <CheminDeCellule trouve={trouve} cellule={cellule} feuille={feuille} quoi={commune ?? undefined} />}
      </p>
      <p>{message}</p>
      {attendu !== null && constate !== null && (
        <Chiffres
          chiffres={[
            ['Constaté', ecrire(constate)],
            ['Attendu', ecrire(attendu)],
          ]}
        />
      )}
      {question && <UneQuestion question={question} />}
      <p>
        <strong>{typographier('Que faire :')}</strong> {correctionDe(constat)}
      </p>
      <p className="source">
        <Article reference={reference} />
        {' · '}
        {CERTITUDES_EN_MOTS[certitude]}
      </p>
    </li>
  );
}

/** La commune d'un constat, qui ouvre sa fiche ; le total que le tableau affiche n'en a pas. */
function Objet({ constat: { commune, ligne, cellule } }: { readonly constat: Constat }) {
  if (commune && ligne?.feuille) return <NomDeCommune ligne={{ ...ligne, feuille: ligne.feuille, nom: commune }} />;
  if (commune) return commune;
  if (!ligne) return 'Ensemble du tableau';
  return ligne.commune === undefined ? 'Total' : `Ligne de ${cellule}`;
}
