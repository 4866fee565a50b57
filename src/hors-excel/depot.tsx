import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { useEffect, useRef, useState } from 'react';
import { typographier } from '../nombres';

interface ProprietesDeDepot {
  readonly deposer: (fichiers: readonly File[]) => void;
  readonly survol: boolean;
}

/** De quoi choisir des fichiers, au clavier comme à la souris ; le dépôt vaut partout dans la page. */
export function Depot({ deposer, survol }: ProprietesDeDepot) {
  const champ = useRef<HTMLInputElement>(null);
  return (
    <div className={survol ? 'depot survol' : 'depot'}>
      <p>
        {typographier(
          'Déposez ici un ou plusieurs classeurs : xlsx, xlsm, xls, ods, csv, ou un contrat préparé ici (docx).',
        )}
      </p>
      <PrimaryButton text="Choisir des fichiers" onClick={() => champ.current?.click()} />
      <input
        ref={champ}
        type="file"
        multiple
        hidden
        accept=".xlsx,.xlsm,.xls,.ods,.csv,.txt,.docx"
        aria-label="Classeurs à contrôler"
        onChange={({ target }) => {
          deposer([...(target.files ?? [])]);
          // Le même fichier, corrigé, doit pouvoir être choisi à nouveau.
          target.value = '';
        }}
      />
    </div>
  );
}

/** Reçoit ce qui est lâché où que ce soit : ailleurs, le navigateur quitterait la page pour ouvrir le fichier. Vrai pendant le survol. */
export function useDepotPartout(deposer: (fichiers: readonly File[]) => void): boolean {
  const [survol, noter] = useState(false);
  useEffect(() => {
    const survoler = (geste: DragEvent) => {
      geste.preventDefault();
      noter(true);
    };
    const quitter = (geste: DragEvent) => {
      if (geste.relatedTarget === null) noter(false);
    };
    const lacher = (geste: DragEvent) => {
      geste.preventDefault();
      noter(false);
      deposer([...(geste.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', survoler);
    window.addEventListener('dragleave', quitter);
    window.addEventListener('drop', lacher);
    return () => {
      window.removeEventListener('dragover', survoler);
      window.removeEventListener('dragleave', quitter);
      window.removeEventListener('drop', lacher);
    };
  }, [deposer]);
  return survol;
}
