import { ecrireJourEnLettres, typographier } from '../../nombres';
import { VERSION } from '../version';
import type { Verdict } from './point';
import type { Resultat } from './verifier';

const VERDICTS: Readonly<Record<Verdict, readonly [un: string, plusieurs: string]>> = {
  conforme: ['conforme', 'conformes'],
  différent: ['différent', 'différents'],
  'non essayé': ['non essayé', 'non essayés'],
};

/** « 24 conformes, 1 différent, 2 non essayés » */
export const bilanDe = (resultats: readonly Resultat[]): string =>
  (Object.keys(VERDICTS) as Verdict[])
    .flatMap((verdict) => {
      const n = resultats.filter((r) => r.verdict === verdict).length;
      return n === 0 ? [] : `${n} ${VERDICTS[verdict][n > 1 ? 1 : 0]}`;
    })
    .join(', ');

/** Le compte rendu à joindre à un courriel : chaque point en clair, puis le tout en JSON. Rien du classeur de l'agent n'y est. */
export function compteRenduDe(resultats: readonly Resultat[], jour: string): string {
  const lignes = resultats.map(
    ({ numero, titre, attendu, trouve, verdict }) =>
      `${numero}. ${titre} : ${verdict.toUpperCase()}\n   attendu : ${attendu}\n   trouvé : ${trouve}`,
  );
  return [
    typographier(`Vérification de l’installation, Mutualisation SRU ${VERSION}, le ${ecrireJourEnLettres(jour)}`),
    bilanDe(resultats),
    lignes.join('\n'),
    JSON.stringify({ version: VERSION, jour, points: resultats }),
  ].join('\n\n');
}
