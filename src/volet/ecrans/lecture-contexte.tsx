import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { ecrirePeriode, PERIODE_ABSENTE, periodesConnues } from '../../droit';
import { typographier } from '../../nombres';
import { AVIS_EN_MOTS, CONTRATS_EN_MOTS } from '../../rapport/mots';
import type { Avis, Contrat, Fait, Sujet } from '../../tableau';
import type { TableauControle } from '../etat/controles';
import type { PlaceDeReponse } from '../etat/reponses';
import { CheminDeCellule } from './lieu';
import { useEtat, useOutils, useVolet } from './outils';
import { Revenir } from './revenir';

type NomDeChamp = 'periode' | 'contrat' | 'plh' | 'avis' | 'epci';

const CONTRATS: readonly (readonly [Contrat, string])[] = [
  ['cims', 'Mutualisant (CIMS)'],
  ['cms', 'Abaissant (CMS)'],
  ['aucun', 'Sans contrat'],
];
const AVIS: readonly (readonly [Avis, string])[] = [
  ['recueilli', 'Recueilli'],
  ['a-recueillir', 'À recueillir avant de conclure'],
  ['manquant', 'Manquant, contrat déjà conclu'],
  ['defavorable', 'Défavorable (consultatif)'],
];
const OUI_NON = [
  ['oui', 'Oui'],
  ['non', 'Non'],
] as const;

const SILENCES: Readonly<Record<NomDeChamp, string>> = {
  periode: PERIODE_ABSENTE,
  contrat:
    'abaissant si l’en-tête de l’objectif le dit (« Objectif CMS abaissant »), mutualisant s’il ne dit qu’un contrat, sans contrat sinon',
  plh: 'à confirmer, le contrôle le demande',
  avis: 'à confirmer, le contrôle le demande',
  epci: 'celle des communes du tableau',
};

/** Le contexte, champ par champ : ce que l'agent en précise, et d'où vient ce qui en est su du tableau s'il est donné. */
export function ChampsDuContexte({ trouve = null }: { readonly trouve?: TableauControle | null }) {
  const volet = useVolet();
  const { aujourdhui } = useOutils();
  const { periode, contrat, plh, avis, epci } = useEtat().reglages;
  const periodes = periodesConnues(aujourdhui().getFullYear()).reverse();
  return (
    <>
      <UnMenu
        champ="periode"
        nom="Période triennale"
        valeur={periode}
        choix={periodes.map((p) => [p, p] as const)}
        absence="Non précisée"
        trouve={trouve}
        regler={(valeur) => void volet.regler({ periode: valeur })}
      />
      <UnMenu
        champ="contrat"
        nom="Contrat"
        valeur={contrat}
        choix={CONTRATS}
        trouve={trouve}
        regler={(valeur) => void volet.regler({ contrat: valeur })}
      />
      <UnMenu
        champ="plh"
        nom="Programme local de l’habitat (PLH) exécutoire"
        valeur={plh === null ? null : plh ? 'oui' : 'non'}
        choix={OUI_NON}
        trouve={trouve}
        regler={(valeur) => void volet.regler({ plh: valeur === null ? null : valeur === 'oui' })}
      />
      <UnMenu
        champ="avis"
        nom="Avis de la commission nationale SRU"
        valeur={avis}
        choix={AVIS}
        trouve={trouve}
        regler={(valeur) => void volet.regler({ avis: valeur })}
      />
      <div className="champ">
        <TextField
          key={epci}
          label="Intercommunalité (EPCI)"
          defaultValue={epci}
          placeholder={trouve?.contexte.epci ?? ''}
          maxLength={200}
          onBlur={({ target }) => {
            if (target.value !== epci) void volet.regler({ epci: target.value });
          }}
        />
        <Source champ="epci" precise={epci !== ''} absence="Non précisée" trouve={trouve} nom="Intercommunalité" />
      </div>
    </>
  );
}

