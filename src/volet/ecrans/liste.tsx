import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { useState } from 'react';
import { ecrire } from '../../nombres';

const PAR_PAGE = 50;

interface Elements<E> {
  readonly elements: readonly E[];
  readonly className: string;
  readonly children: (element: E, rang: number) => React.ReactNode;
}

/** Une liste dont la suite se demande : des milliers de constats ne figent pas le volet. */
export function Liste<E>({ elements, className, children }: Elements<E>) {
  const [montres, montrer] = useState(PAR_PAGE);
  const reste = elements.length - montres;
  return (
    <>
      <ul className={className}>{elements.slice(0, montres).map(children)}</ul>
      {reste > 0 && (
        <DefaultButton
          text={`Montrer la suite (${ecrire(reste)})`}
          onClick={() => montrer(montres + PAR_PAGE)}
          className="suite"
        />
      )}
    </>
  );
}
