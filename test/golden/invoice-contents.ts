import type { InvoiceContent, LineContent } from '../../libs/invoicing/src/invoice-content.ts';
import { aLine, chf, cop, type Funds, own, passed, shares, toBrs, toMinamata } from './invoice-parts.ts';

/** The documents of the 2025 meetings as the books would word them. */

/** BRS-2025-0001: services for Minamata COP-6, seven lines. */
export const cop6Services: InvoiceContent = {
  type: 'INVOICE',
  number: 'BRS-2025-0001',
  issuedOn: '2025-12-12',
  ...toMinamata,
  servicePeriod: { from: '2025-08-01', to: '2025-11-30' },
  corrects: null,
  sections: [
    own(
      [
        {
          family: 'IT',
          lines: [
            aLine(1, 'A2-01', 'IT-HST', {
              quantity: '4',
              amountUsd: '5800.00',
              funds: { 'MC-GTF': '5800.00' },
              from: '2025-08-01',
              on: '2025-11-30',
            }),
            aLine(2, 'A2-02', 'IT-TEC', {
              quantity: '21',
              amountUsd: '14700.00',
              funds: { 'MC-GTF': '14700.00' },
              from: '2025-11-01',
              on: '2025-11-07',
            }),
          ],
          subtotalUsd: '20500.00',
        },
        {
          family: 'DOCUMENTS',
          lines: [
            aLine(3, 'A2-04', 'DOC-CTL', {
              quantity: '18',
              amountUsd: '16560.00',
              funds: { 'MC-GTF': '16560.00' },
              from: '2025-10-15',
              on: '2025-11-07',
            }),
            aLine(4, 'A2-05', 'DOC-PAG', {
              quantity: '742',
              amountUsd: '9200.80',
              funds: { 'MC-GTF': '9200.80' },
              ...cop,
            }),
          ],
          subtotalUsd: '25760.80',
        },
        {
          family: 'REGISTRATION',
          lines: [
            aLine(5, 'A2-06', 'REG-DSK', {
              quantity: '24',
              amountUsd: '15120.00',
              funds: { 'MC-GTF': '15120.00' },
              ...cop,
            }),
            aLine(6, 'A2-07', 'REG-PAX', {
              quantity: '1058',
              amountUsd: '6877.00',
              funds: { 'MC-GTF': '6877.00' },
              ...cop,
            }),
          ],
          subtotalUsd: '21997.00',
        },
      ],
      '68257.80',
    ),
    passed(
      [
        {
          family: 'IT',
          lines: [
            aLine(7, 'A2-03', 'IT-LAP', {
              quantity: '240',
              amountUsd: '5400.00',
              funds: { 'MC-GTF': '5400.00' },
              on: '2025-11-07',
              original: chf('4320.00', '0.800', '2025-10-31'),
            }),
          ],
          subtotalUsd: '5400.00',
        },
      ],
      '5400.00',
    ),
  ],
  totalUsd: '73657.80',
  prepaymentUsd: '0.00',
  amountDueUsd: '73657.80',
  clientFunds: shares({ 'MC-GTF': '73657.80' }),
  providerFunds: shares({ BC: '24092.83', RO: '20602.60', SC: '28962.37' }),
  programmeSupportCost: {
    treatment: 'CLIENT_FUND',
    memo: [{ fund: 'MC-GTF', rate: '0.13', amountUsd: '9575.51' }],
    totalUsd: '9575.51',
  },
  certification: {
    prepared: { name: 'Beatriz Okafor', funds: [], at: '2025-12-10T14:02:11Z' },
    certified: [{ name: 'Nurlan Seitkali', funds: ['MC-GTF'], at: '2025-12-11T09:14:05Z' }],
    approved: { name: 'Marguerite L\u00e9vesque', funds: [], at: '2025-12-12T08:40:00Z' },
  },
};

