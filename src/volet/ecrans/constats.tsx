import { Link } from 'office-ui-fabric-react/lib/Link';
import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { useState } from 'react';
import { REFERENCES } from '../../droit';
import { ecrire, typographier } from '../../nombres';
import { groupes, type Groupe } from '../../rapport/presentation';
import { correctionDe, type Constat, type Controle } from '../../tableau';
import { IconeDeFamille, type Famille } from './icones';
import { useVolet } from './outils';

const FAMILLES: Readonly<Record<Groupe['signe'], Famille>> = {
  '✗': 'bloquant',
  '?': 'completer',
  '!': 'alerte',
  i: 'information',
};
const MONTRES = 50;

/** Les constats d'un tableau, du plus grave au moins grave. */
export function Constats({ controle, feuille }: { readonly controle: Controle; readonly feuille: string }) {
  return groupes(controle.constats).map((groupe) => <Famille key={groupe.titre} groupe={groupe} feuille={feuille} />);
}

function Famille({ groupe, feuille }: { readonly groupe: Groupe; readonly feuille: string }) {
  const [montres, montrer] = useState(MONTRES);
  const famille = FAMILLES[groupe.signe]!;
  const reste = groupe.constats.length - montres;
  const titre = (
    <h3>
      <IconeDeFamille famille={famille} />
      {groupe.titre} ({groupe.constats.length})
    </h3>
  );
  const liste = (
    <>
      <ul className="constats">
        {groupe.constats.slice(0, montres).map((constat, i) => (
          <UnConstat key={i} constat={constat} feuille={feuille} />
        ))}
      </ul>
      {reste > 0 && (
        <DefaultButton
          text={`Montrer la suite (${ecrire(reste)})`}
          onClick={() => montrer(montres + MONTRES)}
          className="suite"
        />
      )}
    </>
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

const CERTITUDES: Readonly<Record<Constat['certitude'], string>> = {
  texte: 'lettre du texte',
  interprétation: 'interprétation',
  'source secondaire': 'source secondaire',
};

function UnConstat({ constat, feuille }: { readonly constat: Constat; readonly feuille: string }) {
  const volet = useVolet();
  const { commune, cellule, message, attendu, constate, reference, certitude } = constat;
  const { article, url } = REFERENCES[reference];
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
        <dl className="chiffres">
          <div>
            <dt>Constaté</dt>
            <dd>{ecrire(constate)}</dd>
          </div>
          <div>
            <dt>Attendu</dt>
            <dd>{ecrire(attendu)}</dd>
          </div>
        </dl>
      )}
      <p className="correction">
        <strong>{typographier('Que faire :')}</strong> {correctionDe(constat)}
      </p>
      <p className="source">
        {reference === 'outil' ? (
          article
        ) : (
          <Link href={url} target="_blank" rel="noreferrer" underline>
            {typographier(article)}
          </Link>
        )}
        {' · '}
        {CERTITUDES[certitude]}
      </p>
    </li>
  );
}
