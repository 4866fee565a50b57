import { useId } from 'react';
import { ecrire, fraction, typographier, versNombre } from '../../nombres';
import { classeDuVerdict, signer, verdictEnTitre } from '../../rapport/presentation';
import type { Lettre, Scenario } from '../etat/scenarios';
import type { BilanDeScenario, Case, Rangee } from '../etat/scenarios-bilan';
import { NomDeCommune } from './commune';
import { IconeDuVerdict } from './icones';
import { ecart, ORIGINES_EN_MOTS } from './scenarios-mots';

const COMMUNES_MONTREES = 200;

interface Comparees {
  readonly rangees: readonly Rangee[];
  readonly scenarios: readonly Scenario[];
  readonly bilans: readonly BilanDeScenario[];
  readonly choisi: Scenario;
  readonly choisir: (lettre: Lettre) => void;
  readonly saisir: (scenario: Scenario, cle: string, texte: string) => void;
}

/** Les scénarios côte à côte ; sur un volet étroit, le seul scénario choisi (`scenarios.css`). */
export function Comparaison({ rangees, scenarios, bilans, choisi, choisir, saisir }: Comparees) {
  const reference = bilans[0]?.controle.totaux.reference;
  const classe = (s: Scenario) => (s.lettre === choisi.lettre ? 'scenario choisi' : 'scenario');
  return (
    <>
      <div className="defilant" role="region" aria-label="Comparaison des scénarios" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Commune</th>
              <th scope="col">Référence</th>
              {scenarios.map((s) => (
                <th key={s.lettre} scope="col" className={classe(s)}>
                  {`Scénario ${s.lettre}`}
                  <span className="discret origine">{typographier(ORIGINES_EN_MOTS[s.origine])}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="synthese">
            {SYNTHESE.map(([nom, Valeur]) => (
              <tr key={nom}>
                <th scope="row">{nom}</th>
                <td>{nom === 'Total' ? (reference ? ecrire(reference) : '?') : ''}</td>
                {scenarios.map((s, i) => (
                  <td key={s.lettre} className={classe(s)}>
                    <Valeur bilan={bilans[i]!} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tbody>
            {rangees.slice(0, COMMUNES_MONTREES).map((rangee) => (
              <tr key={rangee.cle}>
                <th scope="row">
                  <NomDeCommune ligne={rangee.ligne} />
                </th>
                <td>{rangee.reference ? ecrire(rangee.reference) : '?'}</td>
                {rangee.cases.map((c) => (
                  <td key={c.scenario.lettre} className={classe(c.scenario)} data-lettre={c.scenario.lettre}>
                    <Objectif
                      commune={rangee.ligne.nom}
                      contenu={c}
                      choisir={() => choisir(c.scenario.lettre)}
                      saisir={(texte) => saisir(c.scenario, rangee.cle, texte)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rangees.length > COMMUNES_MONTREES && (
        <p>
          {typographier(
            `Les ${ecrire(COMMUNES_MONTREES)} premières communes sur ${ecrire(rangees.length)} ; le contrôle les prend toutes.`,
          )}
        </p>
      )}
      <p className="discret">
        {typographier(
          'Sous chaque objectif, son écart à la référence. Souligné, et suivi de « ≠ A » : il diffère du scénario A.',
        )}
      </p>
    </>
  );
}

type Valeur = (props: { readonly bilan: BilanDeScenario }) => React.ReactNode;

const SYNTHESE: readonly (readonly [nom: string, valeur: Valeur])[] = [
  [
    'Verdict',
    ({ bilan: { controle } }) => (
      <span className={`pastille ${classeDuVerdict(controle.verdict)}`}>
        <IconeDuVerdict verdict={controle.verdict} />
        {verdictEnTitre(controle)}
      </span>
    ),
  ],
  ['Total', ({ bilan: { total } }) => (total === null ? '?' : ecrire(total))],
  ['Hausse sur la référence', ({ bilan }) => typographier(hausseDe(bilan))],
  [
    'Plus grande hausse',
    ({ bilan: { plusGrandeHausse: p } }) => (p ? typographier(`${ecart(p.hausse)}, ${p.commune}`) : 'aucune'),
  ],
  [
    'Objectifs abaissés',
    ({ bilan: { abaissees } }) =>
      abaissees.length === 0 ? 'aucun' : typographier(`${ecrire(abaissees.length)} : ${abaissees.join(', ')}`),
  ],
];

function hausseDe({ hausse, controle }: BilanDeScenario): string {
  if (!hausse) return '?';
  const base = controle.totaux.reference ?? fraction(0);
  if (base.numerateur === 0) return ecart(hausse);
  return `${ecart(hausse)} (${signer((versNombre(hausse) / versNombre(base)) * 100, 1)} %)`;
}

interface DUnObjectif {
  readonly commune: string;
  readonly contenu: Case;
  readonly choisir: () => void;
  readonly saisir: (texte: string) => void;
}

function Objectif({ commune, contenu: c, choisir, saisir }: DUnObjectif) {
  const id = useId();
  const { lettre } = c.scenario;
  return (
    <>
      <input
        className={c.differe ? 'objectif differe' : 'objectif'}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        aria-label={`Objectif de ${commune}, scénario ${lettre}`}
        aria-describedby={id}
        aria-invalid={c.attendu !== null}
        value={c.texte}
        onFocus={choisir}
        onChange={({ target }) => saisir(target.value)}
        onKeyDown={(touche) => {
          const vers = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[touche.key];
          if (vers === undefined) return;
          touche.preventDefault();
          voisine(touche.currentTarget, vers, lettre)?.focus();
        }}
      />
      <span id={id} className="note">
        {typographier(noteDe(c))}
      </span>
    </>
  );
}

function noteDe({ attendu, sens, ecart: f, valeur, differe }: Case): string {
  const suite = differe ? ' · ≠ A' : '';
  if (attendu !== null) return `${attendu}${suite}`;
  if (valeur === null) return `sans objectif${suite}`;
  if (!f) return suite.replace(' · ', '');
  return `${sens === 'égal' ? 'référence' : ecart(f)}${suite}`;
}

/** Le champ du même scénario, à la commune suivante ou précédente. */
function voisine(champ: HTMLElement, vers: number, lettre: Lettre): HTMLElement | null {
  const rangee = champ.closest('tr');
  const cible = vers > 0 ? rangee?.nextElementSibling : rangee?.previousElementSibling;
  return cible?.querySelector<HTMLElement>(`[data-lettre="${lettre}"] input`) ?? null;
}
