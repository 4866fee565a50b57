export * from './fraction';
export * from './arrondi';
export * from './lecture';
export * from './ecriture';
export * from './typographie';
