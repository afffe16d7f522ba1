import { Radio, Switch, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Page } from '../../parts/page.tsx';
import { prefer, usePreferences } from '../../session/preferences.ts';
import { chooseLanguage } from '../../session/use-typed.ts';
import { languages, t } from '../../words/words.ts';
import { useSession } from '../../session/signed-in.tsx';
import { AllShortcuts } from './all-shortcuts.tsx';
import { OwnSessions } from './own-sessions.tsx';

/** What somebody prefers on this computer, and where they are signed in. */
export function Settings(): ReactNode {
  const { language, density, shortcuts, railOpen } = usePreferences();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Page title={t('Settings')} lead={t('They hold on this computer.')}>
      <div className="settings">
        <Radio.Group label={t('Language')} value={language} onChange={(code) => void chooseLanguage(code)}>
          {languages
            .filter(({ code }) => code !== 'x-rtl')
            .map(({ code, name }) => (
              <Radio key={code} value={code} label={name} lang={code} />
            ))}
        </Radio.Group>
        <Radio.Group label={t('Theme')} value={colorScheme} onChange={(value) => setColorScheme(value)}>
          <Radio value="auto" label={t('As the system has it')} />
          <Radio value="light" label={t('Light')} />
          <Radio value="dark" label={t('Dark')} />
        </Radio.Group>
        <Radio.Group label={t('Density')} value={density} onChange={(value) => prefer({ density: value })}>
          <Radio value="compact" label={t('Compact')} />
          <Radio value="normal" label={t('Normal')} />
          <Radio value="comfortable" label={t('Comfortable')} />
        </Radio.Group>
        <div>
          <Switch
            checked={shortcuts}
            onChange={(event) => prefer({ shortcuts: event.currentTarget.checked })}
            label={t('Shortcuts of single letters')}
          />
          <Switch
            checked={railOpen}
            onChange={(event) => prefer({ railOpen: event.currentTarget.checked })}
            label={t('Names beside the icons of the screens')}
          />
        </div>
      </div>
      <OwnSessions />
      <WaysIn />
      <AllShortcuts />
    </Page>
  );
}

/** What one signs in by, and what signs in for one. The people of the sample have one password and nothing else. */
function WaysIn(): ReactNode {
  const { demo, hasPassword, secondFactor } = useSession();
  return (
    <section>
      <h2>{t('How I sign in')}</h2>
      <ul className="plain-list">
        {!demo && (
          <li>
            {hasPassword ? (
              <Link to="/settings/password">{t('Change the password')}</Link>
            ) : (
              t('You have no password here: you sign in at the identity provider, and change it there.')
            )}
          </li>
        )}
        {!demo && (
          <li>
            <Link to="/settings/second-factor">
              {secondFactor ? t('A new second factor') : t('Make the second factor')}
            </Link>
          </li>
        )}
        {!demo && secondFactor && (
          <li>
            <Link to="/settings/second-factor?renew=recovery-codes">{t('New recovery codes')}</Link>
          </li>
        )}
        <li>
          <Link to="/terminal">{t('Let in a terminal')}</Link>
        </li>
      </ul>
    </section>
  );
}
