import { ecrireDate } from '../../../src/nombres';
import { calendrierSru, phraseDuRefus } from '../../../src/regles';

/** « 28/02 exclu » : au plus tard la veille. */
function dire(annee: number): string[] {
  const echeances = calendrierSru(annee);
  if ('refus' in echeances) return [phraseDuRefus(echeances)];
  return echeances.map(({ date, avant, objet, reference, certitude }) =>
    [ecrireDate(date).replace(`/${annee}`, '') + (avant ? ' exclu' : ''), objet, reference, certitude]
      .join(' | ')
      .replace(/[\u202f\u00a0]/g, ' '),
  );
}

const SITUATION =
  '01/01 | situation de l’inventaire : logements sociaux et résidences principales à cette date | L302-6 | texte';
const CHAQUE_ANNEE = [
  '15/01 | attributions hors QPV au 31 décembre : information du préfet par chaque bailleur, sous quinze jours | L441-1 | source secondaire',
  '28/02 exclu | bilan annuel des logements proposés et attribués, du bailleur aux réservataires | R441-5-1 | source secondaire',
  '31/03 | premier neuvième du prélèvement, puis un par mois jusqu’en novembre (mois à confirmer auprès du comptable) | L302-7 | source secondaire',
  '01/07 exclu | inventaire des logements sociaux, des bailleurs au préfet | L302-6 | texte',
  '15/07 | attributions hors QPV au 30 juin : information du préfet par chaque bailleur, sous quinze jours | L441-1 | source secondaire',
  '01/09 exclu | inventaire et décompte, du préfet à la commune, qui a deux mois pour présenter ses observations | L302-6 | source secondaire',
  '31/10 | état des dépenses déductibles de l’exercice précédent, de la commune au préfet (date à confirmer) | R302-17 | source secondaire',
  '01/11 | fin des deux mois d’observations d’une commune saisie le 1er septembre | L302-6 | interprétation',
  '30/11 | dernier neuvième du prélèvement (mois à confirmer auprès du comptable) | L302-7 | source secondaire',
  '31/12 exclu | notification à la commune du nombre de logements sociaux retenus | L302-6 | texte',
  '31/12 | enquête des bailleurs sur les ressources de leurs locataires, une année sur deux : résultats au préfet (année et jour à confirmer) | L442-5 | source secondaire',
];
const FIN = '(période 2023-2025 ; la suivante commence le 1er janvier 2026)';

describe('calendrier d’une année (circulaire du 18 décembre 2023 ; L. 302-5 à L. 302-9-1)', () => {
  test('2026 commence une période', () =>
    expect(dire(2026)).toEqual([
      SITUATION,
      '01/01 | début d’une période triennale : objectifs calculés sur le 1er janvier précédent, puis notifiés (période 2026-2028, situation au 1er janvier 2025) | L302-8-I | texte',
      ...CHAQUE_ANNEE.slice(0, 3),
      '30/06 | contrats de mixité sociale de la période : à signer dès l’été, le plus en amont possible (période 2026-2028, situation au 1er janvier 2025) | plaquette | source secondaire',
      ...CHAQUE_ANNEE.slice(3),
    ]));
  test('2027 est au milieu', () => expect(dire(2027)).toEqual([SITUATION, ...CHAQUE_ANNEE]));
  test('2025 finit une période', () =>
    expect(dire(2025)).toEqual([
      SITUATION,
      ...CHAQUE_ANNEE,
      `31/12 | fin de la période triennale : bilan des réalisations, puis procédure de carence s’il y a lieu ${FIN} | L302-9-1 | texte`,
      `31/12 | pour la période suivante : décret des territoires au taux réduit et seuil de tension ${FIN} | L302-5-II | interprétation`,
      `31/12 | pour la période suivante : exemptions par décret (avis des préfets et de la commission nationale) et de droit ${FIN} | L302-5-III | interprétation`,
      `31/12 | pour un contrat mutualisant de la période suivante : avis préalable de la commission nationale SRU ${FIN} | L302-8-X | interprétation`,
    ]));
  test.each([
    [2022, '2022'],
    [2101, '2101'],
    [2026.5, '2026,5'],
  ])('%p : refusée', (annee, recu) =>
    expect(dire(annee)).toEqual([`annee : reçu ${recu}, attendu une année de 2023 à 2100.`]),
  );
  test.each([2023, 2100])('%d : admise', (annee) => expect(dire(annee)).toContain(SITUATION));
});
