import { demarrerBanc, type Banc } from '../../banc/serveur';

let banc: Banc | undefined;

/** Construit et sert le banc avant les essais ; `BANC=http://…` en reprend un qui tourne déjà. */
export async function preparer(): Promise<void> {
  if (process.env.BANC) return;
  banc = await demarrerBanc({ port: 0, ouvrir: 'vierge.xlsx', dire: console.log });
  process.env.BANC = banc.adresse;
}

export const ranger = async (): Promise<void> => banc?.fermer();
