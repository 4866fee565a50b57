import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import type { IContextualMenuItem } from 'office-ui-fabric-react/lib/ContextualMenu';
import { estRefus } from '../../regles';
import { tableauChoisi, tableauxDe, type Etat } from '../etat/etat';
import { noteDe } from '../etat/note';
import { REDACTIONS, rediger } from '../etat/redaction';
import { compteDe } from '../etat/resumes';
import { CarteDeTableau } from './carte-de-tableau';
import { feuilleDeControleDe } from '../etat/feuille';
import { useEtat, useOutils, type Outils } from './outils';

/** L'écran « Contrôle » : le verdict de chaque tableau, puis ce qui bloque. */
export function EcranControle() {
  const { volet, aujourdhui, enregistrement } = useOutils();
  const etat = useEtat();
  const tableaux = tableauxDe(etat);
  const choisi = tableauChoisi(etat);
  const gestes: IContextualMenuItem[] = [
    { key: 'annoter', text: 'Annoter le classeur', onClick: () => void volet.annoter() },
    { key: 'retirer', text: 'Retirer les annotations', onClick: () => void volet.retirerAnnotations() },
    {
      key: 'feuille',
      text: 'Créer la feuille de contrôle',
      disabled: !choisi || estRefus(choisi.resultat),
      onClick: () => {
        const feuille = choisi && feuilleDeControleDe(choisi, etat, aujourdhui());
        if (feuille) void volet.creerFeuille(feuille, 'Feuille de contrôle créée. Rien d’autre n’a changé.');
      },
    },
    ...(enregistrement
      ? [
          {
            key: 'note',
            text: 'Télécharger la note (.docx)',
            disabled: !choisi || estRefus(choisi.resultat),
            onClick: () => void telechargerLaNote(etat, enregistrement, aujourdhui()),
          },
          ...REDACTIONS.map((redaction) => ({
            key: redaction.nom,
            text: redaction.libelle,
            disabled: !choisi || estRefus(choisi.resultat),
            onClick: () =>
              void rediger(redaction, volet, enregistrement.classeur, aujourdhui(), enregistrement.enregistrer),
          })),
        ]
      : []),
  ];
  const occupe = etat.travail !== null;
  return (
    <>
      <div className="barre">
        <PrimaryButton text="Contrôler" allowDisabledFocus disabled={occupe} onClick={() => void volet.controler()} />
        {!volet.lectureSeule && tableaux.length > 0 && (
          <DefaultButton text="Autres actions" allowDisabledFocus disabled={occupe} menuProps={{ items: gestes }} />
        )}
      </div>
      {tableaux.length > 1 && <p className="discret">{compteDe(tableaux)}</p>}
      {tableaux.map((t) => (
        <CarteDeTableau key={t.cle} trouve={t} choisi={t === choisi} />
      ))}
    </>
  );
}

async function telechargerLaNote(
  { feuilles, reglages, referentiel }: Etat,
  { classeur, enregistrer }: NonNullable<Outils['enregistrement']>,
  jour: Date,
): Promise<void> {
  if (!referentiel) return;
  const { annuaire } = referentiel;
  enregistrer(await noteDe(classeur, { feuilles, reglages, annuaire }, 'docx', jour));
}
