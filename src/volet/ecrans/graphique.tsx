import { Bar, Scatter } from 'recharts';
import type { Droit } from '../../droit';
import { arrondir, versNombre } from '../../nombres';
import { plancherDe, type ControleObjectifs } from '../../tableau';
import { BarresParCommune } from './barres-par-commune';

const HAUTEUR_PAR_COMMUNE = 38;

/** Les barres du contrat à côté de la référence, le plancher marqué d'un trait ; les mêmes nombres sont dans le tableau qui suit. */
export function Graphique({ controle, droit }: { readonly controle: ControleObjectifs; readonly droit: Droit }) {
  const communes = controle.lignes.map((l) => {
    const plancher = plancherDe(l, controle.contrat, droit);
    return {
      nom: l.ligne.nom,
      reference: l.reference && versNombre(l.reference),
      contrat: l.contrat,
      plancher: plancher && arrondir(plancher, 'SUPERIEUR'),
    };
  });
  return (
    <BarresParCommune
      communes={communes}
      hauteurParCommune={HAUTEUR_PAR_COMMUNE}
      ecart={1}
      resume="Barres de la référence et du contrat de chaque commune, plancher marqué d’un trait ; mêmes nombres dans le tableau qui suit."
      cles={
        <>
          <span className="cle cle-contrat">Contrat</span>
          <span className="cle cle-plancher">Plancher</span>
        </>
      }
    >
      <Bar dataKey="contrat" fill="var(--contrat)" isAnimationActive={false} />
      <Scatter dataKey="plancher" shape={Trait} isAnimationActive={false} />
    </BarresParCommune>
  );
}

const DEMI_TRAIT = 15;

/** Sans plancher, recharts ne donne pas de place. */
function Trait({ cx, cy }: { readonly cx?: number | null | undefined; readonly cy?: number | null | undefined }) {
  if (typeof cx !== 'number' || typeof cy !== 'number') return <g />;
  return <path d={`M${cx} ${cy - DEMI_TRAIT}v${2 * DEMI_TRAIT}`} stroke="var(--plancher)" strokeWidth={3} />;
}
