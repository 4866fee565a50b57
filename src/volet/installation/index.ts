export { EcranInstallation } from './ecran';
