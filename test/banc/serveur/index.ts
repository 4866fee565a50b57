import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { COMPLEMENT, construire, PAGE } from './construction';

const CDN = 'https://appsforoffice.microsoft.com';
/** Le dossier du CDN où le complément prend Office.js ; le paquet npm est servi au même chemin. */
const OFFICE_JS = '/lib/1/hosted/';
/** Une adresse locale qui ne répond pas : le pare-feu d'un réseau qui bloque le CDN. */
const INJOIGNABLE = 'http://localhost:9';
/** En http, Office.js demande à cette page, voisine de lui, s'il peut se fier à l'hôte. */
const CONFIANCE =
  "<!doctype html><script>addEventListener('message',(e)=>e.source.postMessage(JSON.stringify({hostUserTrusted:true}),e.origin))</script>";

export interface Reglages {
  /** Le port demandé ; sans lui, le premier libre à partir de 3000. */
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
  chemin: string;
  statut: number;
  quand: Date;
}

export interface Banc {
  adresse: string;
  /** Toutes les requêtes reçues, dans l'ordre. */
  journal: readonly Requete[];
  fermer: () => Promise<void>;
}

/** Construit au besoin le complément et la page, puis les sert. */
export async function demarrerBanc(reglages: Reglages = {}): Promise<Banc> {
  const { racine = process.cwd(), dire = () => undefined } = reglages;
  await construire(racine, dire);
  const journal: Requete[] = [];
  const repondre = aiguiller({ ...reglages, racine });
  const serveur = createServer((requete, reponse) => {
    reponse.on('finish', () =>
      journal.push({
        methode: requete.method ?? '',
        chemin: requete.url ?? '',
        statut: reponse.statusCode,
        quand: new Date(),
      }),
    );
    repondre(requete, reponse);
  });
  const ecouter = (port: number) =>
    new Promise<void>((ouvert, echoue) => {
      serveur.once('error', echoue);
      serveur.listen(port, 'localhost', () => {
        serveur.off('error', echoue);
        ouvert();
      });
    });
  await ecouter(reglages.port ?? 3000).catch((erreur: NodeJS.ErrnoException) => {
    if (reglages.port !== undefined || erreur.code !== 'EADDRINUSE') throw erreur;
    return ecouter(0);
  });
  return {
    adresse: `http://localhost:${(serveur.address() as AddressInfo).port}/`,
    journal,
    fermer: () =>
      new Promise((fini) => {
        serveur.close(() => fini());
        serveur.closeAllConnections();
      }),
  };
}

function aiguiller({
  racine = '',
  titre = 'Banc d’essai',
  exemples = 'assets/exemples',
  ouvrir,
}: Reglages): (requete: IncomingMessage, reponse: ServerResponse) => void {
  const servir = (dossier: string) => sirv(join(racine, dossier), { dev: true, etag: true });
  const noms = readdirSync(join(racine, exemples)).filter((nom) => nom.endsWith('.xlsx'));
  const configuration = { titre, exemples: noms, ouvrir: ouvrir ?? noms[0] };
  const dossiers = {
    '/complement/': servir(COMPLEMENT),
    '/sans-office/': servir(COMPLEMENT),
    '/exemples/': servir(exemples),
    [OFFICE_JS]: servir('node_modules/@microsoft/office-js/dist'),
    '/': servir(PAGE),
  };
  return (requete, reponse) => {
    const chemin = decodeURIComponent(new URL(requete.url ?? '/', 'http://localhost').pathname);
    const envoyer = (type: string, texte: string) => {
      reponse.setHeader('content-type', `${type}; charset=utf-8`);
      reponse.end(texte);
    };
    if (chemin === '/banc.json') return envoyer('application/json', JSON.stringify(configuration));
    if (chemin === `${OFFICE_JS}AgaveErrorUX/index.html`) return envoyer('text/html', CONFIANCE);
    const prefixe = Object.keys(dossiers).find((debut) => chemin.startsWith(debut)) ?? '/';
    const reste = chemin.slice(prefixe.length);
    if (prefixe.endsWith('complement/') || prefixe === '/sans-office/') {
      // La page de production, octet pour octet, au seul endroit d'où vient Office.js près.
      const source = prefixe === '/sans-office/' ? INJOIGNABLE : `http://${requete.headers.host ?? 'localhost'}`;
      const page = /^[\w-]+\.html$/.test(reste) && lire(join(racine, COMPLEMENT, reste));
      if (page) return envoyer('text/html', page.replaceAll(CDN, source));
    }
    requete.url = `/${(requete.url ?? '').slice(prefixe.length)}`;
    const absent = () => {
      reponse.statusCode = 404;
      envoyer('text/plain', 'Introuvable');
    };
    dossiers[prefixe as keyof typeof dossiers]?.(requete, reponse, absent);
  };
}

function lire(chemin: string): string | undefined {
  try {
    return readFileSync(chemin, 'utf8');
  } catch {
    return undefined;
  }
}