/** MC-2025-0001: services for the 2025 BRS conferences, each line in equal thirds, three certifying officers. */
export const brsCopsServices: InvoiceContent = {
  type: 'INVOICE',
  number: 'MC-2025-0001',
  issuedOn: '2025-06-16',
  ...toBrs,
  servicePeriod: { from: '2025-04-27', to: '2025-05-09' },
  corrects: null,
  sections: [
    own(
      [
        {
          family: 'DOCUMENTS',
          lines: [
            aLine(1, 'A1-01', 'DOC-CTL', {
              quantity: '13',
              amountUsd: '11960.00',
              funds: { BC: '3986.67', RO: '3986.67', SC: '3986.66' },
              from: '2025-04-27',
              on: '2025-05-09',
            }),
            aLine(2, 'A1-04', 'DOC-PAG', {
              quantity: '1318.5',
              amountUsd: '16349.40',
              funds: { BC: '5449.80', RO: '5449.80', SC: '5449.80' },
              from: '2025-04-27',
              on: '2025-05-09',
            }),
          ],
          subtotalUsd: '28309.40',
        },
        {
          family: 'REGISTRATION',
          lines: [
            aLine(3, 'A1-02', 'REG-DSK', {
              quantity: '12',
              amountUsd: '7560.00',
              funds: { BC: '2520.00', RO: '2520.00', SC: '2520.00' },
              from: '2025-04-27',
              on: '2025-05-03',
            }),
            aLine(4, 'A1-03', 'REG-PAX', {
              quantity: '1742',
              amountUsd: '11323.00',
              funds: { BC: '3774.34', RO: '3774.33', SC: '3774.33' },
              from: '2025-04-27',
              on: '2025-05-09',
            }),
          ],
          subtotalUsd: '18883.00',
        },
      ],
      '47192.40',
    ),
    passed(
      [
        {
          family: 'REGISTRATION',
          lines: [
            aLine(5, 'A1-05', 'BDG-RNT', {
              quantity: '1',
              amountUsd: '1796.12',
              funds: { BC: '598.71', RO: '598.71', SC: '598.70' },
              on: '2025-05-09',
              original: chf('1480.00', '0.824', '2025-05-01'),
              supplierInvoiceOn: '2025-04-22',
            }),
          ],
          subtotalUsd: '1796.12',
        },
      ],
      '1796.12',
    ),
  ],
  totalUsd: '48988.52',
  prepaymentUsd: '0.00',
  amountDueUsd: '48988.52',
  clientFunds: shares({ BC: '16329.52', RO: '16329.51', SC: '16329.49' }),
  providerFunds: shares({ 'MC-GTF': '48988.52' }),
  programmeSupportCost: {
    treatment: 'CLIENT_FUND',
    memo: [
      { fund: 'BC', rate: '0.13', amountUsd: '2122.84' },
      { fund: 'RO', rate: '0.13', amountUsd: '2122.84' },
      { fund: 'SC', rate: '0.13', amountUsd: '2122.83' },
    ],
    totalUsd: '6368.51',
  },
  certification: {
    prepared: { name: 'Nurlan Seitkali', funds: [], at: '2025-06-10T10:00:00Z' },
    certified: [
      { name: 'Ana Luc\u00eda Herrera', funds: ['BC'], at: '2025-06-12T09:00:00Z' },
      { name: '\u0141ukasz Wi\u015bniewski', funds: ['RO'], at: '2025-06-12T11:30:00Z' },
      {
        name: '\u039c\u03b1\u03c1\u03af\u03b1 \u03a0\u03b1\u03c0\u03b1\u03b4\u03ac\u03ba\u03b7',
        funds: ['SC'],
        at: '2025-06-13T07:45:00Z',
      },
    ],
    approved: {
      name: '\u0418\u0440\u0438\u043d\u0430 \u0421\u043e\u043a\u043e\u043b\u043e\u0432\u0430',
      funds: [],
      at: '2025-06-16T08:05:00Z',
    },
  },
};

const stf = (amountUsd: string): Funds => ({ 'MC-STF': amountUsd });
const trip = (
  position: number,
  id: string,
  who: string,
  amountUsd: string,
  components: LineContent['components'],
  { on = '2025-11-08', note }: { on?: string; note?: string } = {},
): LineContent =>
  aLine(position, id, 'TRIP', {
    quantity: '1',
    amountUsd,
    funds: stf(amountUsd),
    on,
    components,
    description: `Sponsored delegate, ${who}`,
    ...(note === undefined ? {} : { note }),
  });

