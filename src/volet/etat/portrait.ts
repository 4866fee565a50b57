import { ecrireJourEnLettres } from '../../nombres';
import { portraitsEnSvg, type Portrait } from '../../rapport/portrait';
import { nommer, type Document } from './note';

const TYPES = { svg: 'image/svg+xml', png: 'image/png' } as const;

/** Le portrait à emporter : un dessin, ou l'image qu'en fait le navigateur. */
export async function portraitEnDocument(
  portrait: Portrait,
  fichier: string,
  { date, version }: { readonly date: string; readonly version: string },
  forme: keyof typeof TYPES,
): Promise<Document> {
  const pied = `Établi le ${ecrireJourEnLettres(date)} par Mutualisation SRU ${version}, d’après « ${fichier} ».`;
  const contenu =
    forme === 'svg' ? portraitsEnSvg([portrait], pied) : await peindre(portraitsEnSvg([portrait], pied, 'clair'));
  return { nom: nommer(fichier, 'portrait', forme), type: TYPES[forme], contenu };
}

const ECHELLE = 2;
/** Un navigateur ne peint pas plus haut. */
const HAUTEUR_AU_PLUS = 16_000;

async function peindre(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const image = new Image();
  image.src = `data:${TYPES.svg};charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const echelle = Math.min(ECHELLE, HAUTEUR_AU_PLUS / image.naturalHeight);
  const toile = document.createElement('canvas');
  toile.width = image.naturalWidth * echelle;
  toile.height = image.naturalHeight * echelle;
  toile.getContext('2d')!.drawImage(image, 0, 0, toile.width, toile.height);
  const png = await new Promise<Blob | null>((rendre) => toile.toBlob(rendre, TYPES.png));
  if (!png) throw new Error('L’image n’a pas été peinte.');
  return new Uint8Array(await png.arrayBuffer());
}
