import type { ReactNode } from 'react';
import { Bar, CartesianGrid, ComposedChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';

const HAUTEUR_DE_L_AXE = 40;
const LARGEUR_DES_NOMS = 100;
const NOM_COURT = 14;

interface Proprietes {
  readonly communes: readonly { readonly nom: string; readonly reference: number | null }[];
  readonly hauteurParCommune: number;
  readonly ecart: number;
  /** Ce que voit le lecteur d'écran. */
  readonly resume: string;
  /** Les clés des séries, après celle de la référence. */
  readonly cles: ReactNode;
  /** Les séries, après celle de la référence. */
  readonly children: ReactNode;
}

/** La référence de chaque commune, et les séries qu'on y compare. */
export function BarresParCommune({ communes, hauteurParCommune, ecart, resume, cles, children }: Proprietes) {
  return (
    <figure className="graphique">
      <figcaption>
        <span className="cle cle-reference">Référence</span>
        {cles}
      </figcaption>
      <div role="img" aria-label={resume}>
        <ResponsiveContainer width="100%" height={communes.length * hauteurParCommune + HAUTEUR_DE_L_AXE}>
          <ComposedChart
            data={communes}
            layout="vertical"
            barGap={ecart}
            accessibilityLayer={false}
            margin={{ right: 12 }}
          >
            <CartesianGrid horizontal={false} stroke="var(--filet)" />
            <XAxis type="number" stroke="var(--discret)" fontSize={11} />
            <YAxis
              type="category"
              dataKey="nom"
              width={LARGEUR_DES_NOMS}
              interval={0}
              stroke="var(--discret)"
              fontSize={11}
              tickFormatter={abregerNom}
            />
            <Bar dataKey="reference" fill="var(--fond)" stroke="var(--reference)" isAnimationActive={false} />
            {children}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </figure>
  );
}

const abregerNom = (nom: string): string => (nom.length > NOM_COURT ? `${nom.slice(0, NOM_COURT - 1)}…` : nom);
