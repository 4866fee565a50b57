import { typographier } from '../nombres';

const dans = (phrase: string) => ({ one: typographier(phrase), other: typographier(phrase) });

/** Ce que yargs dit de lui-même, là où son français est fautif ou sans apostrophe typographique ; un texte accordé y est un couple. */
export const TEXTES = {
  'Show help': typographier('Affiche l’aide'),
  'Not enough non-option arguments: got %s, need at least %s': dans('Il manque un argument : %s donné, %s au moins.'),
  'Too many non-option arguments: got %s, maximum of %s': dans('Trop d’arguments : %s pour %s au plus.'),
  'Argument: %s, Given: %s, Choices: %s': typographier('--%s : reçu %s, attendu parmi %s'),
  'Argument check failed: %s': typographier('Échec de la vérification de l’argument : %s'),
  'Not enough arguments following: %s': typographier('Il manque une valeur après : --%s'),
} as const;
