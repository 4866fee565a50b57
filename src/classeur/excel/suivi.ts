/// <reference types="office-js" />
import { plageDe } from '../../tableau';
import type { Feuille } from '../classeur';
import { peut } from './capacites';
import { executer } from './executer';
import { recoller, type FeuilleExcel } from './grille-excel';
import { APERCU } from './aspects';
import { adressesDe, lireFeuilles, LUES, relevesDe } from './lecture';
import { bandeDe } from './releves';

/** Les feuilles du dernier `lire`, tenues à jour par le suivi. */
export interface Gardees {
  readonly feuilles: Map<string, FeuilleExcel>;
  /** Une lecture à la fois : ce qui change pendant l'une est relu après elle. */
  readonly enFile: <T>(lecture: () => Promise<T>) => Promise<T>;
}

/** Fait chaque travail après le précédent, abouti ou non. */
export function creerFile(): Gardees['enFile'] {
  let dernier: Promise<unknown> = FAIT;
  return (travail) => {
    const suite = dernier.then(travail, travail);
    dernier = suite;
    return suite;
  };
}

type Rappel = (feuille: Feuille | null) => void;
/** Les zones à relire d'une feuille, ou la feuille entière. */
type ARelire = Set<string> | 'entière';

/** Une rafale de frappes ou de collages est relue d'un coup. */
const RAFALE = 40;
const ZONES_AU_PLUS = 64;
const FAIT = Promise.resolve();

/** Suit les changements de l'agent ; rend de quoi cesser. */
export async function suivre(gardees: Gardees, rappel: Rappel): Promise<() => void> {
  const attente = new Map<string, ARelire>();
  let [toutRelire, arrete] = [false, false];
  let minuterie: ReturnType<typeof setTimeout> | undefined;

  const relire = async () => {
    const demandes = new Map(attente);
    attente.clear();
    const tout = toutRelire || [...demandes.keys()].some((id) => !gardees.feuilles.has(id));
    toutRelire = false;
    if (arrete || (!tout && demandes.size === 0)) return;
    const relues = tout ? null : await relireZones(gardees, demandes).catch(() => null);
    if (arrete) return;
    if (relues) relues.forEach(rappel);
    else rappel(null);
  };
  const programmer = () => {
    minuterie ??= setTimeout(() => {
      minuterie = undefined;
      void gardees.enFile(relire);
    }, RAFALE);
  };
  const noter = (id: string, adresse: string | null): Promise<void> => {
    attente.set(id, ajouter(attente.get(id), adresse));
    programmer();
    return FAIT;
  };
  const noterTout = (): Promise<void> => {
    toutRelire = true;
    programmer();
    return FAIT;
  };

  const abonnements = await executer(async (context) => {
    const { worksheets } = context.workbook;
    const poses = [
      worksheets.onChanged.add(({ worksheetId, address, changeType }) =>
        noter(worksheetId, changeType === 'RangeEdited' ? address : null),
      ),
      // Une cellule saisie n'annonce pas les formules qui en dépendent : leur recalcul le fait.
      worksheets.onCalculated.add(({ worksheetId, address }) => noter(worksheetId, address || null)),
      worksheets.onAdded.add(noterTout),
      worksheets.onDeleted.add(noterTout),
      worksheets.onFormatChanged.add(({ worksheetId, address }) => noter(worksheetId, address || null)),
    ];
    if (peut('masquage')) poses.push(worksheets.onRowHiddenChanged.add(({ worksheetId }) => noter(worksheetId, null)));
    if (peut('renommage')) {
      poses.push(worksheets.onNameChanged.add(noterTout), worksheets.onVisibilityChanged.add(noterTout));
    }
    await context.sync();
    return poses;
  });
  return () => {
    arrete = true;
    clearTimeout(minuterie);
    void executer(async () => {
      for (const abonnement of abonnements) {
        abonnement.remove();
        await abonnement.context.sync();
      }
    }).catch(() => undefined);
  };
}

function ajouter(avant: ARelire | undefined, adresse: string | null): ARelire {
  if (adresse === null || avant === 'entière') return 'entière';
  const zones = new Set([...(avant ?? []), ...adressesDe(adresse)]);
  return zones.size === 0 || zones.size > ZONES_AU_PLUS ? 'entière' : zones;
}

/** Relit en un aller-retour ce qui a changé (deux si quelque chose y est masqué ou barré), et le recolle dans les feuilles gardées. */
async function relireZones(
  { feuilles }: Gardees,
  demandes: ReadonlyMap<string, ARelire>,
): Promise<readonly FeuilleExcel[]> {
  const aRelire = [...demandes].flatMap(([id, zones]) => (zones === 'entière' ? feuilles.get(id)! : []));
  const { entieres, zones } = await executer(async (context) => {
    const demandees = [...demandes].flatMap(([id, adresses]) =>
      adresses === 'entière' ? [] : [...adresses].map((adresse) => demanderZone(context, id, adresse)),
    );
    const lues = aRelire.length > 0 ? await lireFeuilles(context, aRelire) : [];
    if (aRelire.length === 0) await context.sync();
    return { entieres: lues, zones: await releverZones(context, demandees) };
  });
  for (const feuille of entieres) feuilles.set(feuille.id, feuille);
  for (const { id, adresse, releve } of zones) {
    feuilles.set(id, recoller(feuilles.get(id)!, plageDe(adresse), releve));
  }
  return [...demandes.keys()].map((id) => feuilles.get(id)!);
}

interface Zone {
  readonly id: string;
  readonly adresse: string;
  readonly etendue: Excel.Range;
}

function demanderZone(context: Excel.RequestContext, id: string, adresse: string): Zone {
  // D'une colonne entière, ce qui en est rempli.
  const etendue = context.workbook.worksheets.getItem(id).getRange(adresse).getUsedRangeOrNullObject(true);
  etendue.load(['rowIndex', 'columnIndex', ...LUES, ...APERCU]);
  return { id, adresse, etendue };
}

async function releverZones(context: Excel.RequestContext, zones: readonly Zone[]) {
  const lues = zones.map(({ id, adresse, etendue }) => ({
    ...{ id, adresse },
    bande: etendue.isNullObject ? null : bandeDe(id, etendue, LUES),
  }));
  const releves = await relevesDe(
    context,
    lues.flatMap(({ bande }) => bande ?? []),
  );
  return lues.map(({ id, adresse, bande }) => ({ id, adresse, releve: (bande && releves.get(bande)) ?? null }));
}
