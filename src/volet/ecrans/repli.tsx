import { useState } from 'react';

interface Props {
  readonly titre: React.ReactNode;
  readonly className?: string;
  /** Ouvert d'abord. */
  readonly ouvert?: boolean;
  readonly children: React.ReactNode;
}

/** Un repli dont le contenu ne se dessine qu'ouvert : des milliers de lignes ne figent pas le volet. */
export function Repli({ titre, className = 'repli', ouvert = false, children }: Props) {
  const [deplie, deplier] = useState(ouvert);
  return (
    <details className={className} open={deplie} onToggle={({ currentTarget }) => deplier(currentTarget.open)}>
      <summary>{titre}</summary>
      {deplie && <div className="groupe">{children}</div>}
    </details>
  );
}
