type Associee = readonly [id: string, fonction: (...args: unknown[]) => unknown];

/** Charge l'entrée du complément, une fois par suite ; rend ce qu'elle associe, pour chaque hôte qui l'ouvre. */
export async function fonctionsAssociees(): Promise<readonly Associee[]> {
  const associees: Associee[] = [];
  const page = globalThis as unknown as Record<string, unknown>;
  page.CustomFunctions = { associate: (...association: Associee) => associees.push(association) };
  await import('../../src/fonctions');
  delete page.CustomFunctions;
  return associees;
}
