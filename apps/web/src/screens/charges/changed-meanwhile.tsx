import type { ReactNode } from 'react';
import type { Answers } from '../../api/client.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { instantText, moneyText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';
import { differences } from './differences.ts';

type Charge = Answers['ChargeAnswer'];

/** Somebody was faster: who, and both versions beside each other. What is shown from now on is the new one. */
export function ChangedMeanwhile({ seen, now }: { seen: Charge; now: Charge }): ReactNode {
  if (seen.version === now.version) return null; // the new one is being read
  const { last, changed } = differences(seen, now);
  const names = {
    state: t('State'),
    amount: t('Amount, USD'),
    credited: t('Credited, USD'),
    invoice: t('Invoice'),
    remark: t('Said last'),
  };
  const shown = (what: keyof typeof names, value: string | null): ReactNode => {
    if (value === null) return '–';
    if (what === 'state') return <StateMark state={value} />;
    return what === 'amount' || what === 'credited' ? moneyText({ amount: value, currency: 'USD' }) : value;
  };
  return (
    <div className="notice meanwhile" data-tone="waiting" role="status">
      {last !== null && (
        <p className="strong">
          {t('{person} changed it at {at}, while you were looking.', { person: last.by, at: instantText(last.at) })}
        </p>
      )}
      <p>
        {t('You saw version {before}; it is version {now} now. What is shown is the new one: look, and decide again.', {
          before: seen.version,
          now: now.version,
        })}
      </p>
      <table className="list plain">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('You saw')}</th>
            <th scope="col">{t('It is now')}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map(({ what, before, now: is }) => (
            <tr key={what}>
              <th scope="row">{names[what]}</th>
              <td>{shown(what, before)}</td>
              <td>{shown(what, is)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
