import {
  AcceptIcon,
  CheckMarkIcon,
  ChevronDownIcon,
  ChevronRightIcon,
  ClearIcon,
  CompletedSolidIcon,
  ErrorBadgeIcon,
  InfoIcon,
  MoreIcon,
  StatusCircleRingIcon,
  UnknownSolidIcon,
  WarningIcon,
} from '@fluentui/react-icons-mdl2';
import { registerIcons, setIconOptions } from 'office-ui-fabric-react/lib/Styling';
import type { Gravite, Verdict } from '../../tableau';

/** Les icônes que Fluent demande par leur nom, en SVG : sa police d'icônes viendrait du réseau. */
export function poserIcones(): void {
  setIconOptions({ disableWarnings: true });
  registerIcons({
    icons: {
      Accept: <AcceptIcon />,
      CheckMark: <CheckMarkIcon />,
      ChevronDown: <ChevronDownIcon />,
      ChevronRight: <ChevronRightIcon />,
      Clear: <ClearIcon />,
      Completed: <CompletedSolidIcon />,
      ErrorBadge: <ErrorBadgeIcon />,
      Info: <InfoIcon />,
      More: <MoreIcon />,
      Warning: <WarningIcon />,
    },
  });
}

const DES_VERDICTS: Readonly<Record<Verdict, typeof InfoIcon>> = {
  conforme: CompletedSolidIcon,
  'non conforme': ErrorBadgeIcon,
  indetermine: UnknownSolidIcon,
  'rien a controler': StatusCircleRingIcon,
};

export function IconeDuVerdict({ verdict }: { readonly verdict: Verdict }) {
  const Icone = DES_VERDICTS[verdict];
  return <Icone aria-hidden="true" className="icone" />;
}

export type Famille = Gravite | 'completer';

const DES_FAMILLES: Readonly<Record<Famille, typeof InfoIcon>> = {
  bloquant: ErrorBadgeIcon,
  completer: UnknownSolidIcon,
  alerte: WarningIcon,
  information: InfoIcon,
};

export function IconeDeFamille({ famille }: { readonly famille: Famille }) {
  const Icone = DES_FAMILLES[famille];
  return <Icone aria-hidden="true" className="icone" />;
}
