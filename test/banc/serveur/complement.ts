import { readFileSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { COMPLEMENT } from './construction';

const CDN = 'https://appsforoffice.microsoft.com';
const REGLAGE = 'docs/serveur/nginx.conf';
const CORS = 'Access-Control-Allow-Origin';
/** Une adresse locale qui ne répond pas : le pare-feu d'un réseau qui bloque le CDN. */
const INJOIGNABLE = 'http://localhost:9';
/** Les dossiers où le complément se sert avec un ennui ; à la racine, sans. */
const ENNUI = /^\/(sans-office|sans-cors)(?=\/)/;

type Entetes = readonly (readonly [nom: string, valeur: string])[];

/** Les en-têtes que le réglage de nginx pose sur tout fichier ; la durée du cache, qui dépend du nom, n'en est pas. */
const entetesDe = (reglage: string): Entetes =>
  [...reglage.matchAll(/^\s*add_header (\S+) "?([^"$]+?)"? always;$/gm)].map(([, nom = '', valeur = '']) => [
    nom,
    valeur,
  ]);

/** Sert le complément comme un service le servirait : les fichiers de production, octet pour octet, et les en-têtes de nginx.conf. */
export function servirLeComplement(racine: string, origineDuBanc: () => string) {
  const entetes = entetesDe(readFileSync(join(racine, REGLAGE), 'utf8'));
  const fichiers = sirv(join(racine, COMPLEMENT), { dev: true, etag: true });
  return (requete: IncomingMessage, reponse: ServerResponse): void => {
    const ennui = ENNUI.exec(requete.url ?? '')?.[1];
    requete.url = (requete.url ?? '/').replace(ENNUI, '');
    for (const [nom, valeur] of entetes)
      if (nom !== CORS || ennui !== 'sans-cors')
        // Le banc tient lieu d'Excel sur le web : il encadre la page, lui aussi.
        reponse.setHeader(nom, valeur.replace("frame-ancestors 'self'", `$& ${origineDuBanc()}`));
    const page = /^\/([\w-]+\.html)(?:\?|$)/.exec(requete.url)?.[1];
    const html = page && lire(join(racine, COMPLEMENT, page));
    if (html) {
      reponse.setHeader('Content-Type', 'text/html; charset=utf-8');
      // Ne change que l'origine d'où vient Office.js.
      return void reponse.end(html.replaceAll(CDN, ennui === 'sans-office' ? INJOIGNABLE : origineDuBanc()));
    }
    fichiers(requete, reponse, () => {
      reponse.statusCode = 404;
      reponse.end();
    });
  };
}

function lire(chemin: string): string | undefined {
  try {
    return readFileSync(chemin, 'utf8');
  } catch {
    return undefined;
  }
}
