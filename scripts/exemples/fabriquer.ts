import ExcelJS, { type Workbook } from 'exceljs';
import { DATE, terminer } from './archive';
import { ecrireBilan } from './bilan';
import { ecrireCmsAbaissant } from './cms-abaissant';
import { lireComplement } from './complement';
import { ecrireErreurs } from './erreurs';
import { ecrireGrandPoitiers } from './grand-poitiers';
import { ecrirePlaquette } from './plaquette';
import { ecrireSansComplement } from './sans-complement';
import { ecrireVierge } from './vierge';

/** Ce dont les exemples sont faits. */
export interface Sources {
  /** `test/cas/grand-poitiers.csv` */
  readonly grandPoitiers: string;
  /** `manifest.xml` */
  readonly manifeste: string;
}

const EXEMPLES: Readonly<Record<string, (classeur: Workbook, sources: Sources) => Promise<void>>> = {
  'grand-poitiers.xlsx': (classeur, { grandPoitiers }) => ecrireGrandPoitiers(classeur, grandPoitiers),
  'plaquette.xlsx': ecrirePlaquette,
  'erreurs.xlsx': ecrireErreurs,
  'vierge.xlsx': ecrireVierge,
  'cms-abaissant.xlsx': ecrireCmsAbaissant,
  'bilan.xlsx': ecrireBilan,
};

/** Les exemples qui demandent le complément. */
export const NOMS_DES_EXEMPLES = Object.keys(EXEMPLES);

/** Les octets d'un exemple ; toujours les mêmes pour les mêmes sources. */
export async function fabriquer(nom: string, sources: Sources): Promise<Buffer> {
  const classeur = nouveauClasseur();
  await EXEMPLES[nom]!(classeur, sources);
  return terminer(classeur, lireComplement(sources.manifeste));
}

/** Les octets du classeur qui se passe du complément : mêmes contrôles, en formules ordinaires. */
export function fabriquerSansComplement({ grandPoitiers }: Pick<Sources, 'grandPoitiers'>): Promise<Buffer> {
  const classeur = nouveauClasseur();
  ecrireSansComplement(classeur, grandPoitiers);
  return terminer(classeur, null);
}

function nouveauClasseur(): Workbook {
  const classeur = new ExcelJS.Workbook();
  Object.assign(classeur, {
    creator: 'Mutualisation SRU',
    lastModifiedBy: 'Mutualisation SRU',
    created: DATE,
    modified: DATE,
  });
  return classeur;
}
