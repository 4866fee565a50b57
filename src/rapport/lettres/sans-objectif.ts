import { anneeDeBase, DERNIERE_PERIODE, ecrirePeriode } from '../../droit';
import { ecrire } from '../../nombres';
import { nommerInventaire, type CommunePubliee, type InventairePublie } from '../../referentiel/referentiel';
import { correctionDe, type Constat, type Contexte, type Declaree } from '../../tableau';

/** Ce que l'inventaire publié dit d'une commune à qui il ne reconnaît aucun objectif. */
export interface SansObjectif {
  readonly phrase: string;
  /** Pourquoi la lettre ne part pas, et ce qu'il faut faire ; `null` : le tableau dit lui-même que l'inventaire est périmé. */
  readonly refus: string | null;
}

/**
 * Ce par quoi l'inventaire publié contredit un tableau qui la fait déficitaire. Il peut être périmé : le tableau le confirme, d'un mot ;
 * mais nulle différence de date ne ramène un taux publié loin de celui du parc.
 */
export function sansObjectifAuPublie(
  code: string | undefined,
  declaree: Declaree,
  constats: readonly Constat[],
  { inventaires = [], droit }: Contexte,
): readonly SansObjectif[] {
  if (!code) return [];
  const periode = droit.periode ?? DERNIERE_PERIODE;
  const [exemptant] = parEcart(inventaires, (i) => i.periode.debut - periode.debut);
  const [comptant] = parEcart(inventaires, (i) => i.anneeDesTaux - anneeDeBase(periode));
  const comptee = comptant?.parCode(code);
  return [
    ...(exemptant?.parCode(code)?.exemptee ? [exemptee(exemptant, declaree)] : []),
    ...(comptant && comptee?.deficitaire === false ? [enRegle(comptant, comptee, declaree, constats)] : []),
  ];
}

/** De l'inventaire le plus proche au plus lointain. */
const parEcart = (inventaires: readonly InventairePublie[], ecart: (i: InventairePublie) => number) =>
  [...inventaires].sort((a, b) => Math.abs(ecart(a)) - Math.abs(ecart(b)));

function exemptee(inventaire: InventairePublie, declaree: Declaree): SansObjectif {
  const phrase = `exemptée à ${nommerInventaire(inventaire)}, pour ${ecrirePeriode(inventaire.periode)}`;
  const refus = `${phrase}, et le tableau ne le dit pas. Si elle ne l’est plus, écrire « non » dans une colonne « Exemptée »`;
  return { phrase, refus: declaree.exemptee === false ? null : refus };
}

function enRegle(
  inventaire: InventairePublie,
  { taux, cible }: CommunePubliee,
  declaree: Declaree,
  constats: readonly Constat[],
): SansObjectif {
  const chiffres = taux && cible ? `, ${ecrire(taux.valeur)} % pour ${cible} %` : '';
  const phrase = `en règle à ${nommerInventaire(inventaire)}${chiffres}`;
  const loin = constats.find((c) => c.code === 'TAUX_CONTREDIT');
  if (loin) return { phrase, refus: `${phrase}. ${loin.message} ${correctionDe(loin)}` };
  const refus = `${phrase}, et le taux du tableau n’atteint pas sa cible. Vérifier ses chiffres ; si c’est l’inventaire qui est périmé, écrire « oui » dans une colonne « Déficitaire », ou « déficitaire » dans « Statut »`;
  return { phrase, refus: declaree.deficitaire ? null : refus };
}
