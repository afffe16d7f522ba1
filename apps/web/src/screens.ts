import {
  IconChecklist,
  IconColumns2,
  IconFileInvoice,
  IconFileText,
  IconHome,
  IconReceipt,
  IconReportSearch,
  IconSettings,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { lazy, type ComponentType } from 'react';
import type { Message } from './words/words.ts';

/** A screen of the product: its address, its name, its letter after `g`, and its code, which is loaded when it is opened. */
export interface Screen {
  readonly path: string;
  readonly name: Message;
  readonly letter: string | null; // null: reached from another screen
  readonly icon: Icon | null; // null: not in the rail
  readonly shows: ComponentType;
}

/** The order is that of the rail. A new screen is one more row, and its French in words/fr. */
export const screens: readonly Screen[] = [
  {
    path: '/',
    name: 'Home',
    letter: 'h',
    icon: IconHome,
    shows: lazy(async () => ({ default: (await import('./screens/home/home.tsx')).Home })),
  },
  {
    path: '/agreements',
    name: 'Agreements',
    letter: 'a',
    icon: IconFileText,
    shows: lazy(async () => ({ default: (await import('./screens/agreements/agreements.tsx')).Agreements })),
  },
  {
    path: '/agreements/:number',
    name: 'Agreement',
    letter: null,
    icon: null,
    shows: lazy(async () => ({ default: (await import('./screens/agreements/agreement.tsx')).Agreement })),
  },
  {
    path: '/charges',
    name: 'Charges',
    letter: 'c',
    icon: IconReceipt,
    shows: lazy(async () => ({ default: (await import('./screens/charges/charges.tsx')).Charges })),
  },
  {
    path: '/charges/new',
    name: 'Record charges',
    letter: null,
    icon: null,
    shows: lazy(async () => ({ default: (await import('./screens/record/record.tsx')).Record })),
  },
  {
    path: '/charges/new/trip',
    name: 'Record a trip',
    letter: null,
    icon: null,
    shows: lazy(async () => ({ default: (await import('./screens/trip/trip.tsx')).Trip })),
  },
  {
    path: '/invoices',
    name: 'Invoices',
    letter: 'v',
    icon: IconFileInvoice,
    shows: lazy(async () => ({ default: (await import('./screens/invoices/invoices.tsx')).Invoices })),
  },
  {
    path: '/invoices/prepare',
    name: 'Prepare an invoice',
    letter: null,
    icon: null,
    shows: lazy(async () => ({ default: (await import('./screens/invoices/prepare.tsx')).PrepareInvoice })),
  },
  {
    path: '/invoices/:number',
    name: 'Invoice',
    letter: null,
    icon: null,
    shows: lazy(async () => ({ default: (await import('./screens/invoices/invoice.tsx')).Invoice })),
  },
  {
    path: '/approvals',
    name: 'Approvals',
    letter: 'p',
    icon: IconChecklist,
    shows: lazy(async () => ({ default: (await import('./screens/approvals/approvals.tsx')).Approvals })),
  },
  {
    path: '/two-books',
    name: 'Two books',
    letter: 't',
    icon: IconColumns2,
    shows: lazy(async () => ({ default: (await import('./screens/two-books/two-books.tsx')).TwoBooks })),
  },
  {
    path: '/audit',
    name: 'Biennium audit',
    letter: 'u',
    icon: IconReportSearch,
    shows: lazy(async () => ({ default: (await import('./screens/audit/audit.tsx')).BienniumAudit })),
  },
  {
    path: '/people',
    name: 'People',
    letter: 'o',
    icon: IconUsers,
    shows: lazy(async () => ({ default: (await import('./screens/people/people.tsx')).People })),
  },
  {
    path: '/terminal',
    name: 'Let in a terminal',
    letter: null,
    icon: null,
    shows: lazy(async () => ({ default: (await import('./screens/terminal/terminal.tsx')).Terminal })),
  },
  {
    path: '/settings/second-factor',
    name: 'Second factor',
    letter: null,
    icon: null,
    shows: lazy(async () => ({ default: (await import('./screens/settings/own-second-factor.tsx')).OwnSecondFactor })),
  },
  {
    path: '/settings/password',
    name: 'Password',
    letter: null,
    icon: null,
    shows: lazy(async () => ({ default: (await import('./screens/settings/own-password.tsx')).OwnPassword })),
  },
  {
    path: '/settings',
    name: 'Settings',
    letter: ',',
    icon: IconSettings,
    shows: lazy(async () => ({ default: (await import('./screens/settings/settings.tsx')).Settings })),
  },
];
