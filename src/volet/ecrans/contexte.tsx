import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { DROIT_EN_VIGUEUR, periodesConnues } from '../../droit';
import { typographier } from '../../nombres';
import type { Avis, Contrat } from '../../tableau';
import { useEtat, useOutils, useVolet } from './outils';

const NON_PRECISE = '';

interface Champ<T> {
  readonly nom: string;
  readonly valeur: T | null;
  readonly choix: readonly (readonly [T, string])[];
  readonly absence?: 'Non précisé' | 'Non précisée';
  /** Ce que l'absence veut dire. */
  readonly silence: string;
  readonly regler: (valeur: T | null) => void;
}

const CONTRATS: readonly (readonly [Contrat, string])[] = [
  ['cims', 'Mutualisant (CIMS)'],
  ['cms', 'Abaissant (CMS)'],
  ['aucun', 'Sans contrat'],
];
const AVIS: readonly (readonly [Avis, string])[] = [
  ['recueilli', 'Recueilli'],
  ['a-recueillir', 'À recueillir avant de conclure'],
  ['manquant', 'Manquant, contrat déjà conclu'],
];

/** L'écran « Contexte » : ce que le tableau ne dit pas, gardé dans le classeur. */
export function EcranContexte() {
  const volet = useVolet();
  const { aujourdhui } = useOutils();
  const { periode, contrat, plh, avis, epci } = useEtat().reglages;
  const periodes = periodesConnues(aujourdhui().getFullYear()).reverse();
  return (
    <>
      <p>
        Ce que le tableau ne dit pas.{' '}
        {volet.lectureSeule
          ? 'Gardé dans ce navigateur, sous le nom du fichier.'
          : 'Gardé dans ce classeur, pour vous et ceux qui l’ouvriront.'}
      </p>
      <UnChamp
        nom="Période triennale"
        valeur={periode}
        choix={periodes.map((p) => [p, p] as const)}
        absence="Non précisée"
        silence={DROIT_EN_VIGUEUR.libelle.replace(/^.*? : /, '')}
        regler={(valeur) => void volet.regler({ periode: valeur })}
      />
      <UnChamp
        nom="Contrat"
        valeur={contrat}
        choix={CONTRATS}
        silence="abaissant si l’en-tête de l’objectif le dit (« Objectif CMS abaissant »), mutualisant s’il ne dit qu’un contrat, sans contrat sinon"
        regler={(valeur) => void volet.regler({ contrat: valeur })}
      />
      <UnChamp
        nom="Programme local de l’habitat (PLH) exécutoire"
        valeur={plh === null ? null : plh ? 'oui' : 'non'}
        choix={[
          ['oui', 'Oui'],
          ['non', 'Non'],
        ]}
        silence="à confirmer, le contrôle le rappelle sans bloquer"
        regler={(valeur) => void volet.regler({ plh: valeur === null ? null : valeur === 'oui' })}
      />
      <UnChamp
        nom="Avis de la commission nationale SRU"
        valeur={avis}
        choix={AVIS}
        silence="à confirmer, le contrôle le rappelle sans bloquer"
        regler={(valeur) => void volet.regler({ avis: valeur })}
      />
      <TextField
        key={epci}
        label="Intercommunalité"
        defaultValue={epci}
        maxLength={200}
        description="Ne sert qu’à l’en-tête de la feuille de contrôle."
        onBlur={({ target }) => {
          if (target.value !== epci) void volet.regler({ epci: target.value });
        }}
      />
    </>
  );
}

function UnChamp<T extends string>({ nom, valeur, choix, absence = 'Non précisé', silence, regler }: Champ<T>) {
  return (
    <div className="champ">
      <Dropdown
        label={nom}
        selectedKey={valeur ?? NON_PRECISE}
        options={[{ key: NON_PRECISE, text: absence }, ...choix.map(([key, text]) => ({ key, text }))]}
        onChange={(_, option) => regler(choix.find(([cle]) => cle === option?.key)?.[0] ?? null)}
      />
      {valeur === null && <p className="discret">{typographier(`${absence} : ${silence}.`)}</p>}
    </div>
  );
}
