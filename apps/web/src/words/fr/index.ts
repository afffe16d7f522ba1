import { agreements } from './agreements.ts';
import { approvals } from './approvals.ts';
import { audit } from './audit.ts';
import { charges } from './charges.ts';
import { checks } from './checks.ts';
import { codes } from './codes.ts';
import { codings } from './codings.ts';
import { frame } from './frame.ts';
import { home } from './home.ts';
import { invoices } from './invoices.ts';
import { people } from './people.ts';
import { periods } from './periods.ts';
import { record } from './record.ts';
import { trip } from './trip.ts';
import { twoBooks } from './two-books.ts';

/**
 * The French of every sentence of the pages, one file for each screen. The keys are the sentences that may be said at all:
 * `t('...')` takes no other. An apostrophe is ’ (ICU takes the straight one for a mark of its own).
 */
export const fr = {
  ...frame,
  ...codes,
  ...agreements,
  ...charges,
  ...checks,
  ...record,
  ...trip,
  ...home,
  ...invoices,
  ...approvals,
  ...twoBooks,
  ...audit,
  ...codings,
  ...periods,
  ...people,
};
export type French = typeof fr;
