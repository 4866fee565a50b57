import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { useState } from 'react';
import { typographier } from '../../nombres';

type Copie = 'faite' | 'refusée' | null;

/** Copie un texte ; où l'hôte le refuse (Excel sur le web peut l'interdire à un cadre), le montre, à copier soi-même. */
export function Copier({ texte }: { readonly texte: string }) {
  const [copie, noter] = useState<Copie>(null);
  const copier = async () => {
    try {
      await navigator.clipboard.writeText(texte);
      noter('faite');
    } catch {
      noter('refusée');
    }
  };
  return (
    <>
      <DefaultButton text="Copier le compte rendu" onClick={() => void copier()} />
      <p role="status" className="discret">
        {typographier(
          copie === 'faite'
            ? 'Compte rendu copié : collez-le dans un courriel. Rien du classeur n’y est.'
            : copie === 'refusée'
              ? 'Excel ne laisse pas copier d’ici : sélectionnez le texte ci-dessous (Ctrl+A), puis copiez-le (Ctrl+C).'
              : '',
        )}
      </p>
      {copie === 'refusée' && <TextField label="Compte rendu" multiline rows={6} readOnly value={texte} />}
    </>
  );
}
