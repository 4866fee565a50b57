import { creer, dire, element, options } from './dom';

/** Ouvre un exemple, un fichier choisi ou déposé ; enregistre une copie. */
export function brancherFichiers(
  exemples: readonly string[],
  porte: {
    ouvrirExemple(nom: string): Promise<void>;
    ouvrirOctets(nom: string, octets: Uint8Array): Promise<void>;
    enregistrer(): Promise<{ nom: string; octets: Uint8Array }>;
  },
): (nom: string) => void {
  const liste = element<HTMLSelectElement>('exemples');
  const entree = element<HTMLInputElement>('fichier');
  const depot = element('depot');
  liste.append(...options(exemples.map((nom) => [nom, nom])));
  const dansUnePhrase = (travail: Promise<unknown>) =>
    void travail.catch((erreur: unknown) => dire(erreur instanceof Error ? erreur.message : String(erreur)));
  const ouvrir = async (fichier: File | undefined) => {
    if (!fichier) return;
    if (!/\.xlsx$/i.test(fichier.name)) throw new Error(`« ${fichier.name} » n’est pas un classeur .xlsx.`);
    await porte.ouvrirOctets(fichier.name, new Uint8Array(await fichier.arrayBuffer()));
  };
  liste.addEventListener('change', () => dansUnePhrase(porte.ouvrirExemple(liste.value)));
  element('choisir').addEventListener('click', () => entree.click());
  entree.addEventListener('change', () => {
    dansUnePhrase(ouvrir(entree.files?.[0]));
    entree.value = '';
  });
  element('enregistrer').addEventListener('click', () => dansUnePhrase(porte.enregistrer().then(telecharger)));
  for (const nom of ['dragenter', 'dragover', 'dragleave', 'drop'] as const)
    document.addEventListener(
      nom,
      (evenement) => {
        if (!evenement.dataTransfer?.types.includes('Files')) return;
        evenement.preventDefault();
        evenement.stopPropagation();
        depot.hidden = nom === 'drop' || (nom === 'dragleave' && evenement.relatedTarget === null);
        if (nom === 'drop') dansUnePhrase(ouvrir(evenement.dataTransfer.files[0]));
      },
      { capture: true },
    );
  return (nom) => {
    if (!exemples.includes(nom)) {
      liste.querySelector('[data-fichier]')?.remove();
      const propre = creer('option', { value: nom, textContent: nom });
      propre.dataset.fichier = '';
      liste.append(propre);
    }
    liste.value = nom;
  };
}

function telecharger({ nom, octets }: { nom: string; octets: Uint8Array }): void {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const adresse = URL.createObjectURL(new Blob([octets as Uint8Array<ArrayBuffer>], { type }));
  creer('a', { href: adresse, download: nom }).click();
  setTimeout(() => URL.revokeObjectURL(adresse), 10_000);
}
