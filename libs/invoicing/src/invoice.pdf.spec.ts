import { describe, expect, it } from '@jest/globals';
import { Paper, PaperDoesNotAddUp } from '#documents';
import { invoiceOf } from '../../../test/bench/invoice-content.mjs';
import { expectedTexts } from '../../../test/golden/expected-texts.ts';
import { brsCopsServices, cop6Services, cop6Travel, lateVisa } from '../../../test/golden/invoice-contents.ts';
import { coded, cop6Draft, hireCredit, manyLines, pagesCredit } from '../../../test/golden/invoice-variants.ts';
import { aLine } from '../../../test/golden/invoice-parts.ts';
import { every, flawsOf, structureOf, wordsOf as wordsIn } from '../../../test/golden/pdf-structure.ts';
import { rulesOf, squeeze, squeezed, textsOf } from '../../../test/golden/pdf-text.ts';
import type { InvoiceContent } from './invoice-content.ts';
import { renderInvoice } from './invoice.pdf.ts';

const sha = '0123456789abcdef'.repeat(4);
const anyPaper = {
  title: 'A paper',
  reference: 'Paper 1',
  author: 'Secretariat',
  orientation: 'portrait',
  mark: null,
  datedAt: new Date('2025-12-12T00:00:00Z'),
} as const;
const documents: [string, InvoiceContent][] = [
  ['COP-6 services, seven lines', cop6Services],
  ['three funds, three certifying officers', brsCopsServices],
  ['trips with their components', cop6Travel],
  ['one line', lateVisa],
  ['a credit note', pagesCredit],
  ['a credit note of a pass-through cost', hireCredit],
  ['a draft', cop6Draft],
  ['a prepayment', { ...cop6Services, prepaymentUsd: '70000.00', amountDueUsd: '3657.80' }],
  ['sixty lines', manyLines(60)],
  ['an invoice whose funds say where they are booked', coded],
  ['the invoice that is measured', invoiceOf(20)],
];

describe.each(documents)('%s', (_name, content) => {
  it('says every text of its content, and the hash', async () => {
    const said = squeezed(await renderInvoice(content, sha));
    const missing = expectedTexts(content).filter((text) => !said.includes(squeeze(text)));
    expect(missing).toEqual([]);
    expect(said).toContain(sha);
  });

  it('gives the same bytes twice', async () => {
    const [first, second] = [await renderInvoice(content, sha), await renderInvoice(structuredClone(content), sha)];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('can be read out', async () => {
    expect(flawsOf(await structureOf(await renderInvoice(content, sha)))).toEqual([]);
  });
});

const wordsOf = async (content: InvoiceContent): Promise<string[]> =>
  textsOf(await renderInvoice(content, sha))
    .flat()
    .map(({ text }) => text);

describe('the invoice for the services at COP-6', () => {
  it('fits on one page and shows the total large', async () => {
    const pages = textsOf(await renderInvoice(cop6Services, sha));
    expect(pages).toHaveLength(1);
    const largest = pages.flat().toSorted((a, b) => b.size - a.size)[0];
    expect(largest?.text).toBe('USD 73,657.80');
  });

  it('tells own services from pass-through costs, and the memo from what is payable', async () => {
    const said = await wordsOf(cop6Services);
    expect(said).toEqual(
      expect.arrayContaining(['Own services, at the rate card', 'Pass-through costs, at actual cost without mark-up']),
    );
    expect(said).toContain('Programme support cost: a memo, not payable here');
    expect(said.join(' ')).toContain('CHF\u00a04,320.00 at 0.800 per USD, rate of 31\u00a0Oct\u00a02025');
  });
});

describe('an invoice that is read out', () => {
  const elementsOf = async (content: InvoiceContent) => {
    const { root } = await structureOf(await renderInvoice(content, sha));
    if (root === null) throw new Error('This invoice has no structure tree.');
    return root;
  };

  it('begins with what it is, goes on to its lines and funds, and ends with who signed', async () => {
    const root = await elementsOf(cop6Services);
    expect(root.within.map(({ role }) => role)).toEqual(['Div', 'L', 'Table', 'H2', 'Table', 'Div', 'H2', 'Div']);
    const said = root.within.map(wordsIn);
    expect(said[0]).toMatch(/^INVOICE BRS-2025-0001 12\u00a0Dec\u00a02025 Secretariat of the Basel/);
    expect(said[1]).toMatch(/^Agreement CRA-2025-002, .* Mandates .* Service period .* Meeting .* Biennium/);
    expect(said.slice(3, 4)).toEqual(['Funds, USD']);
    expect(said.at(-1)).toMatch(/^Prepared by Beatriz Okafor .* Certified .* Nurlan Seitkali .* Approved/);
  });

  it('has a row for each line, whose small print and components are in the cell of its description', async () => {
    const [lines] = every('Table', await elementsOf(cop6Travel));
    const rows = every('TR', lines ?? { within: [] });
    const trip = rows.find(({ within: [, item] }) => item?.text === 'TRIP');
    const [position, , description] = trip?.within ?? [];
    expect(position).toMatchObject({ role: 'TH', scope: 'Row', text: '2' });
    expect(description?.text).toBe('Sponsored delegate, Zambia, from Lusaka');
    expect(every('P', description ?? { within: [] }).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Charge T-01 .* all to MC-STF \(MC-STF-COP6\)$/),
      ...['Ticket 1,184.60', 'DSA CHGVA 6 x 342 / 0.800 2,565.00', 'Terminals 188.00'],
    ]);
    const heads = every('TH', lines ?? { within: [] }).filter(({ scope }) => scope === 'Column');
    expect(heads.map(({ text }) => text)).toEqual([
      ...['#', 'Item', 'Description', 'Quantity', 'Unit', 'Rate', 'Amount USD'],
    ]);
  });
});

