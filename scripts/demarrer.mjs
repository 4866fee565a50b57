// Sert le banc d'essai : le complément à côté d'un tableur qui tient lieu d'Excel. Installe et construit ce qui manque.
import './pret.mjs';
const { tsImport } = await import('tsx/esm/api');
const { demarrerBanc } = await tsImport('../test/banc/serveur/index.ts', import.meta.url);

const port = process.env.PORT ? Number(process.env.PORT) : undefined;
try {
  const banc = await demarrerBanc({
    ...(port !== undefined && { port }),
    titre: 'Mutualisation SRU',
    ouvrir: 'grand-poitiers.xlsx',
    dire: (phrase) => console.log(phrase),
  });
  console.log(`Banc d’essai : ${banc.adresse} (Ctrl+C pour arrêter)`);
  const bureau = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (bureau && !process.env.CI) {
    const { default: ouvrir } = await import('open');
    await ouvrir(banc.adresse).catch(() => undefined);
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void banc.fermer());
} catch (erreur) {
  console.error(erreur.code === 'EADDRINUSE' ? `Le port ${port} est déjà pris.` : erreur.message);
  process.exitCode = 1;
}
