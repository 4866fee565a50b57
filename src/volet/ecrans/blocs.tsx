import { typographier } from '../../nombres';
import { classeDuVerdict } from '../../rapport/mots';
import type { Bloc, Element, Tableau } from '../../rapport/note/document';

/** Une note à l'écran, sous un titre de niveau 2. */
export const Blocs = ({ blocs }: { readonly blocs: readonly Bloc[] }) =>
  blocs.map((bloc, i) => <UnBloc key={i} bloc={bloc} />);

function UnBloc({ bloc }: { readonly bloc: Bloc }) {
  switch (bloc.type) {
    case 'titre': {
      const Titre = bloc.niveau === 2 ? 'h3' : 'h4';
      return <Titre>{typographier(bloc.texte)}</Titre>;
    }
    case 'paragraphe':
      return <p>{typographier(bloc.texte)}</p>;
    case 'avertissement':
      return (
        <p>
          <strong>{typographier(bloc.texte)}</strong>
        </p>
      );
    case 'verdict':
      return <p className={`encadre ${classeDuVerdict(bloc.verdict)}`}>{typographier(bloc.texte)}</p>;
    case 'liste':
      return (
        <ul>
          {bloc.elements.map((element, i) => (
            <Puce key={i} element={element} />
          ))}
        </ul>
      );
    case 'tableau':
      return <UneTable tableau={bloc} />;
  }
}

const Puce = ({ element: { sujet, texte, source } }: { readonly element: Element }) => (
  <li>
    {sujet && <strong>{typographier(`${sujet} : `)}</strong>}
    {typographier(texte)}
    {source && <span className="source">{typographier(` (${source})`)}</span>}
  </li>
);

/** Un volet étroit empile ses cellules (fiche.css) : les rôles restent ceux d'une table. */
function UneTable({ tableau: { legende, colonnes, lignes } }: { readonly tableau: Tableau }) {
  const classe = (rang: number) => (colonnes[rang]!.nombre ? 'nombre' : undefined);
  return (
    <table role="table">
      <caption>{typographier(legende)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {colonnes.map(({ titre }, c) => (
            <th key={titre} role="columnheader" scope="col" className={classe(c)}>
              {typographier(titre)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lignes.map(([premiere, ...autres], i) => (
          <tr key={i} role="row">
            <th role="rowheader" scope="row">
              {typographier(premiere!)}
            </th>
            {autres.map((texte, c) => (
              <td key={c} role="cell" className={classe(c + 1)}>
                {typographier(texte)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
