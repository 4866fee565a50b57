import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import sirv from 'sirv';

export interface Service {
  readonly adresse: string;
  fermer(): Promise<void>;
}

/** Sert un dossier tel quel, comme le serveur de fichiers d'un service ; l'arrêter, c'est couper le réseau de la page. */
export async function servirDossier(dossier: string): Promise<Service> {
  const servir = sirv(dossier, { dev: true });
  const serveur: Server = createServer((requete, reponse) =>
    servir(requete, reponse, () => {
      reponse.statusCode = 404;
      reponse.end();
    }),
  );
  await new Promise<void>((ouvert) => serveur.listen(0, 'localhost', ouvert));
  return {
    adresse: `http://localhost:${(serveur.address() as AddressInfo).port}/`,
    fermer: () =>
      new Promise((fini) => {
        serveur.close(() => fini());
        serveur.closeAllConnections();
      }),
  };
}
