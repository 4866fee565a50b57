export type { CommuneARepartir } from './commune';
export type { Borne, ContrainteBasse, ContrainteHaute } from './bornes';
export { CRITERES, type Critere } from './criteres';
export type { ContrainteEnCause, Heurt } from './heurts';
export * from './repartir';
export * from './phrases';
