/** Les fonctions personnalisées : une formule d'Univer appelle le complément. */
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FunctionType,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
  type IFunctionInfo,
} from '@univerjs/preset-sheets-core';
import { type Nullable } from '@univerjs/presets';
import { type Reponse } from './hote';
import { type Appels, type Position } from './appels';
import { type Declaration } from './declarations';

/** `adresse` : « Feuille!B2 », par l'identifiant d'Univer. */
export interface Aiguillage {
  appels: Appels;
  adresse(position: Position): string;
}

/** Ce que montre une cellule qui attend la réponse du complément ; ce qui en dépend attend aussi. */
export const EN_ATTENTE = ErrorType.CONNECT;

type Classe = new (nom: string) => BaseFunction;

/** La classe qu'Univer instancie pour une fonction déclarée. */
export function classeDe({ id, parameters, options }: Declaration, { appels, adresse }: Aiguillage): Classe {
  return class extends BaseFunction {
    override calculate(...recus: BaseValueObject[]): BaseValueObject {
      const args = recus.map((recu, i) => lireArgument(recu, parameters[Math.min(i, parameters.length - 1)]));
      while (args.length < parameters.length) args.push(null);
      const erreurs = args
        .flat<unknown[], 2>(2)
        .filter(estErreur)
        .map(({ code }) => code);
      if (erreurs.includes(EN_ATTENTE)) return versErreur(EN_ATTENTE);
      if (erreurs.length > 0 && !appels.erreursAdmises) return versErreur(erreurs[0]);
      const position = { feuille: this.subUnitId ?? '', ligne: this.row, colonne: this.column };
      const adresses = options?.requiresParameterAddresses ? recus.map((recu) => adresseDe(recu, adresse)) : undefined;
      const appel = { fonction: id, arguments: args, cellule: adresse(position), ...(adresses && { adresses }) };
      const reponse = appels.demander(appel, position);
      return reponse ? versObjet(reponse) : versErreur(EN_ATTENTE);
    }
  };
}

/** L'adresse d'une plage ; vide pour une valeur écrite ou calculée. */
function adresseDe(recu: BaseValueObject, adresse: Aiguillage['adresse']): string {
  if (!recu.isArray()) return '';
  const plage = recu as ArrayValueObject;
  const feuille = plage.getSheetId();
  const [ligne, colonne] = [plage.getCurrentRow(), plage.getCurrentColumn()];
  if (!feuille || ligne < 0 || colonne < 0) return '';
  const fin = { feuille, ligne: ligne + plage.getRowCount() - 1, colonne: colonne + plage.getColumnCount() - 1 };
  return `${adresse({ feuille, ligne, colonne })}:${adresse(fin).split('!').at(-1)}`;
}

function lireArgument(recu: BaseValueObject, parametre: Declaration['parameters'][number] | undefined): unknown {
  const matrice = parametre?.dimensionality === 'matrix';
  if (recu.isArray()) {
    const plage = (recu as ArrayValueObject).getArrayValue().map((rangee) => rangee.map(lireValeur));
    return matrice ? plage : (plage[0]?.[0] ?? '');
  }
  if (recu.isNull()) return null;
  return matrice ? [[lireValeur(recu)]] : lireValeur(recu);
}

/** Une erreur en argument, telle que la bibliothèque la reçoit d'Excel. */
const erreur = (code: unknown) => ({ type: 'CustomFunctionError', code });
const estErreur = (valeur: unknown): valeur is ReturnType<typeof erreur> =>
  typeof valeur === 'object' && valeur !== null && 'type' in valeur;

/** Une cellule vide vaut un texte vide, comme dans les valeurs d'une plage d'Excel. */
function lireValeur(objet: Nullable<BaseValueObject>): unknown {
  if (!objet || objet.isNull()) return '';
  return objet.isError() ? erreur(objet.getValue()) : objet.getValue();
}

function versObjet(reponse: Reponse): BaseValueObject {
  if ('erreur' in reponse) return versErreur(reponse.erreur);
  const { valeur } = reponse;
  if (!Array.isArray(valeur)) return versValeur(valeur);
  const plage = (valeur as unknown[]).map((rangee) => (Array.isArray(rangee) ? rangee : [rangee]).map(versValeur));
  const [seule] = plage[0] ?? [];
  if (plage.length === 1 && plage[0]?.length === 1 && seule) return seule;
  return ArrayValueObject.create({
    calculateValueList: plage,
    rowCount: plage.length,
    columnCount: plage[0]?.length ?? 0,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

function versValeur(valeur: unknown): BaseValueObject {
  if (typeof valeur === 'number') return NumberValueObject.create(valeur);
  if (typeof valeur === 'boolean') return BooleanValueObject.create(valeur);
  if (typeof valeur === 'string' && ERREURS.has(valeur)) return versErreur(valeur);
  return StringValueObject.create(typeof valeur === 'string' ? valeur : '');
}

const ERREURS = new Set<string>(Object.values(ErrorType));
const versErreur = (code: unknown): BaseValueObject =>
  ErrorValueObject.create((typeof code === 'string' && ERREURS.has(code) ? code : ErrorType.VALUE) as ErrorType);

/** L'aide qu'Univer montre pendant la saisie. */
export const aideDe = ({ name, description = '', parameters }: Declaration): IFunctionInfo => ({
  functionName: name,
  aliasFunctionName: name,
  functionType: FunctionType.User,
  description,
  abstract: description,
  functionParameter: parameters.map((p) => ({
    name: p.name,
    detail: p.description ?? '',
    example: '',
    require: p.optional ? 0 : 1,
    repeat: p.repeating ? 1 : 0,
  })),
});
