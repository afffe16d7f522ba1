import {
  CalendarCheck2Icon,
  Columns2Icon,
  FileSearchIcon,
  FileTextIcon,
  HouseIcon,
  ListChecksIcon,
  type LucideIcon,
  ReceiptIcon,
  ReceiptTextIcon,
  SettingsIcon,
  TagsIcon,
  UsersIcon,
} from 'lucide-react';
import { lazy, type ComponentType } from 'react';
import { loaded } from './session/loaded.ts';
import type { Reading } from './session/readable.ts';
import type { Message } from './words/words.ts';

/** A screen of the product: its address, its name, its letter after `g`, and its code, which is loaded when it is opened. */
export interface Screen {
  readonly path: string;
  readonly reads: Reading; // who does not read it is shown who does, and not the screen
  readonly name: Message;
  readonly letter: string | null; // null: reached from another screen
  readonly icon: LucideIcon | null; // null: not in the rail
  readonly shows: ComponentType;
}

/** The order is that of the rail. A new screen is one more row, and its French in words/fr. */
export const screens: readonly Screen[] = [
  {
    path: '/',
    reads: 'inbox.read',
    name: 'Home',
    letter: 'h',
    icon: HouseIcon,
    shows: lazy(async () => ({ default: (await loaded(() => import('./screens/home/home.tsx'))).Home })),
  },
  {
    path: '/agreements',
    reads: 'agreement.read',
    name: 'Agreements',
    letter: 'a',
    icon: FileTextIcon,
    shows: lazy(async () => ({
      default: (await loaded(() => import('./screens/agreements/agreements.tsx'))).Agreements,
    })),
  },
  {
    path: '/agreements/new',
    reads: 'agreement.read',
    name: 'Draft an agreement',
    letter: null,
    icon: null,
    shows: lazy(async () => ({
      default: (await loaded(() => import('./screens/agreements/draft.tsx'))).DraftAgreement,
    })),
  },
  {
    path: '/agreements/:number',
    reads: 'agreement.read',
    name: 'Agreement',
    letter: null,
    icon: null,
    shows: lazy(async () => ({
      default: (await loaded(() => import('./screens/agreements/agreement.tsx'))).Agreement,
    })),
  },
  {
    path: '/charges',
    reads: 'charge.read',
    name: 'Charges',
    letter: 'c',
    icon: ReceiptIcon,
    shows: lazy(async () => ({ default: (await loaded(() => import('./screens/charges/charges.tsx'))).Charges })),
  },
  {
    path: '/charges/new',
    reads: 'charge.read',
    name: 'Record charges',
    letter: null,
    icon: null,
    shows: lazy(async () => ({ default: (await loaded(() => import('./screens/record/record.tsx'))).Record })),
  },
  {
    path: '/charges/new/trip',
    reads: 'charge.read',
    name: 'Record a trip',
    letter: null,
    icon: null,
    shows: lazy(async () => ({ default: (await loaded(() => import('./screens/trip/trip.tsx'))).Trip })),
  },
  {
    path: '/invoices',
    reads: 'invoice.read',
    name: 'Invoices',
    letter: 'v',
    icon: ReceiptTextIcon,
    shows: lazy(async () => ({ default: (await loaded(() => import('./screens/invoices/invoices.tsx'))).Invoices })),
  },
  {
    path: '/invoices/prepare',
    reads: 'invoice.read',
    name: 'Prepare an invoice',
    letter: null,
    icon: null,
    shows: lazy(async () => ({
      default: (await loaded(() => import('./screens/invoices/prepare.tsx'))).PrepareInvoice,
    })),
  },
  {
    path: '/invoices/:number',
    reads: 'invoice.read',
    name: 'Invoice',
    letter: null,
    icon: null,
    shows: lazy(async () => ({ default: (await loaded(() => import('./screens/invoices/invoice.tsx'))).Invoice })),
  },
  {
    path: '/approvals',
    reads: 'charge.read',
    name: 'Approvals',
    letter: 'p',
    icon: ListChecksIcon,
    shows: lazy(async () => ({ default: (await loaded(() => import('./screens/approvals/approvals.tsx'))).Approvals })),
  },
  {
    path: '/two-books',
    reads: 'book.read',
    name: 'Two books',
    letter: 't',
    icon: Columns2Icon,
    shows: lazy(async () => ({ default: (await loaded(() => import('./screens/two-books/two-books.tsx'))).TwoBooks })),
  },
  {
    path: '/audit',
    reads: 'book.read',
    name: 'Biennium audit',
    letter: 'u',
    icon: FileSearchIcon,
    shows: lazy(async () => ({ default: (await loaded(() => import('./screens/audit/audit.tsx'))).BienniumAudit })),
  },
  {
    path: '/periods',
    reads: 'period.read',
    name: 'Periods',
    letter: 'm',
    icon: CalendarCheck2Icon,
    shows: lazy(async () => ({ default: (await import('./screens/periods/periods.tsx')).Periods })),
  },
  {
    path: '/codings',
    reads: 'budget.read',
    name: 'Codings',
    letter: 'b',
    icon: TagsIcon,
    shows: lazy(async () => ({ default: (await loaded(() => import('./screens/codings/codings.tsx'))).Codings })),
  },
  {
    path: '/people',
    reads: 'people.read',
    name: 'People',
    letter: 'o',
    icon: UsersIcon,
    shows: lazy(async () => ({ default: (await loaded(() => import('./screens/people/people.tsx'))).People })),
  },
  {
    path: '/terminal',
    reads: 'oneself.read',
    name: 'Let in a terminal',
    letter: null,
    icon: null,
    shows: lazy(async () => ({ default: (await loaded(() => import('./screens/terminal/terminal.tsx'))).Terminal })),
  },
  {
    path: '/settings/second-factor',
    reads: 'oneself.read',
    name: 'Second factor',
    letter: null,
    icon: null,
    shows: lazy(async () => ({
      default: (await loaded(() => import('./screens/settings/own-second-factor.tsx'))).OwnSecondFactor,
    })),
  },
  {
    path: '/settings/password',
    reads: 'oneself.read',
    name: 'Password',
    letter: null,
    icon: null,
    shows: lazy(async () => ({
      default: (await loaded(() => import('./screens/settings/own-password.tsx'))).OwnPassword,
    })),
  },
  {
    path: '/settings',
    reads: 'oneself.read',
    name: 'Settings',
    letter: ',',
    icon: SettingsIcon,
    shows: lazy(async () => ({ default: (await loaded(() => import('./screens/settings/settings.tsx'))).Settings })),
  },
];
