import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { lazy, Suspense, useMemo, useState } from 'react';
import { typographier } from '../../nombres';
import { verdictEnTitre } from '../../rapport/presentation';
import { estRefus, phraseDuRefus } from '../../regles';
import type { TableauControle } from '../etat/controles';
import { tableauxDe } from '../etat/etat';
import { resumeDe } from '../etat/resumes';
import { ajouter, LETTRES, placeDe, remplacer, saisir, SCENARIOS_MINIMUM, type Scenario } from '../etat/scenarios';
import { bilanDe, rangeesDe, type BilanDeScenario } from '../etat/scenarios-bilan';
import { scenariosDeDepart } from '../etat/scenarios-depart';
import { ChoixDuTableau } from './choix-du-tableau';
import { Constats } from './constats';
import { useEtat, useVolet } from './outils';
import { ActionsDuScenario } from './scenarios-actions';
import { ORIGINES_EN_MOTS } from './scenarios-mots';
import { Comparaison } from './scenarios-tableau';

const Graphique = lazy(async () => {
  const { GraphiqueDesScenarios } = await import(
    /* webpackChunkName: "graphique-des-scenarios" */ './scenarios-graphique'
  );
  return { default: GraphiqueDesScenarios };
});

const COMMUNES_DU_GRAPHIQUE = 60;

/** L'écran « Scénarios » : deux à quatre contrats possibles, comparés, puis écrits à côté du tableau. */
export function EcranScenarios() {
  return <ChoixDuTableau>{(trouve) => <DuTableau key={trouve.cle} trouve={trouve} />}</ChoixDuTableau>;
}

function DuTableau({ trouve }: { readonly trouve: TableauControle }) {
  const etat = useEtat();
  const { reglages, referentiel, scenarios: gardes } = etat;
  const place = placeDe(trouve, tableauxDe(etat));
  const scenarios = useMemo(
    () => gardes[place] ?? scenariosDeDepart(trouve, trouve.contexte.droit),
    [gardes, place, trouve],
  );
  const bilans = useMemo(
    () => (referentiel ? scenarios.map((s) => bilanDe(trouve.tableau, s, reglages, referentiel)) : []),
    [scenarios, trouve, reglages, referentiel],
  );
  const refus = bilans.find((bilan) => bilan !== null && estRefus(bilan));
  if (refus && estRefus(refus)) return <p>{typographier(phraseDuRefus(refus))}</p>;
  if (bilans.includes(null)) {
    return <p>{typographier('Ce tableau est le bilan d’une période échue : il n’y a pas d’objectif à y répartir.')}</p>;
  }
  return <Atelier trouve={trouve} place={place} scenarios={scenarios} bilans={bilans as readonly BilanDeScenario[]} />;
}

interface DeLAtelier {
  readonly trouve: TableauControle;
  readonly place: string;
  readonly scenarios: readonly Scenario[];
  readonly bilans: readonly BilanDeScenario[];
}

function Atelier({ trouve, place, scenarios, bilans }: DeLAtelier) {
  const volet = useVolet();
  const [lettre, choisir] = useState(scenarios[0]!.lettre);
  const [trace, tracer] = useState(false);
  const rang = Math.max(
    0,
    scenarios.findIndex((s) => s.lettre === lettre),
  );
  const [choisi, bilan] = [scenarios[rang]!, bilans[rang]!];
  const rangees = rangeesDe(trouve.tableau, bilan.controle.lignes, scenarios);
  const garder = (liste: readonly Scenario[]) => void volet.scenariser(place, liste);
  const copier = () => {
    const liste = ajouter(scenarios, choisi);
    garder(liste);
    choisir(liste.find((s) => !scenarios.some((deja) => deja.lettre === s.lettre))!.lettre);
  };
  const verdict = verdictEnTitre(bilan.controle).toLocaleLowerCase('fr');
  return (
    <div className="scenarios">
      <div className="barre" role="group" aria-label="Scénario choisi">
        {scenarios.map((s) => (
          <DefaultButton
            key={s.lettre}
            toggle
            className="lettre"
            checked={s === choisi}
            text={s.lettre}
            ariaLabel={`Scénario ${s.lettre}`}
            onClick={() => choisir(s.lettre)}
          />
        ))}
        {scenarios.length < LETTRES.length && (
          <DefaultButton text="Ajouter" ariaLabel={`Ajouter un scénario, copie de ${choisi.lettre}`} onClick={copier} />
        )}
        {scenarios.length > SCENARIOS_MINIMUM && (
          <DefaultButton
            text="Ôter"
            ariaLabel={`Ôter le scénario ${choisi.lettre}`}
            onClick={() => garder(scenarios.filter((s) => s !== choisi))}
          />
        )}
      </div>
      <ActionsDuScenario
        key={choisi.lettre}
        trouve={trouve}
        scenario={choisi}
        recevoir={(s) => garder(remplacer(scenarios, s))}
      />
      <p className="hors-ecran" role="status" aria-live="polite">
        {typographier(
          `Scénario ${choisi.lettre}, ${ORIGINES_EN_MOTS[choisi.origine]} : ${verdict}, ${resumeDe(bilan.controle)}.`,
        )}
      </p>
      <Comparaison
        rangees={rangees}
        scenarios={scenarios}
        bilans={bilans}
        choisi={choisi}
        choisir={choisir}
        saisir={(scenario, cle, texte) => garder(remplacer(scenarios, saisir(scenario, cle, texte)))}
      />
      {rangees.length <= COMMUNES_DU_GRAPHIQUE && (
        <details className="fonction" onToggle={({ currentTarget }) => tracer(currentTarget.open)}>
          <summary>Graphique</summary>
          {trace && (
            <Suspense fallback={<p className="discret">Chargement du graphique…</p>}>
              <Graphique rangees={rangees} />
            </Suspense>
          )}
        </details>
      )}
      <details className="fonction constats-du-scenario">
        <summary>{typographier(`Constats du scénario ${choisi.lettre} : ${resumeDe(bilan.controle)}`)}</summary>
        <div>
          <Constats controle={bilan.controle} trouve={trouve} />
        </div>
      </details>
    </div>
  );
}
