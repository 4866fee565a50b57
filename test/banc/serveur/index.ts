import { readdirSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { servirLeComplement } from './complement';
import { COMPLEMENT, construire, PAGE } from './construction';

/** Le dossier du CDN où le complément prend Office.js ; le paquet npm est servi au même chemin. */
const OFFICE_JS = '/lib/1/hosted/';
/** En http, Office.js demande à cette page, voisine de lui, s'il peut se fier à l'hôte. */
const CONFIANCE =
  "<!doctype html><script>addEventListener('message',(e)=>e.source.postMessage(JSON.stringify({hostUserTrusted:true}),e.origin))</script>";
const PORT = 3000;

export interface Reglages {
  /** Le port demandé ; sans lui, le premier libre à partir de 3000. Le complément prend le suivant, s'il est libre. */
  port?: number;
  /** La racine du dépôt. */
  racine?: string;
  titre?: string;
  /** Le dossier des classeurs d'exemple, et celui qui s'ouvre d'abord. */
  exemples?: string;
  ouvrir?: string;
  dire?: (phrase: string) => void;
}

export interface Requete {
  methode: string;
  /** L'adresse entière : la page du banc et le complément n'ont pas la même origine. */
  adresse: string;
  statut: number;
  quand: Date;
}

export interface Banc {
  adresse: string;
  /** Toutes les requêtes reçues, dans l'ordre. */
  journal: readonly Requete[];
  fermer: () => Promise<void>;
}

/** Construit au besoin le complément et la page, puis les sert, chacun de son origine. */
export async function demarrerBanc(reglages: Reglages = {}): Promise<Banc> {
  const { racine = process.cwd(), dire = () => undefined } = reglages;
  await construire(racine, dire);
  const journal: Requete[] = [];
  const noter =
    (repondre: RequestListener): RequestListener =>
    (requete, reponse) => {
      const { method: methode = '', url = '', headers } = requete;
      reponse.on('finish', () =>
        journal.push({
          ...{ methode, adresse: `http://${headers.host ?? ''}${url}` },
          ...{ statut: reponse.statusCode, quand: new Date() },
        }),
      );
      repondre(requete, reponse);
    };
  const page: Server = createServer(noter(servirLaPage({ ...reglages, racine }, () => `${origineDe(complement)}/`)));
  const complement: Server = createServer(noter(servirLeComplement(racine, () => origineDe(page))));
  await ecouter(page, reglages.port === undefined ? [PORT, 0] : [reglages.port]);
  await ecouter(complement, [portDe(page) + 1, 0]);
  return {
    adresse: `${origineDe(page)}/`,
    journal,
    fermer: async () => {
      await Promise.all([page, complement].map(fermer));
    },
  };
}

const portDe = (serveur: Server) => (serveur.address() as AddressInfo).port;
const origineDe = (serveur: Server) => `http://localhost:${portDe(serveur)}`;

/** Prend le premier de ces ports qui est libre. */
async function ecouter(serveur: Server, [port, ...autres]: readonly number[]): Promise<void> {
  try {
    await new Promise<void>((ouvert, echoue) => {
      serveur.once('error', echoue);
      serveur.listen(port, 'localhost', () => {
        serveur.off('error', echoue);
        ouvert();
      });
    });
  } catch (erreur) {
    if (autres.length === 0 || (erreur as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw erreur;
    await ecouter(serveur, autres);
  }
}

const fermer = (serveur: Server) =>
  new Promise<void>((fini) => {
    serveur.close(() => fini());
    serveur.closeAllConnections();
  });

/** La page qui joue Excel, Office.js à la place du CDN, les exemples, et les manifestes, qu'un agent charge sans passer par leur serveur. */
function servirLaPage(
  { racine = '', titre = 'Banc d’essai', exemples = 'assets/exemples', ouvrir }: Reglages,
  adresseDuComplement: () => string,
): RequestListener {
  const servir = (dossier: string, entetes: Readonly<Record<string, string>> = {}) =>
    sirv(join(racine, dossier), {
      ...{ dev: true, etag: true },
      setHeaders: (reponse) => {
        for (const [nom, valeur] of Object.entries(entetes)) reponse.setHeader(nom, valeur);
      },
    });
  const noms = readdirSync(join(racine, exemples)).filter((nom) => nom.endsWith('.xlsx'));
  const dossiers = {
    '/manifestes/': servir(COMPLEMENT),
    '/exemples/': servir(exemples),
    // Office.js charge ses propres scripts à travers l'origine, ce que le CDN admet.
    [OFFICE_JS]: servir('node_modules/@microsoft/office-js/dist', { 'Access-Control-Allow-Origin': '*' }),
    '/': servir(PAGE),
  };
  return (requete, reponse) => {
    const { pathname } = new URL(requete.url ?? '/', 'http://localhost');
    const envoyer = (type: string, texte: string) => {
      reponse.setHeader('content-type', `${type}; charset=utf-8`);
      reponse.end(texte);
    };
    if (pathname === '/banc.json') {
      const configuration = { titre, complement: adresseDuComplement(), exemples: noms, ouvrir: ouvrir ?? noms[0] };
      return envoyer('application/json', JSON.stringify(configuration));
    }
    if (pathname === `${OFFICE_JS}AgaveErrorUX/index.html`) return envoyer('text/html', CONFIANCE);
    const prefixe = Object.keys(dossiers).find((debut) => pathname.startsWith(debut)) ?? '/';
    requete.url = `/${(requete.url ?? '').slice(prefixe.length)}`;
    dossiers[prefixe as keyof typeof dossiers]?.(requete, reponse, () => {
      reponse.statusCode = 404;
      envoyer('text/plain', 'Introuvable');
    });
  };
}
