import { construire } from './serveur/construction';

await construire(process.cwd(), console.log);
