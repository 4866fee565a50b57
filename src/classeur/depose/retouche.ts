/**
 * Ce qu'il faut changer d'une valeur JSON pour en faire une autre (RFC 7396) : un champ `null` y efface. Gardé au lieu de la valeur, il
 * laisse valoir tout ce qui n'a pas été changé, même si l'origine a changé depuis.
 * @example retoucheDe({ plh: true, avis: 'recueilli' }, { plh: false }) // { plh: false, avis: null }
 */
export function retoucheDe(origine: unknown, voulue: unknown): unknown {
  if (!estObjet(origine) || !estObjet(voulue)) return voulue;
  const champs = new Set([...Object.keys(origine), ...Object.keys(voulue)]);
  return Object.fromEntries(
    [...champs]
      .filter((champ) => !memes(origine[champ] ?? null, voulue[champ] ?? null))
      .map((champ) => [champ, retoucheDe(origine[champ], voulue[champ] ?? null)]),
  );
}

/** @example retoucher({ plh: true, avis: 'recueilli' }, { avis: null }) // { plh: true } */
export function retoucher(origine: unknown, retouche: unknown): unknown {
  if (!estObjet(retouche)) return retouche;
  const base = estObjet(origine) ? origine : {};
  const champs = new Map(Object.entries(base));
  for (const [champ, valeur] of Object.entries(retouche)) {
    if (valeur === null) champs.delete(champ);
    else champs.set(champ, retoucher(base[champ], valeur));
  }
  return Object.fromEntries(champs);
}

const estObjet = (valeur: unknown): valeur is Record<string, unknown> =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);

const memes = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
