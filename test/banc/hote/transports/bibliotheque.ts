import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';

/** Ce que l'hôte touche de la bibliothèque : ses points d'entrée, rien de son code. */
export interface Bibliotheque {
  OfficeExtension: {
    SessionBase: { _overrideSession?: unknown };
    _internalConfig: Record<string, unknown>;
    GenericEventRegistration: { s_genericEventRegistrations: object };
  };
  OSF: { DDA: { RichApi: { richApiMessageManager?: unknown } } };
  Office: Record<string, unknown>;
  Excel: unknown;
  CustomFunctions: { _association: Association };
  /** Les actions des boutons du ruban. */
  actions: Association;
  /** Ce que `Office.context` rend. */
  contexte: unknown;
}

/** L'association que le chargeur d'Office.js fournit à la bibliothèque : un nom en capitales, une fonction. */
export class Association {
  readonly mappings: Record<string, (...args: unknown[]) => unknown> = {};
  readonly #rappels: (() => void)[] = [];

  associate(nom: string | Association['mappings'], fonction?: (...args: unknown[]) => unknown): void {
    if (typeof nom === 'object') for (const [cle, valeur] of Object.entries(nom)) this.associate(cle, valeur);
    else if (fonction) this.mappings[nom.toUpperCase()] = fonction;
    for (const rappel of this.#rappels) rappel();
  }

  onchange(rappel: () => void): void {
    this.#rappels.push(rappel);
  }
}

/** Les drapeaux de `_host_Info`, que le chargeur donne aux bibliothèques récentes. */
const DRAPEAUX = { SharedApp: 1, CustomFunction: 2, ProtectedDocDisable: 4, ExperimentJsEnabled: 8, PublicAddin: 16 };
const INFORMATIONS = {
  flags: DRAPEAUX.CustomFunction,
  hostType: 'excel',
  hostPlatform: 'web',
  hostSpecificFileVersion: '16.00',
};
const PRET = { host: 'Excel', platform: 'OfficeOnline' };

const element = () => ({ getElementsByTagName: () => [], setAttribute: () => undefined, style: {} });
/** Le peu d'une page que la bibliothèque regarde en se chargeant, là où il n'y en a pas. */
const PAGE: Record<string, unknown> = {
  document: {
    ...{ readyState: 'complete', cookie: '', URL: 'https://complement.test/' },
    ...{ addEventListener: () => undefined, removeEventListener: () => undefined },
    ...{ getElementsByTagName: () => [], getElementById: () => null, createElement: element, body: element() },
  },
  location: {
    ...{ href: 'https://complement.test/', search: '', hash: '', protocol: 'https:', pathname: '/' },
    ...{ hostname: 'complement.test', host: 'complement.test', origin: 'https://complement.test' },
  },
  addEventListener: () => undefined,
};

let chargee: Bibliotheque | undefined;

/** La bibliothèque de npm, ou celle que donne OFFICE_JS : le fichier d'Excel sur le web, ou office.js, à côté de lui. */
function cheminDe(donnee: string | undefined): string {
  if (!donnee)
    return createRequire(resolve('package.json')).resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js');
  return basename(donnee).startsWith('office.') ? join(dirname(donnee), 'excel-web-16.00.js') : donnee;
}

/** Charge la bibliothèque d'Excel sur le web, non modifiée, une fois par monde (un fichier d'essais). */
export function chargerBibliotheque(): Bibliotheque {
  if (chargee) return chargee;
  const monde = globalThis as unknown as Record<string, unknown>;
  const ajoutees = Object.keys(PAGE).filter((nom) => !(nom in monde));
  for (const nom of ajoutees) monde[nom] = PAGE[nom];
  monde.window ??= monde;
  if (!('navigator' in monde)) monde.navigator = { userAgent: 'banc', platform: '' };
  const association = new Association();
  const actions = new Association();
  // Jamais dans l'instant : l'hôte se branche entre le chargement et le premier rappel.
  const prets = (rappel?: (info: object) => void) =>
    Promise.resolve(PRET).then((info) => {
      rappel?.(info);
      return info;
    });
  const office = {
    ...{ onReady: prets, onReadyInternal: prets },
    ...{ HostType: { Excel: 'Excel' }, PlatformType: { OfficeOnline: 'OfficeOnline' } },
    actions: { _association: actions, associate: actions.associate.bind(actions) },
  };
  Object.assign(monde, {
    OSF: {
      _OfficeAppFactory: { getHostInfo: () => INFORMATIONS, getContext: () => chargee?.contexte },
      HostInfoFlags: DRAPEAUX,
    },
    Microsoft: { Office: { WebExtension: office } },
    CustomFunctionMappings: {},
    CustomFunctions: { _association: association, associate: association.associate.bind(association) },
    Office: office,
  });
  // Évaluée au premier niveau, comme une balise <script> : ses `var` deviennent les noms globaux Office, Excel…
  (0, eval)(readFileSync(cheminDe(process.env.OFFICE_JS), 'utf8'));
  // Sans page, la bibliothèque sait s'en passer ; les essais, eux, pourraient s'y tromper.
  if (ajoutees.includes('document')) delete monde.document;
  // Ses minuteurs survivent à un fichier d'essais : jest ne doit pas vider ses objets derrière elle.
  for (const nom of ['OSF', 'OfficeExtension', 'Office', 'Excel', 'Microsoft', 'CustomFunctions'])
    Object.defineProperty(monde[nom], Symbol.for('$$jest-protect-from-deletion'), { value: [], configurable: true });
  const { OSF, Office, Excel, CustomFunctions, OfficeExtension } = monde as unknown as Bibliotheque;
  chargee = { OSF, Office, Excel, CustomFunctions, OfficeExtension, actions, contexte: undefined };
  return chargee;
}
