import { Bar } from 'recharts';
import { versNombre } from '../../nombres';
import type { Lettre } from '../etat/scenarios';
import type { Rangee } from '../etat/scenarios-bilan';
import { BarresParCommune } from './barres-par-commune';

const EPAISSEUR = 11;
const MARGE_PAR_COMMUNE = 14;
const COTE = 6;

/** Une couleur et un dessin par scénario : aucun ne se reconnaît à sa seule couleur. */
const DESSINS: Readonly<Record<Lettre, { readonly couleur: string; readonly trait: string | null }>> = {
  A: { couleur: 'var(--contrat)', trait: null },
  B: { couleur: 'var(--plancher)', trait: 'M0 6L6 0' },
  C: { couleur: 'var(--conforme)', trait: 'M3 0V6' },
  D: { couleur: 'var(--information)', trait: 'M0 3H6M3 0V6' },
};

/** La référence et l'objectif de chaque scénario, commune par commune ; les mêmes nombres sont dans le tableau qui précède. */
export function GraphiqueDesScenarios({ rangees }: { readonly rangees: readonly Rangee[] }) {
  const lettres = (rangees[0]?.cases ?? []).map((c) => c.scenario.lettre);
  const communes = rangees.map(({ ligne, reference, cases }) => ({
    nom: ligne.nom,
    reference: reference && versNombre(reference),
    ...Object.fromEntries(cases.map((c) => [c.scenario.lettre, c.valeur])),
  }));
  return (
    <>
      <Motifs lettres={lettres} />
      <BarresParCommune
        communes={communes}
        hauteurParCommune={(lettres.length + 1) * EPAISSEUR + MARGE_PAR_COMMUNE}
        ecart={0}
        resume="Barres de la référence et de l’objectif de chaque commune dans chaque scénario ; mêmes nombres dans le tableau qui précède."
        cles={lettres.map((lettre) => (
          <span key={lettre}>
            <svg className="cle-de-scenario" aria-hidden="true" viewBox="0 0 24 24">
              <rect
                x={1}
                y={1}
                width={22}
                height={22}
                strokeWidth={2}
                fill={remplissage(lettre)}
                stroke={DESSINS[lettre].couleur}
              />
            </svg>
            {`Scénario ${lettre}`}
          </span>
        ))}
      >
        {lettres.map((lettre) => (
          <Bar
            key={lettre}
            dataKey={lettre}
            fill={remplissage(lettre)}
            stroke={DESSINS[lettre].couleur}
            isAnimationActive={false}
          />
        ))}
      </BarresParCommune>
    </>
  );
}

const remplissage = (lettre: Lettre): string =>
  DESSINS[lettre].trait === null ? DESSINS[lettre].couleur : `url(#motif-scenario-${lettre})`;

function Motifs({ lettres }: { readonly lettres: readonly Lettre[] }) {
  return (
    <svg className="hors-ecran" aria-hidden="true">
      <defs>
        {lettres.map((lettre) => (
          <pattern
            key={lettre}
            id={`motif-scenario-${lettre}`}
            width={COTE}
            height={COTE}
            patternUnits="userSpaceOnUse"
          >
            <rect width={COTE} height={COTE} fill="var(--fond)" />
            <path d={DESSINS[lettre].trait ?? ''} stroke={DESSINS[lettre].couleur} strokeWidth={2} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
