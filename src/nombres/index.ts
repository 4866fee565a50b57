export * from './fraction';
export * from './arrondi';
export * from './produit';
export * from './lecture';
export * from './ecriture';
export * from './typographie';
export * from './dates';
export * from './couper';
