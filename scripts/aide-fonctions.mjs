// L’aide des fonctions que montre le volet, tirée comme functions.json de leurs commentaires, exemples compris.
// `npm run aide` l’écrit ; un essai vérifie qu’elle est à jour.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { metadonneesDesFonctions } from './metadonnees-fonctions.mjs';

export const FICHIER = 'src/volet/aide-fonctions.json';

/** `[{ nom, description, rend, parametres: [{ nom, description, facultatif }], exemples }]`, dans l’ordre des noms. */
export async function aideDesFonctions(dossier = 'src/fonctions') {
  const { functions } = await metadonneesDesFonctions(dossier);
  const balises = balisesDe(dossier);
  return functions.map(({ id, description, parameters }) => ({
    nom: id,
    description,
    rend: balises.get(id).returns[0],
    parametres: parameters.map((p) => ({
      nom: p.name,
      description: p.description,
      facultatif: p.optional === true,
    })),
    exemples: balises.get(id).example,
  }));
}

/** Par fonction, le texte de ses balises `@returns` et `@example`. */
function balisesDe(dossier) {
  const parFonction = new Map();
  for (const nom of readdirSync(dossier).filter((n) => n.endsWith('.ts'))) {
    const source = ts.createSourceFile(nom, readFileSync(join(dossier, nom), 'utf8'), ts.ScriptTarget.Latest, true);
    for (const noeud of source.statements.filter(ts.isFunctionDeclaration)) {
      const balises = ts.getJSDocTags(noeud);
      const textes = (nomDeBalise) => balises.filter((b) => b.tagName.text === nomDeBalise).map(texteDe);
      const [id] = textes('customfunction');
      if (id) parFonction.set(id, { returns: textes('returns'), example: textes('example') });
    }
  }
  return parFonction;
}

const texteDe = ({ comment }) => ts.getTextOfJSDocComment(comment).replace(/\s+/g, ' ').trim();

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(FICHIER, `${JSON.stringify(await aideDesFonctions(), null, 2)}\n`);
}
