import { Button, TextInput } from '@mantine/core';
import { type ReactNode, type SubmitEvent } from 'react';
import { Link } from 'react-router';
import { useAct } from '../../api/acts.ts';
import { Facts } from '../../parts/facts.tsx';
import { Code } from '../../parts/figures.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import '../../look/coming-in.css';
import { approveTerminal } from '../../session/coming-in.ts';
import { useFromLink } from '../../session/link.ts';
import { useSession } from '../../session/signed-in.tsx';
import { dutyText } from '../../words/codes.ts';
import { useTyped } from '../../session/use-typed.ts';
import { t } from '../../words/words.ts';

/** "wdjbmjht" -> "WDJB-MJHT" */
function codeIn(text: string): string {
  const letters = text.toUpperCase().replaceAll(/[^A-Z]/g, '');
  return letters.length > 4 ? `${letters.slice(0, 4)}-${letters.slice(4, 8)}` : letters;
}

/** A terminal shows a code, and whoever is signed in here lets it act for them. */
export function Terminal(): ReactNode {
  const linked = useFromLink();
  return <Asking key={linked} of={codeIn(linked ?? '')} />;
}

function Asking({ of }: { of: string }): ReactNode {
  const { person, secretariat, designations } = useSession();
  const [code, setCode] = useTyped('code of the terminal', of);
  const approve = useAct({ changes: ['sessions'], send: () => approveTerminal(code) });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    approve.mutate();
  };
  const duties = [...new Set(designations.map(({ duty }) => duty))].map(dutyText).join(', ');
  if (approve.isSuccess) {
    return (
      <Page title={t('The terminal is let in')}>
        <p role="status">{t('It goes on by itself within a few seconds. You can close this page.')}</p>
        <p>
          <Link to="/settings">{t('Settings show where you are signed in, and end it there.')}</Link>
        </p>
      </Page>
    );
  }
  return (
    <Page title={t('Let in a terminal')} lead={t('The command recoup sign-in shows a code of eight letters.')}>
      <form onSubmit={submit} className="outside-form">
        <TextInput
          label={t('Code on the terminal')}
          description={
            of === ''
              ? t('Only one that you see on your own terminal.')
              : t('Is it what your own terminal shows, letter for letter? If somebody sent you the link, leave it.')
          }
          className="terminal-code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          dir="ltr"
          value={code}
          onChange={(event) => setCode(codeIn(event.currentTarget.value))}
        />
        <div>
          <h2>{t('What it may do then')}</h2>
          <Facts
            of={[
              [t('Acts as'), <Code key="person">{person.code}</Code>],
              [t('For the books of'), secretariat.name],
              [t('With the duties'), duties === '' ? t('none today: it reads') : duties],
            ]}
          />
          <p className="muted">
            {t(
              'All that you may do, for twelve hours at most and until it is unused for thirty minutes. To certify, approve or close it signs in anew after ten minutes.',
            )}
          </p>
        </div>
        {approve.error !== null && <Trouble error={approve.error} />}
        <Button type="submit" loading={approve.isPending} disabled={code.length !== 9}>
          {t('Let it in')}
        </Button>
      </form>
    </Page>
  );
}
