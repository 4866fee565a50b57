import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import { ecrire, ecrireCompte, typographier } from '../../nombres';
import { ISSUES_EN_PHRASES } from '../../rapport/natures/bilan-mots';
import { ISSUES, normaliser, type CommuneDressee, type IssueDuBilan } from '../../tableau';

export interface FiltreDuBilan {
  readonly nom: string;
  /** `null` : toutes. */
  readonly issue: IssueDuBilan | null;
}
export const SANS_FILTRE: FiltreDuBilan = { nom: '', issue: null };

/** Les communes dont le nom ou le code contient ce qui est cherché, et de l'issue choisie. */
export function filtrer(communes: readonly CommuneDressee[], { nom, issue }: FiltreDuBilan): readonly CommuneDressee[] {
  const cherche = normaliser(nom);
  return communes.filter(
    (c) =>
      (issue === null || c.issue === issue) &&
      (normaliser(c.ligne.nom).includes(cherche) || (c.ligne.codeInsee ?? '').startsWith(nom.trim())),
  );
}

const TOUTES = 'toutes';

interface Filtres {
  readonly communes: readonly CommuneDressee[];
  readonly montrees: number;
  readonly filtre: FiltreDuBilan;
  readonly poser: (filtre: FiltreDuBilan) => void;
}

export function FiltresDuBilan({ communes, montrees, filtre, poser }: Filtres) {
  const effectifs = ISSUES.flatMap((issue) => {
    const nombre = communes.filter((c) => c.issue === issue).length;
    return nombre > 0 ? [{ key: issue, text: typographier(`${ISSUES_EN_PHRASES[issue]} (${ecrire(nombre)})`) }] : [];
  });
  return (
    <>
      <div className="filtres" role="search" aria-label="Communes du bilan">
        <TextField
          label="Chercher une commune"
          autoComplete="off"
          value={filtre.nom}
          onChange={(_, nom = '') => poser({ ...filtre, nom })}
        />
        <Dropdown
          label="Bilan"
          selectedKey={filtre.issue ?? TOUTES}
          options={[{ key: TOUTES, text: `Toutes (${ecrire(communes.length)})` }, ...effectifs]}
          onChange={(_, option) => poser({ ...filtre, issue: ISSUES.find((issue) => issue === option?.key) ?? null })}
        />
      </div>
      <p className="discret" role="status">
        {typographier(
          `${ecrireCompte(montrees, 'commune montrée', 'communes montrées')} sur ${ecrire(communes.length)}.`,
        )}
      </p>
    </>
  );
}