describe('sums by nature', () => {
  /** The figure that stands on the line of a label. */
  const beside = async (content: InvoiceContent, label: string): Promise<string | undefined> => {
    const texts = textsOf(await renderInvoice(content, sha)).flat();
    const place = texts.find(({ text }) => text === label);
    return place && texts.filter(({ y, x }) => y === place.y && x > place.x).at(-1)?.text;
  };

  it.each<[string, InvoiceContent, string, string | undefined]>([
    ['both natures', cop6Travel, 'Total own services: Travel', '870.00'],
    ['both natures', cop6Travel, 'Total pass-through costs: Travel', '21,528.26'],
    ['costs of others alone', lateVisa, 'Total pass-through costs: Travel', '106.65'],
    ['several families', brsCopsServices, 'Total own services', '47,192.40'],
    ['one family of own services', pagesCredit, 'Subtotal Documents, own services', '\u2212142.60'],
    ['a family of both natures', brsCopsServices, 'Subtotal Registration, own services', '18,883.00'],
    ['a family of both natures', brsCopsServices, 'Total pass-through costs: Registration', '1,796.12'],
    ['a family of both natures', brsCopsServices, 'For information: Registration, both kinds', '20,679.12'],
    ['families of one nature', brsCopsServices, 'For information: Documents, both kinds', undefined],
  ])('of %s: %#', async (_what, content, label, amount) => {
    expect(await beside(content, label)).toBe(amount);
  });
});

describe('the last page', () => {
  it.each([10, 14, 15, 16, 17, 18, 19, 20, 60])('has a line above the signatures: of %d lines', async (count) => {
    const last = textsOf(await renderInvoice(manyLines(count), sha)).at(-1) ?? [];
    const said = last.map(({ text }) => text);
    expect(said).toContain('Certification');
    expect(said.filter((text) => text === 'DOC-PAG').length).toBeGreaterThan(0);
  });
});

