import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Quantity } from '#kernel';
import * as a from '../support/a.ts';
import { Office } from '../support/office.ts';
import { sessionAs } from '../support/sessions.ts';
import { tampered } from '../support/tampered.ts';

/** More pages of acts than are read to find those of one document. */
const acts = 20_000;

describe('among many acts', () => {
  let office: Office;
  let note: string;
  let proposal: string;
  beforeAll(async () => {
    office = await Office.open();
    const { number } = await office.agreement();
    const invoiced = await office.invoiced(number, { quantity: Quantity.of('2') });
    const lines = [{ charge: invoiced.charge, quantity: Quantity.of('1') }];
    ({ id: note } = await office.credits({ invoice: invoiced.number, lines, reason: 'a day was not worked' }));
    await office.issues(note);
    const voucher = { method: 'JOURNAL_VOUCHER', externalNumber: 'JV-1', valueOn: a.day('2025-12-31') } as const;
    ({ id: proposal } = await office.proposes({ ...voucher, documents: [invoiced.number] }));
  });
  afterAll(() => office.close());

  it('whether a credit note was issued since is found by the documents, and not by walking through the acts', async () => {
    const superuser = await sessionAs('none', office.books.url);
    const many = `insert into platform.audit_event (id, at, person, secretariat, action, object_kind, object_ids, body)
      select gen_random_uuid(), now(), 'BRS.finance', 'BRS', (array['CREDIT_NOTE_ISSUED', 'SETTLEMENT_PROPOSED'])[1 + number % 2],
        'credit-note', array[gen_random_uuid()::text], '{}'
      from generate_series(1, ${acts}) as number`;
    try {
      const pages = await tampered(superuser, [many], async (tx) => {
        await tx.query('analyze platform.audit_event');
        await tx.query(`select gin_clean_pending_list('platform.audit_event_by_object')`); // else all of these would wait in one list
        const asked = `explain (analyze, buffers, format json) select invoicing.is_issued_since('${note}', '${proposal}')`;
        await tx.query(asked); // what is planned is read once
        const [row] = await tx.query<{ 'QUERY PLAN': [{ Plan: { 'Shared Hit Blocks': number } }] }[]>(asked);
        return row?.['QUERY PLAN'][0].Plan['Shared Hit Blocks'];
      });
      expect(pages).toBeLessThan(100);
    } finally {
      await superuser.destroy();
    }
  });
});
