import { Link } from 'office-ui-fabric-react/lib/Link';
import { ecrire, typographier } from '../../nombres';
import { CERTITUDES_EN_MOTS, groupes, type Groupe } from '../../rapport/presentation';
import { correctionDe, type Constat, type Controle } from '../../tableau';
import { Article, Chiffres } from './fiches';
import { IconeDeFamille, type Famille } from './icones';
import { Liste } from './liste';
import { useVolet } from './outils';

const FAMILLES: Readonly<Record<Groupe['signe'], Famille>> = {
  '✗': 'bloquant',
  '?': 'completer',
  '!': 'alerte',
  i: 'information',
};

/** Les constats d'un tableau, du plus grave au moins grave. */
export function Constats({ controle, feuille }: { readonly controle: Controle; readonly feuille: string }) {
  return groupes(controle.constats).map((groupe) => <Famille key={groupe.titre} groupe={groupe} feuille={feuille} />);
}

function Famille({ groupe, feuille }: { readonly groupe: Groupe; readonly feuille: string }) {
  const famille = FAMILLES[groupe.signe]!;
  const titre = (
    <h3>
      <IconeDeFamille famille={famille} />
      {groupe.titre} ({groupe.constats.length})
    </h3>
  );
  const liste = (
    <Liste elements={groupe.constats} className="constats">
      {(constat, i) => <UnConstat key={i} constat={constat} feuille={feuille} />}
    </Liste>
  );
  // Une information ne demande rien : elle se déplie.
  if (famille === 'information')
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

function UnConstat({ constat, feuille }: { readonly constat: Constat; readonly feuille: string }) {
  const volet = useVolet();
  const { commune, cellule, message, attendu, constate, reference, certitude } = constat;
  return (
    <li className="constat">
      <p className="lieu">
        <strong>{commune ?? (cellule ? 'Total' : 'Ensemble du tableau')}</strong>
        {cellule !== null && (
          <Link
            onClick={() => void volet.allerA({ feuille, adresse: cellule })}
            aria-label={`Aller à la cellule ${cellule}${commune ? `, ${commune}` : ''}`}
          >
            {cellule}
          </Link>
        )}
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
