import {
  Columns2Icon,
  FileSearchIcon,
  FileTextIcon,
  HouseIcon,
  ListChecksIcon,
  type LucideIcon,
  ReceiptIcon,
  ReceiptTextIcon,
  SettingsIcon,
  UsersIcon,
} from 'lucide-react';
import { lazy, type ComponentType } from 'react';
import type { Message } from './words/words.ts';

/** A screen of the product: its address, its name, its letter after `g`, and its code, which is loaded when it is opened. */
export interface Screen {
  readonly path: string;
  readonly name: Message;
  readonly letter: string | null; // null: reached from another screen
  readonly icon: LucideIcon | null; // null: not in the rail
  readonly shows: ComponentType;
}

/** The order is that of the rail. A new screen is one more row, and its French in words/fr. */
export const screens: readonly Screen[] = [
  {
    path: '/',
    name: 'Home',
    letter: 'h',
    icon: HouseIcon,
    shows: lazy(async () => ({ default: (await import('./screens/home/home.tsx')).Home })),
  },
  {
    path: '/agreements',
    name: 'Agreements',
    letter: 'a',
    icon: FileTextIcon,
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
    icon: ReceiptIcon,
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
    icon: ReceiptTextIcon,
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
    icon: ListChecksIcon,
    shows: lazy(async () => ({ default: (await import('./screens/approvals/approvals.tsx')).Approvals })),
  },
  {
    path: '/two-books',
    name: 'Two books',
    letter: 't',
    icon: Columns2Icon,
    shows: lazy(async () => ({ default: (await import('./screens/two-books/two-books.tsx')).TwoBooks })),
  },
  {
    path: '/audit',
    name: 'Biennium audit',
    letter: 'u',
    icon: FileSearchIcon,
    shows: lazy(async () => ({ default: (await import('./screens/audit/audit.tsx')).BienniumAudit })),
  },
  {
    path: '/people',
    name: 'People',
    letter: 'o',
    icon: UsersIcon,
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
    icon: SettingsIcon,
    shows: lazy(async () => ({ default: (await import('./screens/settings/settings.tsx')).Settings })),
  },
];
