import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { REFERENTIEL } from '../../src/referentiel';
import type { Grille } from '../../src/tableau';
import { Ecrans } from '../../src/volet/ecrans/ecrans';
import { poserIcones } from '../../src/volet/ecrans/icones';
import type { Document } from '../../src/volet/etat/note';
import { creerVolet } from '../../src/volet/etat/volet';
import { classeurSimule } from './classeur-simule';

// Sans mise en page, tous les onglets sont dans le menu ; et chercher ce qui se voit coûte, sur les styles de Fluent, des secondes.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
poserIcones();

export type Agent = ReturnType<typeof userEvent.setup>;

const THEME = { actuel: () => 'clair' as const, abonner: () => () => undefined };

interface Ouverture {
  readonly lectureSeule?: boolean;
  /** La première lecture échoue par cette phrase. */
  readonly refus?: string;
  /** Ce que l'hôte permet d'enregistrer. */
  readonly enregistrer?: (document: Document) => void;
}

/** Le volet sur un classeur en mémoire, le 22 novembre 2026. */
export async function ouvrirVolet(
  grilles: readonly Grille[],
  { lectureSeule = false, refus, enregistrer }: Ouverture = {},
) {
  const classeur = classeurSimule(grilles);
  if (refus) classeur.echouer(refus);
  const { ecriture, ...sansEcriture } = classeur;
  const volet = creerVolet(lectureSeule ? sansEcriture : { ...sansEcriture, ecriture }, async () => REFERENTIEL);
  const enregistrement = enregistrer && { classeur: 'classeur.xlsx', enregistrer };
  const outils = { volet, aujourdhui: () => new Date(2026, 10, 22), ...(enregistrement && { enregistrement }) };
  render(<Ecrans outils={outils} theme={THEME} />);
  await screen.findByRole(refus ? 'alert' : 'tablist');
  return { classeur, volet, agent: userEvent.setup() };
}

/** L'onglet de ce nom, montré ou rangé dans le menu. */
export const onglet = (nom: string) => document.querySelector(`[role="tab"][name="${nom}"]`)!;

/** Choisit dans le menu ou la liste qui vient de s'ouvrir. Fluent ne lui laisse prendre les clics qu'une fois posé, à l'image suivante. */
export async function choisir(agent: Agent, role: 'menuitem' | 'option', nom: string) {
  const element = await screen.findByRole(role, { name: nom });
  await waitFor(() => expect(element.closest('[style*="pointer-events: none"]')).toBeNull());
  await agent.click(element);
}
