import paquet from '../../package.json';

export const VERSION = paquet.version;
