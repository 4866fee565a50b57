import { decoderSous } from './encodage';

/** Une page web en un seul fichier : des en-têtes de messagerie, puis ses parties. */
export const estMhtml = (texte: string): boolean => {
  const tete = texte.slice(0, 4096);
  return /^[\w-]+:[ \t]/.test(tete) && /^MIME-Version:/im.test(tete) && /^Content-Type:/im.test(tete);
};

/** Les parties `text/html` d'un MHTML, décodées. */
export function pagesDe(texte: string): string[] {
  const { entetes, corps } = couper(texte);
  const borne = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(entetes);
  if (!borne) return /^content-type:\s*text\/html/im.test(entetes) ? [decoderPartie(entetes, corps)] : [];
  const parties = corps.split(`--${borne[1] ?? borne[2] ?? ''}`);
  return parties.flatMap((partie) => {
    const { entetes: siens, corps: sien } = couper(partie.replace(/^\r?\n/, ''));
    return /^content-type:\s*text\/html/im.test(siens) ? [decoderPartie(siens, sien)] : [];
  });
}

/** Les en-têtes, leurs suites rejointes, et ce qui suit la première ligne vide. */
function couper(message: string): { entetes: string; corps: string } {
  const vide = /\r?\n\r?\n/.exec(message);
  const fin = vide ? vide.index : message.length;
  return {
    entetes: message.slice(0, fin).replace(/\r?\n[ \t]+/g, ' '),
    corps: message.slice(fin + (vide?.[0].length ?? 0)),
  };
}

function decoderPartie(entetes: string, corps: string): string {
  const codage = /^content-transfer-encoding:\s*([\w-]+)/im.exec(entetes)?.[1]?.toLowerCase();
  const octets =
    codage === 'base64' ? deBase64(corps) : codage === 'quoted-printable' ? deQuotedPrintable(corps) : null;
  if (!octets) return corps;
  const annonce = /charset\s*=\s*"?([\w-]+)/i.exec(entetes)?.[1];
  return decoderSous(octets, annonce);
}

function deBase64(texte: string): Uint8Array {
  try {
    return Uint8Array.from(atob(texte.replace(/[^A-Za-z0-9+/=]/g, '')), (c) => c.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

/** Ce que le texte écrit hors de ses séquences est déjà décodé : il repasse en UTF-8. */
function deQuotedPrintable(texte: string): Uint8Array {
  const joint = texte.replace(/=[ \t]*\r?\n/g, '');
  const octets: number[] = [];
  const encodeur = new TextEncoder();
  for (const morceau of joint.split(/(=[0-9A-F]{2})/i)) {
    if (/^=[0-9A-F]{2}$/i.test(morceau)) octets.push(Number.parseInt(morceau.slice(1), 16));
    else for (const octet of encodeur.encode(morceau)) octets.push(octet);
  }
  return Uint8Array.from(octets);
}
