export * from './references';
export * from './periodes';
export * from './donnees';
export * from './droit';