describe('the funds', () => {
  it('have no rule on the side where nothing stands', async () => {
    const bytes = await renderInvoice(cop6Services, sha); // one fund is charged, three are credited
    const texts = textsOf(bytes).flat();
    const heading = texts.find(({ text }) => text === 'Funds, USD')?.y ?? 0;
    const last = texts.find(({ text, y }) => text === 'Stockholm Convention Trust Fund' && y < heading)?.y ?? 0;
    const credited = texts.find(({ text, y }) => text === 'Credited' && y < heading)?.x ?? 0;
    const between = rulesOf(bytes)
      .flat()
      .filter(({ y }) => y < heading - 25 && y > last);
    expect(between).toHaveLength(2);
    for (const { from } of between) expect(from).toBeGreaterThan(credited - 6);
  });
});

describe('where funds are booked', () => {
  it('stands under each fund that says it, and nothing of it under another', async () => {
    const said = (await wordsOf(coded)).join(' ');
    expect(said).toContain(
      'MC-GTF-COP6: fund centre 11207 \u00b7 WBSE SB-009384.01.02 \u00b7 commitment item FT30_CLASS_125',
    );
    expect(said).toContain('Receipts: fund centre 32000');
    expect(said.match(/fund centre/g)).toHaveLength(2);
    expect(said).not.toContain('grant');
    expect((await wordsOf(cop6Services)).join(' ')).not.toContain('fund centre');
  });

  it('has the amount of a line that is not all its fund is charged', async () => {
    const [share] = coded.clientFunds;
    const [booked] = share?.codings ?? [];
    if (share === undefined || booked === undefined) throw new Error('This invoice has a coding.');
    const [section] = lateVisa.sections;
    const [family] = section?.families ?? [];
    const [line] = family?.lines ?? [];
    if (section === undefined || family === undefined || line === undefined) throw new Error('The sample has a line.');
    const funds = ['100.00', '6.65'].map((amountUsd, at) => ({ fund: 'MC-STF', budgetLine: `L${at}`, amountUsd }));
    const halves: InvoiceContent = {
      ...lateVisa,
      sections: [{ ...section, families: [{ ...family, lines: [{ ...line, funds, components: [] }] }] }],
      clientFunds: lateVisa.clientFunds.map((one) => ({
        ...one,
        codings: [{ ...booked, budgetLine: 'L1', amountUsd: '6.65' }],
      })),
    };
    expect((await wordsOf(halves)).join(' ')).toMatch(/L1: fund centre 11207 .* 6\.65/);
    const wrong = halves.clientFunds.map((one) => ({
      ...one,
      codings: [{ ...booked, budgetLine: 'L1', amountUsd: '6.66' }],
    }));
    await expect(renderInvoice({ ...halves, clientFunds: wrong }, sha)).rejects.toThrow(PaperDoesNotAddUp);
    const credited = coded.providerFunds.map((one) => ({ ...one, codings: [{ ...booked, budgetLine: null }] }));
    await expect(renderInvoice({ ...coded, providerFunds: credited }, sha)).rejects.toThrow(PaperDoesNotAddUp);
  });
});

describe('a credit note', () => {
  it('is titled as one, names what it corrects, and carries true minus signs', async () => {
    const said = await wordsOf(pagesCredit);
    expect(said).toContain('CREDIT NOTE');
    expect(said).not.toContain('INVOICE');
    expect(said.join(' ')).toContain('invoice BRS-2025-0001 of 12\u00a0Dec\u00a02025');
    expect(said).toContain('USD \u2212142.60');
    expect(said).toContain('\u221211.5');
  });

  it('is prepared and approved; who certified the charge signed another paper, and only the day is said', async () => {
    const said = (await wordsOf(pagesCredit)).join(' ');
    expect(said).not.toContain('105.5');
    expect(said).not.toContain('Nurlan Seitkali');
    expect(said).toContain('Prepared by Approved and issued under Financial Rule 105.6 by');
    expect(said).toContain('charge certified 11\u00a0Dec\u00a02025');
  });

  it('says what is credited and how it is settled, and that nothing is due', async () => {
    const said = (await wordsOf(pagesCredit)).join(' ');
    expect(said).toContain('Total credited, USD');
    expect(said).not.toMatch(/amount due|prepayment/i);
    expect(said).toContain('Taken off what MINAMATA pays BRS on invoice BRS-2025-0001 or on another');
  });

  it('says no quantity where a part of a cost is given back', async () => {
    const said = await wordsOf(hireCredit);
    expect(said).toContain('actual cost');
    for (const none of ['0', 'laptop-day', 'lump sum']) expect(said).not.toContain(none);
  });
});

