import type { SourceDeTheme } from '../volet/ecrans/ecrans';
import { themeDe } from '../volet/theme';

/** Le thème du système, seul à le dire hors d'Office. */
export function themeDuSysteme(): SourceDeTheme {
  const contraste = matchMedia('(forced-colors: active)');
  const sombre = matchMedia('(prefers-color-scheme: dark)');
  return {
    actuel: () => themeDe(undefined, { contraste: contraste.matches, sombre: sombre.matches }),
    abonner(rappel) {
      for (const preference of [contraste, sombre]) preference.addEventListener('change', rappel);
      return () => {
        for (const preference of [contraste, sombre]) preference.removeEventListener('change', rappel);
      };
    },
  };
}
