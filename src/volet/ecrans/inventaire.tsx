import { PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { typographier } from '../../nombres';
import {
  communesDesObjectifs,
  phraseDesObjectifs,
  RESERVE_DES_OBJECTIFS,
  tableDesDepartements,
  tableDesEpcis,
  tableDesObjectifs,
} from '../../rapport/natures/inventaire-objectifs';
import {
  phraseDuResume,
  RESERVE,
  tableDesCommunes,
  tableDesMutualisables,
  tableDesPaliers,
  type Table as Contenu,
} from '../../rapport/natures/inventaire-tables';
import type { CommuneInventoriee, ControleInventaire } from '../../tableau';
import { NomDeCommune } from './commune';
import { useEtat, useVolet } from './outils';
import { classeurNeuf } from '../etat/classeur-neuf';
import { Table } from './table';
import { telecharger } from '../telecharger';
import { feuilleDesObjectifs } from '../../preparer';

const COMMUNES_NOMMEES = 30;

/** L'inventaire publié : ses paliers, les EPCI dont des communes pourraient mutualiser, ses communes. */
export function ChiffresDeLInventaire({ controle }: { readonly controle: ControleInventaire }) {
  const { inventaire } = controle;
  return (
    <>
      <h2>{typographier(phraseDuResume(inventaire))}</h2>
      <p>{typographier(phraseDesObjectifs(inventaire))}</p>
      {inventaire.objectifs.ensemble.chiffrees.length > 0 && (
        <>
          <EmporterLesObjectifs controle={controle} />
          <UneTable table={tableDesObjectifs(inventaire)} communes={communesDesObjectifs(inventaire)} />
          <p className="discret">{typographier(RESERVE_DES_OBJECTIFS)}</p>
          <UneTable table={tableDesDepartements(inventaire)} />
          <UneTable table={tableDesEpcis(inventaire)} />
        </>
      )}
      <UneTable table={tableDesPaliers(inventaire)} />
      <UneTable table={tableDesMutualisables(inventaire, { noms: COMMUNES_NOMMEES })} />
      <p className="discret">{typographier(RESERVE)}</p>
      <UneTable table={tableDesCommunes(inventaire)} communes={inventaire.communes} />
    </>
  );
}

interface PropsDeTable {
  readonly table: Contenu;
  /** Celles des lignes, si chaque ligne est une commune. */
  readonly communes?: readonly CommuneInventoriee[];
}

const UneTable = ({ table, communes }: PropsDeTable) => (
  <>
    <h3>{typographier(table.titre)}</h3>
    <Table
      table={table}
      {...(communes && { nommer: (_: string, i: number) => <NomDeCommune ligne={communes[i]!.ligne} /> })}
    />
  </>
);

/** Dans Excel, une feuille neuve ; sans Excel, un classeur à télécharger. */
function EmporterLesObjectifs({ controle }: { readonly controle: ControleInventaire }) {
  const volet = useVolet();
  const occupe = useEtat().travail !== null;
  const emporter = async () => {
    const feuille = feuilleDesObjectifs(controle);
    if (!volet.lectureSeule)
      return volet.creerFeuille(
        feuille,
        `« ${feuille.nom} » : la fourchette de chaque commune, et son objectif quand son parc notifié y est écrit.`,
      );
    telecharger(await classeurNeuf(feuille));
  };
  return (
    <div className="barre">
      <PrimaryButton
        text={volet.lectureSeule ? 'Télécharger les objectifs (.xlsx)' : 'Écrire les objectifs dans une feuille'}
        allowDisabledFocus
        disabled={occupe}
        onClick={() => void emporter()}
      />
    </div>
  );
}