describe('another secretariat', () => {
  const bank = {
    ...cop6Services,
    provider: { ...cop6Services.provider, contact: 'finance@example.org' },
    settlement: { method: 'Bank transfer', paymentMeansCode: '30', termDays: 30 },
    vat: { category: 'E', exemptionCode: null, reason: 'Exempt under the seat agreement' },
  };

  it('says how it is paid and by when, why it charges no tax, and whom to ask', async () => {
    const said = (await wordsOf(bank)).join(' ');
    expect(said).toContain('Bank transfer (payment means 30)');
    expect(said).toContain('Due 30 days after the day of issue: 11\u00a0Jan\u00a02026');
    expect(said).toContain('VAT category E: Exempt under the seat agreement');
    expect(said).toContain('finance@example.org');
    expect(said).not.toMatch(/Inter-fund|1946|VATEX/);
    expect((await wordsOf(cop6Services)).join(' ')).not.toContain('after the day of issue');
  });

  it('says no day in a draft, whose day of issue nobody knows', async () => {
    const said = (await wordsOf({ ...bank, number: null })).join(' ');
    expect(said).toContain('Due 30 days after the day of issue');
    expect(said).not.toContain('11\u00a0Jan\u00a02026');
  });
});

describe('a draft', () => {
  it('is marked behind every page; an issued document is not', async () => {
    const draft = textsOf(await renderInvoice({ ...manyLines(60), number: null }, sha));
    expect(draft.length).toBeGreaterThan(1);
    for (const page of draft) expect(page.filter(({ text, size }) => text === 'DRAFT' && size > 100)).toHaveLength(1);
    expect(await wordsOf(cop6Services)).not.toContain('DRAFT');
  });
});

describe('a long invoice', () => {
  it('of ten thousand lines has each of them once, the head on every page with lines, and page x of y right', async () => {
    const pages = textsOf(await renderInvoice(manyLines(10_000), sha)).map((page) => page.map(({ text }) => text));
    const isLine = (text: string): boolean => text.startsWith('Charge P-');
    expect(pages.flat().filter(isLine)).toHaveLength(10_000);
    expect(new Set(pages.flat().filter(isLine)).size).toBe(10_000);
    const withLines = pages.filter((page) => page.some(isLine));
    expect(withLines.length).toBeGreaterThan(200);
    for (const page of withLines) expect(page.filter((text) => text === 'Description')).toHaveLength(1);
    for (const [at, page] of pages.entries()) expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
  }, 60_000);

  it('sets 5,000 characters without a space within their column, and loses none', async () => {
    const description = 'Ab\u0416\u03a9'.repeat(1250);
    const texts = textsOf(await renderInvoice(manyLines(1, description), sha)).flat();
    const parts = texts.filter(({ text }) => /[\u0416\u03a9]/.test(text));
    expect(parts.map(({ text }) => text).join('')).toBe(description);
    const [first] = parts;
    const next = Math.min(...texts.filter(({ y, x }) => y === first?.y && x > first.x).map(({ x }) => x));
    const { regular } = new Paper({ ...anyPaper, contentSha256: sha }).faces;
    for (const { text, x, size } of parts) expect(x + regular.width(text, size)).toBeLessThan(next);
  });

  it('shows the Cyrillic of a description, and of scripts without glyphs each code: no empty box', async () => {
    const cyrillic = '\u041f\u0435\u0440\u0435\u0432\u043e\u0434';
    const said = squeezed(await renderInvoice(manyLines(1, `${cyrillic} \u062a\u0631 \u4e2d\u6587`), sha));
    expect(said).toContain(`${cyrillic}[U+062A][U+0631][U+4E2D][U+6587]`);
  });

  it('keeps line numbers of four digits in one piece', async () => {
    const said = await wordsOf(manyLines(1000));
    expect(said).toContain('1000');
  });

  it('lets other work run meanwhile', async () => {
    let turns = 0;
    let running = true;
    const other = (): void => {
      turns += 1;
      if (running) setImmediate(other);
    };
    setImmediate(other);
    await renderInvoice(manyLines(2000), sha);
    running = false;
    expect(turns).toBeGreaterThan(30);
  });

  it('sets a very long description over pages and keeps the line with its figures once', async () => {
    const description = Array.from({ length: 3000 }, (_, at) => `\u0441\u043b\u043e\u0432\u043e${at}`).join(' ');
    const bytes = await renderInvoice(manyLines(1, description), sha);
    expect(textsOf(bytes).length).toBeGreaterThan(2);
    const texts = textsOf(bytes).flat();
    const column = texts.find(({ text }) => text.startsWith('\u0441\u043b\u043e\u0432\u043e0'))?.x;
    const lines = texts.filter(({ x, text }) => x === column && text.startsWith('\u0441\u043b\u043e\u0432\u043e'));
    expect(lines.map(({ text }) => text).join(' ')).toBe(description);
    expect(texts.filter(({ text }) => text === 'DOC-PAG')).toHaveLength(1);
  });
});

