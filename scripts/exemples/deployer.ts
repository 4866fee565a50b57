import JSZip from 'jszip';

export const EXTENSION = 'xl/webextensions/webextension1.xml';
const PARTAGE = /^\\\\[^\s"&<>]+$/;

/**
 * D'où vient le complément, comme une référence d'Office le nomme : le déploiement centralisé (« EXCatalog »), le poste de
 * développement (« developer »), ou un dossier partagé.
 */
export function lireCatalogue(catalogue: string): string {
  if (catalogue === 'EXCatalog') return 'store="EXCatalog" storeType="EXCatalog"';
  if (catalogue === 'developer') return 'store="developer" storeType="Registry"';
  if (PARTAGE.test(catalogue)) return `store="${catalogue}" storeType="FileSystem"`;
  const admis = 'EXCatalog (déploiement centralisé), developer, ou un dossier partagé (\\\\serveur\\dossier)';
  throw new Error(`CATALOGUE doit être ${admis} : « ${catalogue} »`);
}

/** Un classeur d'exemple tel qu'un déploiement le donne : il demande cette version du complément, à ce catalogue. */
export async function deployer(
  octets: Buffer,
  { catalogue, version }: { readonly catalogue: string; readonly version: string },
): Promise<Buffer> {
  const archive = await JSZip.loadAsync(octets);
  const partie = archive.file(EXTENSION);
  if (!partie) return octets;
  const deployee = (await partie.async('string')).replace(
    /(<we:reference id="[^"]+" )[^>]*\/>/,
    (_, debut: string) => `${debut}version="${version}" ${lireCatalogue(catalogue)}/>`,
  );
  archive.file(EXTENSION, deployee, { date: partie.date });
  return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}
