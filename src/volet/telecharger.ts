import type { Document } from './etat/note';

const REPIT = 10_000;

/** Remet un document au navigateur, qui l'enregistre ; rien ne passe par le réseau. */
export function telecharger({ nom, type, contenu }: Document): void {
  const adresse = URL.createObjectURL(new Blob([contenu], { type }));
  Object.assign(document.createElement('a'), { href: adresse, download: nom }).click();
  setTimeout(() => URL.revokeObjectURL(adresse), REPIT);
}
