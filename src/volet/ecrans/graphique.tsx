import { Bar, CartesianGrid, ComposedChart, ResponsiveContainer, Scatter, XAxis, YAxis } from 'recharts';
import type { Droit } from '../../droit';
import { arrondir, versNombre } from '../../nombres';
import { plancherDe } from '../../rapport/presentation';
import type { Controle } from '../../tableau';

const HAUTEUR_PAR_COMMUNE = 38;
const HAUTEUR_DE_L_AXE = 40;
const LARGEUR_DES_NOMS = 100;
const NOM_COURT = 14;

/** Les barres du contrat à côté de la référence, le plancher marqué d'un trait ; les mêmes nombres sont dans le tableau qui suit. */
export function Graphique({ controle, droit }: { readonly controle: Controle; readonly droit: Droit }) {
  const communes = controle.lignes.map((l) => {
    const plancher = plancherDe(l, controle.contrat, droit);
    return {
      nom: l.ligne.commune || (l.ligne.codeInsee ?? '?'),
      reference: l.reference && versNombre(l.reference),
      contrat: l.contrat,
      plancher: plancher && arrondir(plancher, 'SUPERIEUR'),
    };
  });
  return (
    <figure className="graphique">
      <figcaption>
        <span className="cle cle-reference">Référence</span>
        <span className="cle cle-contrat">Contrat</span>
        <span className="cle cle-plancher">Plancher</span>
      </figcaption>
      <div
        role="img"
        aria-label="Barres de la référence et du contrat de chaque commune, plancher marqué d’un trait ; mêmes nombres dans le tableau qui suit."
      >
        <ResponsiveContainer width="100%" height={communes.length * HAUTEUR_PAR_COMMUNE + HAUTEUR_DE_L_AXE}>
          <ComposedChart data={communes} layout="vertical" barGap={1} accessibilityLayer={false} margin={{ right: 12 }}>
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
            <Bar dataKey="contrat" fill="var(--contrat)" isAnimationActive={false} />
            <Scatter dataKey="plancher" shape={Trait} isAnimationActive={false} />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </figure>
  );
}

const abregerNom = (nom: string): string => (nom.length > NOM_COURT ? `${nom.slice(0, NOM_COURT - 1)}…` : nom);

const DEMI_TRAIT = 15;

/** Sans plancher, recharts ne donne pas de place. */
function Trait({ cx, cy }: { readonly cx?: number | null | undefined; readonly cy?: number | null | undefined }) {
  if (typeof cx !== 'number' || typeof cy !== 'number') return <g />;
  return <path d={`M${cx} ${cy - DEMI_TRAIT}v${2 * DEMI_TRAIT}`} stroke="var(--plancher)" strokeWidth={3} />;
}
