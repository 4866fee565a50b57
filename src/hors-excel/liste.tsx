import { IconButton } from 'office-ui-fabric-react/lib/Button';
import { useSyncExternalStore } from 'react';
import { ecrireCompte } from '../nombres';
import { classeDuVerdict, verdictEnTitre } from '../rapport/presentation';
import { controleDe } from '../volet/etat/controles';
import { tableauChoisi, tableauxDe, type Etat } from '../volet/etat/etat';
import { compteDe } from '../volet/etat/resumes';
import type { Fichier } from './fichiers';

interface ProprietesDeListe {
  readonly fichiers: readonly Fichier[];
  readonly choisi: Fichier;
  readonly choisir: (numero: number) => void;
  readonly retirer: (fichier: Fichier) => void;
}

/** Les fichiers déposés et leur verdict ; celui qu'on regarde est dit « en cours ». */
export function Liste({ fichiers, choisi, choisir, retirer }: ProprietesDeListe) {
  return (
    <nav aria-label={`${ecrireCompte(fichiers.length, 'fichier déposé', 'fichiers déposés')}`}>
      <ul className="liste">
        {fichiers.map((fichier) => (
          <li key={fichier.numero}>
            <button
              type="button"
              aria-current={fichier === choisi ? 'true' : undefined}
              onClick={() => choisir(fichier.numero)}
            >
              <strong>{fichier.nom}</strong>
              <Resume fichier={fichier} />
            </button>
            <IconButton
              iconProps={{ iconName: 'Clear' }}
              ariaLabel={`Retirer ${fichier.nom}`}
              title="Retirer de la liste"
              onClick={() => retirer(fichier)}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Resume({ fichier: { volet } }: { readonly fichier: Fichier }) {
  const etat = useSyncExternalStore(volet.abonner, volet.etat);
  const trouve = tableauChoisi(etat);
  const controle = trouve && controleDe(trouve);
  // Un inventaire est lu, non jugé.
  const teinte = controle && controle.nature !== 'inventaire' ? classeDuVerdict(controle.verdict) : 'discret';
  return <span className={`resume ${teinte}`}>{resumeDe(etat)}</span>;
}

function resumeDe(etat: Etat): string {
  const tableaux = tableauxDe(etat);
  if (!etat.lu) return etat.probleme === null ? 'En attente…' : 'Illisible';
  const [seul] = tableaux;
  if (!seul) return 'Aucun tableau de communes';
  if (tableaux.length > 1) return compteDe(tableaux);
  const controle = controleDe(seul);
  return controle ? verdictEnTitre(controle) : 'Période sans règle connue';
}