describe('a content that contradicts itself is refused', () => {
  const [section] = lateVisa.sections;
  if (!section) throw new Error('The sample has a section.');
  const line = aLine(1, 'T-LATE', 'TRV-VIS', {
    quantity: '1',
    amountUsd: '106.65',
    funds: { 'MC-STF': '106.65' },
    on: '2025-10-20',
  });
  const withLine = (changed: typeof line): InvoiceContent => ({
    ...lateVisa,
    sections: [{ ...section, families: [{ family: 'TRAVEL', lines: [changed], subtotalUsd: '106.65' }] }],
  });

  it.each<[string, InvoiceContent]>([
    [
      'a family\u2019s subtotal',
      {
        ...lateVisa,
        sections: [{ ...section, families: section.families.map((one) => ({ ...one, subtotalUsd: '106.66' })) }],
      },
    ],
    ['a section\u2019s subtotal', { ...lateVisa, sections: [{ ...section, subtotalUsd: '106.64' }] }],
    ['the total', { ...lateVisa, totalUsd: '106.66', amountDueUsd: '106.66' }],
    ['the amount due', { ...lateVisa, amountDueUsd: '106.66' }],
    [
      'a line\u2019s funds',
      withLine({ ...line, funds: [{ fund: 'MC-STF', budgetLine: 'MC-STF-COP6', amountUsd: '106.64' }] }),
    ],
    ['a trip\u2019s components', withLine({ ...line, components: [['TICKET', '106.64']] })],
    ['a client fund\u2019s share', { ...lateVisa, clientFunds: [{ fund: 'MC-STF', name: 'x', amountUsd: '106.60' }] }],
    [
      'a client fund nobody charged',
      { ...lateVisa, clientFunds: [{ fund: 'MC-GTF', name: 'x', amountUsd: '106.65' }] },
    ],
    ['the provider\u2019s funds', { ...lateVisa, providerFunds: [{ fund: 'BC', name: 'x', amountUsd: '106.60' }] }],
    ['the memo', { ...lateVisa, programmeSupportCost: { ...lateVisa.programmeSupportCost, totalUsd: '13.87' } }],
  ])('by %s', async (_what, content) => {
    await expect(renderInvoice(content, sha)).rejects.toThrow(PaperDoesNotAddUp);
  });

  it('by an amount that is no plain decimal, or a line out of order', async () => {
    await expect(renderInvoice({ ...lateVisa, totalUsd: '1e3' }, sha)).rejects.toThrow('1e3');
    await expect(renderInvoice(withLine({ ...line, position: 2 }), sha)).rejects.toThrow('numbered 1 to n');
    await expect(renderInvoice(withLine(line), sha)).resolves.toBeInstanceOf(Uint8Array);
  });
});
