import type { Period } from '../../api/periods.ts';
import { monthText } from '../../words/figures.ts';
import { t } from '../../words/words.ts';

export const periodActions = [
  'period.close',
  'period.sign',
  'period.withdraw',
  'period.request-reopening',
  'period.reopen',
] as const;
export type PeriodAction = (typeof periodActions)[number];

/** "November 2025", "2024-2025" */
export function periodName({ code, kind }: Pick<Period, 'code' | 'kind'>): string {
  return kind === 'MONTH' ? monthText(`${code}-01`) : code;
}

type Of = Pick<Period, 'code' | 'kind' | 'state'>;

export function actionName(action: PeriodAction, of: Of): string {
  const period = periodName(of);
  switch (action) {
    case 'period.close':
      return t('Propose to close {period}', { period });
    case 'period.sign':
      return t('Sign the closing of {period}', { period });
    case 'period.withdraw':
      return of.state === 'REOPEN_REQUESTED'
        ? t('Decline to reopen {period}', { period })
        : t('Take back the closing of {period}', { period });
    case 'period.request-reopening':
      return t('Ask to reopen {period}', { period });
    case 'period.reopen':
      return t('Agree to reopen {period}', { period });
  }
}

/** What it leads to, in the words of whoever keeps the books. */
export function leadsTo(action: PeriodAction, of: Of): readonly string[] {
  const period = periodName(of);
  switch (action) {
    case 'period.close':
      return [
        t(
          'An approving officer of each side signs after you. Until the first of them signs, entries are still posted.',
        ),
        closedMeans(of),
      ];
    case 'period.sign':
      return of.state === 'SIGNED_BY_ONE'
        ? [
            t('The other side has signed. With your signature {period} is locked, and its balances are final.', {
              period,
            }),
            closedMeans(of),
          ]
        : [
            t(
              'With your signature nothing is posted into {period} any more; the signature of the other side locks it.',
              { period },
            ),
            closedMeans(of),
          ];
    case 'period.withdraw':
      return [
        of.state === 'REOPEN_REQUESTED'
          ? t('{period} stays locked, as both sides have signed it.', { period })
          : t('{period} takes entries again, and its closing is proposed anew.', { period }),
      ];
    case 'period.request-reopening':
      return [t('The other side agrees, or {period} stays locked. Until then nothing is posted into it.', { period })];
    case 'period.reopen':
      return [
        t(
          '{period} takes entries again; each says after which closing it came. Then it is closed anew, by three people.',
          { period },
        ),
      ];
  }
}

function closedMeans(of: Of): string {
  const period = periodName(of);
  return of.kind === 'MONTH'
    ? t(
        'Closed, {period} is posted to only as a prior-period adjustment: what comes late is posted on the day it comes, in a month that is open, says why it is late, and counts in {period}.',
        { period },
      )
    : t(
        'Closed, {period} takes no charge, no invoice and no credit note any more. A settlement of what is carried forward is posted in the biennium of its own day, and says why it is late.',
        { period },
      );
}
