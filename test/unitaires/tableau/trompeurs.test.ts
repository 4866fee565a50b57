import { jugerTexte } from '../../outils/lecture';

/** De petits csv faits pour tromper, contrat de mutualisation, PLH et avis acquis : aucun ne peut être dit conforme. */
const ENTETES = 'Commune;RP;LLS;Taux cible;Rang;Objectif du contrat;Accord;Périodes consécutives';
const table = (...lignes: string[]) => `${[ENTETES, ...lignes].join('\n')}\n`;
const RELEVEE = 'Zobuvelle;10000;1500;20;3;248;oui;';
const ABAISSEE = 'Zocuvelle;10000;1500;20;3;83;;1';

test.each([
  ['une case non cochée devant « oui »', table('Zobuvelle;10000;1500;20;3;248;☐ oui ☑ non;', ABAISSEE), 'non conforme'],
  ['un rang « à préciser »', table(RELEVEE, 'Zocuvelle;10000;1500;20;à préciser;83;;1'), 'indetermine'],
  [
    'la même commune par son code, puis par son nom',
    `Code INSEE;${ENTETES}\n86041;Buxerolles;10000;1500;20;3;248;oui;\n;Buxerolles;10000;1500;20;3;83;;1\n`,
    'non conforme',
  ],
  [
    'une commune égale à la somme des autres n’en est pas le total',
    table('Zobuvelle;10000;1500;20;3;165;;', 'Zocuvelle;10000;1500;20;3;165;;', 'Zoduvelle;20000;3000;20;1;330;;5'),
    'indetermine',
  ],
  ['une commune sans un chiffre, au nom de champ', table(RELEVEE, ABAISSEE, 'Champ-sur-Drac;;;;;;;'), 'indetermine'],
])('%s', async (_, csv, attendu) => {
  const { verdict } = await jugerTexte(Buffer.from(csv), 'trompeur', { contrat: 'cims', plh: true, avis: 'recueilli' });
  expect(verdict).toBe(attendu);
});
