import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { useState } from 'react';
import { typographier } from '../../nombres';
import { cessionDe, CRITERES, libelleDe, phraseDuHeurt, type Critere } from '../../regles';
import { adressePlage } from '../../tableau';
import type { TableauControle } from '../etat/controles';
import type { Scenario } from '../etat/scenarios';
import { colonneDeScenario } from '../etat/scenarios-colonne';
import { proposer, type Proposition } from '../etat/scenarios-proposition';
import { useEtat, useVolet } from './outils';
import { CRITERES_EN_MOTS } from './scenarios-mots';

interface DuScenario {
  readonly trouve: TableauControle;
  readonly scenario: Scenario;
  readonly recevoir: (scenario: Scenario) => void;
}

/** Proposer les objectifs d'un scénario, l'écrire dans le classeur. */
export function ActionsDuScenario({ trouve, scenario, recevoir }: DuScenario) {
  const { lectureSeule } = useVolet();
  const [critere, choisir] = useState<Critere>(CRITERES[0]);
  const [total, viser] = useState('');
  const [echec, echouer] = useState<Proposition | null>(null);
  const proposerIci = () => {
    const proposition = proposer(trouve.tableau, trouve.contexte.droit, critere, total);
    if (proposition.issue !== 'faite') return echouer(proposition);
    echouer(null);
    recevoir({ ...scenario, origine: critere, objectifs: proposition.objectifs });
  };
  return (
    <section className="groupe" aria-label={`Scénario ${scenario.lettre}`}>
      <h2>{`Scénario ${scenario.lettre}`}</h2>
      <form
        className="proposer"
        onSubmit={(soumission) => {
          soumission.preventDefault();
          proposerIci();
        }}
      >
        <Dropdown
          label="Critère"
          selectedKey={critere}
          options={CRITERES.map((key) => ({ key, text: enTete(CRITERES_EN_MOTS[key]) }))}
          onChange={(_, option) => choisir(CRITERES.find((c) => c === option?.key) ?? critere)}
        />
        <TextField
          label="Total (facultatif)"
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          value={total}
          onChange={(_, texte = '') => viser(texte)}
        />
        <DefaultButton
          type="submit"
          text="Proposer"
          ariaLabel={`Proposer les objectifs du scénario ${scenario.lettre}`}
        />
      </form>
      {echec && <Echec proposition={echec} />}
      {!lectureSeule && <Application trouve={trouve} scenario={scenario} />}
    </section>
  );
}

const enTete = (mots: string): string => typographier(mots.charAt(0).toLocaleUpperCase('fr') + mots.slice(1));

function Echec({ proposition }: { readonly proposition: Proposition }) {
  return (
    <div className="echec" role="alert">
      {proposition.issue === 'refusée' && <p>{typographier(proposition.phrase)}</p>}
      {proposition.issue === 'impossible' &&
        proposition.heurts.map((heurt, i) => (
          <div key={i}>
            <p>{phraseDuHeurt(heurt)}</p>
            <ul className="textes">
              {heurt.contraintes.map((c, j) => (
                <li key={j}>
                  {typographier(`${c.commune ? `${c.commune}, ` : ''}${libelleDe(c)} : ${cessionDe(c)}.`)}
                </li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  );
}

function Application({ trouve, scenario }: Pick<DuScenario, 'trouve' | 'scenario'>) {
  const volet = useVolet();
  const occupe = useEtat().travail !== null;
  const colonne = colonneDeScenario(trouve, scenario);
  return (
    <>
      <div className="barre">
        <PrimaryButton
          text={colonne?.duContrat ? typographier(`Écrire dans « ${colonne.entete} » (vide)`) : 'Appliquer'}
          ariaLabel={
            colonne?.duContrat
              ? typographier(`Écrire le scénario ${scenario.lettre} dans « ${colonne.entete} », vide`)
              : `Appliquer le scénario ${scenario.lettre} dans une colonne neuve`
          }
          disabled={occupe || !colonne}
          onClick={() => colonne && void volet.appliquer(colonne)}
        />
        <DefaultButton
          text="Annuler la dernière écriture"
          disabled={occupe}
          onClick={() => void volet.retirerColonnes()}
        />
      </div>
      <p className="discret">
        {typographier(
          colonne?.duContrat
            ? `Les objectifs s’écrivent en ${adressePlage(colonne.plage)} de « ${trouve.feuille.nom} », où rien n’est écrit ; le contrôle les lit.`
            : colonne
              ? `Appliquer écrit « ${colonne.entete} » dans une colonne neuve, en ${adressePlage(colonne.plage)} de « ${trouve.feuille.nom} ». Rien n’est remplacé.`
              : 'Pour l’appliquer, corrigez d’abord les objectifs qui ne se lisent pas.',
        )}
      </p>
    </>
  );
}
