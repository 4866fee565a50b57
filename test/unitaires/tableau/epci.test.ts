import { peutNommerEpci } from '../../../src/tableau/controle/epci';

const epci = (nomEpci: string) => ({ epci: '200069854', nomEpci });
const CARENE = 'CA de la Région Nazairienne et de l’Estuaire';

test.each([
  ['GPCU', 'CU du Grand Poitiers'],
  ['CUGP', 'CU du Grand Poitiers'],
  ['C.U.G.P.', 'CU du Grand Poitiers'],
  ['CU GP', 'CU du Grand Poitiers'],
  ['Gd Poitiers', 'CU du Grand Poitiers'],
  ['Poitiers', 'CU du Grand Poitiers'],
  ['CU', 'CU du Grand Poitiers'],
  ['200 069 854', 'CU du Grand Poitiers'],
  ['CARENE', CARENE],
  ['MEL', 'Métropole Européenne de Lille'],
  ['CARO', 'CA Rochefort Océan'],
  ['CAN', 'CA du Niortais'],
  ['Niort Agglo', 'CA du Niortais'],
  ['SQY', 'CA Saint-Quentin-en-Yvelines'],
  ['POLD', 'EPT Paris Ouest La Défense'],
  ['GPS&O', 'CU Grand Paris Seine et Oise'],
  ['CA2BM', 'CA des Deux Baies en Montreuillois'],
  ['MGP', 'EPT Plaine Commune'],
  ['Métropole du Grand Paris', 'EPT Plaine Commune'],
  ['T8', 'EPT Est Ensemble'],
])('« %s » peut être %s', (ecrit, nom) => expect(peutNommerEpci(ecrit, epci(nom))).toBe(true));

test.each([
  ['CA du Niortais', 'CU du Grand Poitiers'],
  ['CAN', 'CU du Grand Poitiers'],
  ['Niort', 'CU du Grand Poitiers'],
  ['MEL', 'CU du Grand Poitiers'],
  ['200069999', 'CU du Grand Poitiers'],
  ['GPCU', 'CA du Niortais'],
  ['CARENE', 'CU du Grand Poitiers'],
  ['Est Ensemble', 'EPT Plaine Commune'],
])('« %s » ne peut pas être %s', (ecrit, nom) => expect(peutNommerEpci(ecrit, epci(nom))).toBe(false));
