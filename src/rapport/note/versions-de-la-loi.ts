import { REFERENCES, type Droit, type IdReference } from '../../droit';
import { ecrireJourIso } from '../../nombres';
import { selonLaNature, type ParNature } from '../natures';
import type { Controle } from '../../tableau';
import { derogationsDe } from './derogations';
import { mots, tableau, titre, type Bloc } from './document';

const TOUJOURS: readonly IdReference[] = ['L302-5', 'L302-8-I', 'L302-8-VII', 'L302-8-1'];
const APPLIQUES: ParNature<readonly IdReference[], [Droit]> = {
  objectifs: (c, droit) => [...TOUJOURS, ...derogationsDe(c, droit).map((d) => d.reference)],
  inventaire: () => TOUJOURS,
  bilan: () => ['L302-8-I', 'L302-8-III', 'L302-9-1'],
  rien: () => [],
};

/** Les textes qu'un contrôle applique. */
export const referencesCitees = (controle: Controle): IdReference[] => [
  ...selonLaNature(APPLIQUES, controle, controle.contexte.droit),
  ...controle.constats.map(({ reference }) => reference),
];

/** Les textes cités, dans la version lue. */
export function versionsDeLaLoi(citees: ReadonlySet<IdReference>): Bloc[] {
  const lignes = (Object.keys(REFERENCES) as IdReference[])
    .filter((id) => id !== 'outil' && citees.has(id))
    .map((id) => {
      const { article, version, objet } = REFERENCES[id];
      return [article, ecrireJourIso(version), objet];
    });
  const colonnes = [mots('Texte', 38), mots('Version du', 16), mots('Objet', 46)];
  return [titre(2, 'Versions de la loi'), tableau('Textes appliqués', colonnes, lignes)];
}
