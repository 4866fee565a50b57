// Métadonnées des fonctions personnalisées (functions.json), tirées de leurs commentaires JSDoc par le générateur de Microsoft.
// Le générateur est appelé sans son greffon webpack : celui-ci ajoute à chaque source un `CustomFunctions.associate` que
// src/fonctions/index.ts écrit déjà, et Office.js signale alors un doublon par fonction.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';

const NOM_EXCEL = /^[A-Z][A-Z0-9_.]{2,}$/;

/** Les métadonnées des sources de `dossier` qui portent `@customfunction` ; lève une erreur qui dit tous les défauts. */
export async function metadonneesDesFonctions(dossier = 'src/fonctions') {
  const sources = readdirSync(dossier)
    .filter((nom) => nom.endsWith('.ts'))
    .map((nom) => join(dossier, nom))
    .filter((source) => readFileSync(source, 'utf8').includes('@customfunction'));

  const lectures = await Promise.all(sources.map(lire));
  const functions = lectures.flatMap((lecture) => lecture.functions).sort((a, b) => (a.id < b.id ? -1 : 1));
  const enums = lectures.flatMap((lecture) => lecture.enums);
  const defauts = [...lectures.flatMap((lecture) => lecture.defauts), ...defautsDesNoms(functions)];
  if (defauts.length > 0) throw new Error(`Fonctions personnalisées de ${dossier} :\n${defauts.join('\n')}`);

  return {
    allowCustomDataForDataTypeAny: true,
    // Sans ce drapeau, que le générateur ne pose pas, une erreur dans une plage en argument empêche l’appel de la fonction.
    allowErrorForDataTypeAny: true,
    functions,
    ...(enums.length > 0 && { enums }),
  };
}

/** Un fichier, lu seul : le générateur ne nomme pas, dans une liste, celui qui est en défaut. */
async function lire(source) {
  try {
    const { metadataJson, errors } = await generateCustomFunctionsMetadata(source);
    const { functions = [], enums = [] } = metadataJson ? JSON.parse(metadataJson) : {};
    if (functions.length + errors.length === 0) errors.push('@customfunction ne précède aucune « export function »');
    for (const decrite of functions.flatMap((f) => [f, ...f.parameters])) {
      decrite.description = decrite.description?.replace(/(?<!\s)\s*\n\s*/g, ' ');
    }
    return { functions, enums, defauts: errors.map((erreur) => `${source} : ${erreur}`) };
  } catch (erreur) {
    return { functions: [], enums: [], defauts: [`${source} : ${erreur.message}`] };
  }
}

/** Ce que le générateur ne contrôle pas d’un fichier à l’autre, ni de la forme des noms qu’Excel accepte. */
function defautsDesNoms(functions) {
  const ids = functions.map(({ id }) => id);
  return [
    ...(ids.length === 0 ? ['aucune fonction'] : []),
    ...ids.filter((id, rang) => ids.indexOf(id) < rang).map((id) => `${id} : déclarée deux fois`),
    ...ids.filter((id) => !NOM_EXCEL.test(id)).map((id) => `${id} : nom qu’Excel refuse`),
    ...functions
      .filter(({ id, name }) => id !== name)
      .map(({ id, name }) => `${id} : suivi d’un autre nom, « ${name} »`),
  ];
}