/** BRS-2025-0002: six sponsored delegates with what their trips are made of, and the fee. */
export const cop6Travel: InvoiceContent = {
  ...cop6Services,
  number: 'BRS-2025-0002',
  issuedOn: '2025-12-19',
  servicePeriod: { from: '2025-10-06', to: '2025-11-08' },
  sections: [
    own(
      [
        {
          family: 'TRAVEL',
          lines: [
            aLine(1, 'T-FEE', 'TRV-PRC', {
              quantity: '6',
              amountUsd: '870.00',
              funds: stf('870.00'),
              from: '2025-11-02',
              on: '2025-11-08',
            }),
          ],
          subtotalUsd: '870.00',
        },
      ],
      '870.00',
    ),
    passed(
      [
        {
          family: 'TRAVEL',
          lines: [
            trip(2, 'T-01', 'Zambia, from Lusaka', '3937.60', [
              ['TICKET', '1184.60'],
              ['DSA CHGVA 6 x 342 / 0.800', '2565.00'],
              ['TERMINALS', '188.00'],
            ]),
            trip(3, 'T-02', 'Kenya, from Nairobi, Bureau member', '4438.68', [
              ['TICKET \u00b7 issued 2025-10-10 \u00b7 EUR 712.00 / 0.852, rate of 2025-10-01', '835.68'],
              ['DSA CHGVA 1 x 338 / 0.800', '422.50'],
              ['DSA CHGVA 7 x 342 / 0.800', '2992.50'],
              ['TERMINALS', '188.00'],
            ]),
            trip(4, 'T-03', 'Fiji, from Suva', '6108.48', [
              ['TICKET', '2946.10'],
              ['DSA SGSIN 1 x 410 / 1.300', '315.38'],
              ['DSA CHGVA 6 x 342 / 0.800', '2565.00'],
              ['TERMINALS', '282.00'],
            ]),
            trip(5, 'T-04', 'Chile, from Santiago, lodging provided', '3125.50', [
              ['TICKET', '1655.00'],
              ['DSA CHGVA 6 x 50\u00a0% of 342 / 0.800 \u00b7 lodging provided', '1282.50'],
              ['TERMINALS', '188.00'],
            ]),
            trip(
              6,
              'T-05',
              'Bangladesh, from Dhaka',
              '847.25',
              [
                ['TICKET', '968.40'],
                ['REFUND', '-121.15'],
              ],
              { note: 'no-show: ticket less refunded taxes' },
            ),
            trip(
              7,
              'T-06',
              'Mali, from Bamako, left two nights early',
              '3070.75',
              [
                ['TICKET', '1022.75'],
                ['CHANGE', '150.00'],
                ['DSA CHGVA 4 x 342 / 0.800', '1710.00'],
                ['TERMINALS', '188.00'],
              ],
              { on: '2025-11-06' },
            ),
          ],
          subtotalUsd: '21528.26',
        },
      ],
      '21528.26',
    ),
  ],
  totalUsd: '22398.26',
  amountDueUsd: '22398.26',
  clientFunds: shares(stf('22398.26')),
  providerFunds: shares({ BC: '7326.29', RO: '6264.94', SC: '8807.03' }),
  programmeSupportCost: {
    treatment: 'CLIENT_FUND',
    memo: [{ fund: 'MC-STF', rate: '0.13', amountUsd: '2911.77' }],
    totalUsd: '2911.77',
  },
  certification: {
    prepared: { name: 'Beatriz Okafor', funds: [], at: '2025-12-17T14:02:11Z' },
    certified: [{ name: 'Nurlan Seitkali', funds: ['MC-STF'], at: '2025-12-18T09:14:05Z' }],
    approved: { name: 'Marguerite L\u00e9vesque', funds: [], at: '2025-12-19T08:40:00Z' },
  },
};

/** BRS-2026-0001: one visa fee, claimed after the biennium and charged to it. */
export const lateVisa: InvoiceContent = {
  ...cop6Travel,
  number: 'BRS-2026-0001',
  issuedOn: '2026-02-10',
  servicePeriod: { from: '2025-10-20', to: '2025-10-20' },
  sections: [
    passed(
      [
        {
          family: 'TRAVEL',
          lines: [
            aLine(1, 'T-LATE', 'TRV-VIS', {
              quantity: '1',
              amountUsd: '106.65',
              funds: stf('106.65'),
              on: '2025-10-20',
              original: chf('85.00', '0.797', '2025-10-01'),
            }),
          ],
          subtotalUsd: '106.65',
        },
      ],
      '106.65',
    ),
  ],
  totalUsd: '106.65',
  amountDueUsd: '106.65',
  clientFunds: shares(stf('106.65')),
  providerFunds: shares({ BC: '34.88', RO: '29.83', SC: '41.94' }),
  programmeSupportCost: {
    treatment: 'CLIENT_FUND',
    memo: [{ fund: 'MC-STF', rate: '0.13', amountUsd: '13.86' }],
    totalUsd: '13.86',
  },
};
