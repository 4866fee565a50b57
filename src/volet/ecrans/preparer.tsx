import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { useId, useState } from 'react';
import type { FeuilleAEcrire } from '../../classeur/feuille-a-ecrire';
import { ecrirePeriode, lirePeriode, periodesConnues } from '../../droit';
import { ecrireCompte, typographier } from '../../nombres';
import {
  chercherLieux,
  NOMS_D_USAGE,
  periodeDeLUsage,
  phraseDeLaPreparee,
  preparer,
  USAGES,
  type Lieu,
  type NomDUsage,
} from '../../preparer';
import type { Referentiel } from '../../referentiel/referentiel';

interface Proprietes {
  readonly referentiel: Referentiel;
  readonly aujourdhui: () => Date;
  /** Ce que dit le bouton qui écrit la feuille. */
  readonly libelle: string;
  readonly occupe?: boolean;
  readonly ecrire: (feuille: FeuilleAEcrire, phrase: string) => void;
}

/** Choisir un EPCI ou un département, un usage, une période : la feuille s'écrit avec les communes. */
export function PreparerUnTableau({ referentiel, aujourdhui, libelle, occupe = false, ecrire }: Proprietes) {
  const [lieu, choisir] = useState<Lieu | null>(null);
  const [pour, destiner] = useState<NomDUsage>('mutualisation');
  const [periode, dater] = useState<string | null>(null);
  const [refus, refuser] = useState<string | null>(null);
  const periodes = periodesConnues(aujourdhui().getFullYear()).reverse();
  const lancer = (ou: Lieu) => {
    const preparee = preparer({ pour, lieu: ou, periode: periode === null ? null : lirePeriode(periode) }, referentiel);
    if ('phrase' in preparee) return refuser(preparee.phrase);
    refuser(null);
    ecrire(preparee.feuille, phraseDeLaPreparee(preparee));
  };
  return (
    <>
      <Dropdown
        label="Pour"
        options={NOMS_D_USAGE.map((nom) => ({ key: nom, text: USAGES[nom].libelle }))}
        selectedKey={pour}
        onChange={(_, choix) => choix && destiner(choix.key as NomDUsage)}
      />
      <ChoixDuLieu referentiel={referentiel} lieu={lieu} choisir={choisir} />
      <Dropdown
        label="Période triennale"
        options={periodes.map((p) => ({ key: p, text: p }))}
        selectedKey={periode ?? ecrirePeriode(periodeDeLUsage(pour))}
        onChange={(_, choix) => choix && dater(String(choix.key))}
      />
      <div className="barre">
        <PrimaryButton
          text={libelle}
          allowDisabledFocus
          disabled={occupe || lieu === null}
          onClick={() => lieu && lancer(lieu)}
        />
      </div>
      {refus && <p role="alert">{typographier(refus)}</p>}
      <p className="discret">
        {typographier(
          'Les communes, leurs taux, leurs taux cibles et leur statut viennent de l’inventaire publié ; les formules sont ordinaires. Ce que vous seul savez est vide, sur fond jaune.',
        )}
      </p>
    </>
  );
}

const MONTRES = 6;

interface Recherche {
  readonly referentiel: Referentiel;
  readonly lieu: Lieu | null;
  readonly choisir: (lieu: Lieu | null) => void;
}

function ChoixDuLieu({ referentiel, lieu, choisir }: Recherche) {
  const [texte, ecrire] = useState('');
  const resultats = useId();
  const { lieux, proches } = chercherLieux(texte, referentiel);
  const montres = lieu ? [] : (lieux.length > 0 ? lieux : proches).slice(0, MONTRES);
  return (
    <div className="champ">
      <TextField
        label="EPCI ou département"
        placeholder="CA de La Rochelle, 17…"
        maxLength={120}
        autoComplete="off"
        value={lieu ? lieu.nom : texte}
        aria-controls={resultats}
        onChange={(_, saisi = '') => {
          choisir(null);
          ecrire(saisi);
        }}
      />
      <div id={resultats}>
        <p role="status" className="discret">
          {typographier(phraseDeRecherche(texte, lieu, lieux.length, proches.length))}
        </p>
        {montres.length > 0 && (
          <ul className="lieux">
            {montres.map((trouve) => (
              <li key={`${trouve.genre} ${trouve.code}`}>
                <DefaultButton text={nommer(trouve, montres)} onClick={() => choisir(trouve)} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** Un département par son numéro ; deux EPCI de même nom par leur SIREN. */
const nommer = ({ genre, code, nom }: Lieu, parmi: readonly Lieu[]): string =>
  genre === 'departement' || parmi.filter((l) => l.nom === nom).length > 1 ? `${nom} (${code})` : nom;

function phraseDeRecherche(texte: string, lieu: Lieu | null, trouves: number, proches: number): string {
  if (lieu || texte.trim() === '') return '';
  if (trouves > MONTRES)
    return `${ecrireCompte(trouves, 'lieu', 'lieux')} : précisez, ou choisissez parmi les premiers.`;
  if (trouves > 0) return `${ecrireCompte(trouves, 'lieu', 'lieux')} : choisissez.`;
  return proches > 0 ? `Aucun EPCI ni département « ${texte} ». Les plus proches :` : '';
}
