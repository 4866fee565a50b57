import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { titreSaufSi } from '../outils/saute';

const ABSENT = spawnSync('nginx', ['-v']).error !== undefined && 'nginx absent : paquet nginx-light';

const FICHIERS = {
  'volet.html': '<!doctype html><title>Volet</title>',
  'functions.json': JSON.stringify({ functions: 'x'.repeat(5000) }),
  'fonctions.js': '0;',
  'ecran.0123abcd.js': '0;',
  'manifest.xml': '<OfficeApp/>',
  'assets/icon-32.png': 'png',
};

interface Reponse {
  readonly statut: number;
  readonly entetes: IncomingHttpHeaders;
}

(ABSENT ? describe.skip : describe)(titreSaufSi(ABSENT, 'le réglage de nginx, servi pour de vrai'), () => {
  const dossier = mkdtempSync(join(tmpdir(), 'nginx-'));
  let nginx: ChildProcess;
  let port: number;

  const demander = (chemin: string, methode = 'GET', entetes: Record<string, string> = {}) =>
    new Promise<Reponse>((resoudre, refuser) => {
      const options = { port, path: `/${chemin}`, method: methode, headers: entetes, rejectUnauthorized: false };
      request(options, (reponse) => {
        reponse.resume().on('end', () => resoudre({ statut: reponse.statusCode!, entetes: reponse.headers }));
      })
        .on('error', refuser)
        .end();
    });

  beforeAll(async () => {
    mkdirSync(join(dossier, 'assets'));
    for (const [nom, contenu] of Object.entries(FICHIERS)) writeFileSync(join(dossier, nom), contenu);
    const [cle, certificat] = [join(dossier, 'cle.pem'), join(dossier, 'certificat.pem')];
    const auto = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost'];
    execFileSync('openssl', [...auto, '-keyout', cle, '-out', certificat], { stdio: 'ignore' });
    port = await portLibre();
    // Les trois lignes à adapter, et le port ; rien d'autre ne change.
    const reglage = readFileSync('docs/serveur/nginx.conf', 'utf8')
      .replace('listen 443 ssl', `listen ${port} ssl`)
      .replace('/etc/ssl/certs/sru.pem', certificat)
      .replace('/etc/ssl/private/sru.key', cle)
      .replace('/srv/mutualisation-sru', dossier);
    const utilisateur = process.getuid?.() === 0 ? 'user root;' : '';
    const autour = `${utilisateur} daemon off; pid ${dossier}/pid; error_log stderr; events {}`;
    writeFileSync(join(dossier, 'nginx.conf'), `${autour} http { access_log off; ${reglage} }`);
    nginx = spawn('nginx', ['-p', dossier, '-c', join(dossier, 'nginx.conf')], { stdio: 'ignore' });
    await tantQueNulNeRepond(nginx, () => demander('volet.html'));
  });
  afterAll(async () => {
    await new Promise((fini) => {
      nginx.on('close', fini).kill('SIGQUIT');
    });
    rmSync(dossier, { recursive: true });
  });

  it.each(Object.keys(FICHIERS))(
    '%s : toute origine le lit, et nul ne l’encadre que les hôtes d’Office',
    async (nom) => {
      const { statut, entetes } = await demander(nom, 'GET', { origin: 'https://excel.officeapps.live.com' });
      expect(statut).toBe(200);
      expect(entetes['access-control-allow-origin']).toBe('*');
      expect(entetes['content-security-policy']).toMatch(
        /^frame-ancestors 'self' https:\/\/\*\.officeapps\.live\.com /,
      );
      expect(entetes['x-frame-options']).toBeUndefined();
      expect(entetes['x-content-type-options']).toBe('nosniff');
    },
  );

  it.each([
    ['volet.html', 'no-cache'],
    ['functions.json', 'no-cache'],
    ['fonctions.js', 'no-cache'],
    ['manifest.xml', 'no-cache'],
    ['ecran.0123abcd.js', 'public, max-age=31536000, immutable'],
    ['assets/icon-32.png', 'public, max-age=86400'],
  ])('%s se garde : %s', async (chemin, duree) => {
    expect((await demander(chemin)).entetes['cache-control']).toBe(duree);
  });

  it.each([
    ['functions.json', 'application/json; charset=utf-8'],
    ['fonctions.js', 'text/javascript; charset=utf-8'],
    ['volet.html', 'text/html; charset=utf-8'],
    ['assets/icon-32.png', 'image/png'],
  ])('%s est de type %s', async (chemin, type) => {
    expect((await demander(chemin)).entetes['content-type']).toBe(type);
  });

  it('comprime ce qui est lourd', async () => {
    const { entetes } = await demander('functions.json', 'GET', { 'accept-encoding': 'gzip' });
    expect(entetes['content-encoding']).toBe('gzip');
  });

  it('refuse ce qui n’est pas une lecture, et dit ce qui manque', async () => {
    expect((await demander('functions.json', 'HEAD')).statut).toBe(200);
    expect((await demander('functions.json', 'POST')).statut).toBe(403);
    const absent = await demander('absent.js');
    expect([absent.statut, absent.entetes['access-control-allow-origin']]).toEqual([404, '*']);
  });
});

const portLibre = () =>
  new Promise<number>((resoudre) => {
    const serveur = createServer().listen(0, () => {
      const { port } = serveur.address() as AddressInfo;
      serveur.close(() => resoudre(port));
    });
  });

async function tantQueNulNeRepond(nginx: ChildProcess, demande: () => Promise<unknown>): Promise<void> {
  while (nginx.exitCode === null) {
    try {
      await demande();
      return;
    } catch {
      await new Promise((suite) => setImmediate(suite));
    }
  }
  throw new Error(`nginx s’est arrêté (${nginx.exitCode}).`);
}
