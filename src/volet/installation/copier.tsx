import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { useState } from 'react';
import { typographier } from '../../nombres';

const DITS = {
  faite: 'Compte rendu copié : collez-le dans un courriel. Rien du classeur n’y est.',
  refusée: 'Excel ne laisse pas copier d’ici : sélectionnez ce texte (Ctrl+A), puis copiez-le (Ctrl+C).',
};

/** Copie un texte ; où l'hôte l'interdit, le montre, à copier soi-même. */
export function Copier({ texte }: { readonly texte: string }) {
  const [copie, noter] = useState<keyof typeof DITS | null>(null);
  const copier = async () => noter((await ecrireAuPressePapiers(texte)) ? 'faite' : 'refusée');
  return (
    <>
      <DefaultButton text="Copier le compte rendu" onClick={() => void copier()} />
      <p role="status">{copie && typographier(DITS[copie])}</p>
      {copie === 'refusée' && (
        <TextField className="a-copier" label="Compte rendu" multiline rows={6} readOnly value={texte} />
      )}
    </>
  );
}

async function ecrireAuPressePapiers(texte: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(texte);
    return true;
  } catch {
    return copierParCommande(texte);
  }
}

/** L'ancienne commande : un cadre d'Excel sur le web n'a pas droit à la nouvelle. */
function copierParCommande(texte: string): boolean {
  const remplir = (evenement: ClipboardEvent) => {
    evenement.clipboardData?.setData('text/plain', texte);
    evenement.preventDefault();
  };
  document.addEventListener('copy', remplir);
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', remplir);
  }
}
