import type { SourceDeTheme } from './ecrans/ecrans';
import { themeDe } from './theme';

/** Le thème d'Office et du système. Excel n'annonce pas le sien quand il change : on le relit quand le volet reprend la main. */
export function themeDeLaPage(): SourceDeTheme {
  const contraste = matchMedia('(forced-colors: active)');
  const sombre = matchMedia('(prefers-color-scheme: dark)');
  return {
    actuel: () =>
      themeDe(Office.context.officeTheme, {
        contraste: contraste.matches,
        sombre: sombre.matches,
      }),
    abonner(rappel) {
      contraste.addEventListener('change', rappel);
      sombre.addEventListener('change', rappel);
      window.addEventListener('focus', rappel);
      document.addEventListener('visibilitychange', rappel);
      return () => {
        contraste.removeEventListener('change', rappel);
        sombre.removeEventListener('change', rappel);
        window.removeEventListener('focus', rappel);
        document.removeEventListener('visibilitychange', rappel);
      };
    },
  };
}