interface Menu<T> {
  readonly champ: Exclude<NomDeChamp, 'epci'>;
  readonly nom: string;
  /** Ce que l'agent a précisé. */
  readonly valeur: T | null;
  readonly choix: readonly (readonly [T, string])[];
  readonly absence?: 'Non précisé' | 'Non précisée';
  readonly trouve: TableauControle | null;
  readonly regler: (valeur: T | null) => void;
}

const LU = '';

function UnMenu<T extends string>({ champ, nom, valeur, choix, absence = 'Non précisé', trouve, regler }: Menu<T>) {
  const lu = enMots(faitDe(trouve, SUJETS[champ]));
  return (
    <div className="champ">
      <Dropdown
        label={nom}
        selectedKey={valeur ?? LU}
        options={[
          { key: LU, text: typographier(lu ?? (trouve ? 'Non dit' : absence)) },
          ...choix.map(([key, text]) => ({ key, text })),
        ]}
        onChange={(_, option) => regler(choix.find(([cle]) => cle === option?.key)?.[0] ?? null)}
      />
      <Source champ={champ} precise={valeur !== null} absence={absence} trouve={trouve} nom={nom} />
    </div>
  );
}

const SUJETS = { periode: 'periode', contrat: 'genre', plh: 'plh', avis: 'avis', epci: 'epci' } as const;

const faitDe = (trouve: TableauControle | null, sujet: Sujet): Fait | undefined =>
  trouve?.contexte.lecture?.faits.find(({ quoi }) => quoi === sujet);

/** « Lu : 2023-2025 ». */
function enMots(fait: Fait | undefined): string | null {
  if (!fait) return null;
  if (fait.valeur === null) return 'À confirmer';
  switch (fait.quoi) {
    case 'periode':
      return `Lu : ${ecrirePeriode(fait.valeur)}`;
    case 'plh':
      return `Lu : ${fait.valeur ? 'oui' : 'non'}`;
    case 'avis':
      return `Lu : ${AVIS_EN_MOTS[fait.valeur]}`;
    case 'genre':
      return `Lu : ${CONTRATS_EN_MOTS[fait.valeur]}`;
    default:
      return `Lu : ${fait.valeur}`;
  }
}

interface ProprietesDeSource {
  readonly champ: NomDeChamp;
  readonly nom: string;
  readonly precise: boolean;
  readonly absence: string;
  readonly trouve: TableauControle | null;
}

/** D'où vient ce qui est su : précisé, lu dans une cellule, ou dit nulle part. */
function Source({ champ, nom, precise, absence, trouve }: ProprietesDeSource) {
  const fait = faitDe(trouve, SUJETS[champ]);
  const place: PlaceDeReponse = { champ };
  return (
    <>
      {precise && <p className="discret">{typographier(fait ? 'Précisé, plutôt que :' : 'Précisé.')}</p>}
      {fait && trouve && (
        <p className="discret">
          {fait.cellule ? (
            <>
              {'Lu en '}
              <CheminDeCellule trouve={trouve} cellule={fait.cellule} quoi={nom} />
            </>
          ) : (
            'Lu dans le nom de la feuille'
          )}
          {typographier(` : « ${fait.texte.replace(/\s+/g, ' ')} »${fait.valeur === null ? ', à confirmer' : ''}.`)}
        </p>
      )}
      {!precise && !fait && (
        <p className="discret">{typographier(`${trouve ? 'Non dit' : absence} : ${silenceDe(champ, trouve)}.`)}</p>
      )}
      {precise && trouve && (
        <div className="barre">
          <Revenir place={place} quoi={nom} />
        </div>
      )}
    </>
  );
}

const silenceDe = (champ: NomDeChamp, trouve: TableauControle | null): string =>
  champ === 'contrat' && trouve ? `déduit des colonnes, ${CONTRATS_EN_MOTS[trouve.contexte.contrat]}` : SILENCES[champ];
