import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  NotForOneself,
  PeopleService,
  RolesDoNotMeet,
  SamePerson,
  TravellerActs,
  ActsForTheOtherSide,
  DesignationEndedAlready,
  NotCountersigned,
  NotDesignated,
  ProposalDecidedAlready,
  UnknownDesignation,
} from '#identity';
import { ChargingService } from '#charging';
import { ApprovedContentChanged } from '#invoicing';
import { Quantity } from '#kernel';
import { inTransaction } from '#platform';
import * as a from '../support/a.ts';
import { anAct } from '../support/an-act.ts';
import { constraintAgainst, constraintBehindTheRights, nothingWritten } from '../support/nothing-written.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(60_000); // a database of its own, and papers are drawn: a busy machine may take its time

/** Until somebody waits for a lock of a person. */
async function waiting({ owner }: Office): Promise<void> {
  for (;;) {
    const rows = await owner.query<unknown[]>(
      `select from pg_locks where locktype = 'advisory' and classid = 1767225615 and not granted`,
    );
    if (rows.length > 0) return;
  }
}

describe('past the services, the database', () => {
  let office: Office;
  let agreement: string;
  let unsigned: string; // drafted by MINAMATA.finance
  let recorded: string; // by MINAMATA.finance
  let received: string; // by BRS.finance
  let draft: string; // prepared by MINAMATA.finance, with a charge that MINAMATA.versatile recorded
  let issued: { id: string; charge: string };
  beforeAll(async () => {
    office = await Office.open();
    agreement = (await office.agreement()).number;
    unsigned = (await office.agreement({ signed: false })).number;
    const one = () => office.draft(agreement, { quantity: Quantity.of('1') });
    [recorded = ''] = (await office.records([one()])).map(({ id }) => id);
    [received = ''] = await office.received([one()]);
    const [own = ''] = (await office.records([one()], 'MINAMATA.versatile')).map(({ id }) => id);
    await office.receives([own]);
    await office.certifies([own]);
    draft = (await office.prepares(agreement, [own])).id;
    issued = await office.invoiced(agreement, { quantity: Quantity.of('1') });
  });
  afterAll(() => office.close());

  const against = (statement: string, parameters: unknown[] = []): Promise<string> =>
    constraintAgainst(office.db, (tx) => tx.query(statement, parameters));

  describe('keeps the hands on a charge', () => {
    const receiving = (by: string) =>
      against(`update charging.charge set state = 'RECEIVED', received_by = $2, received_at = now() where id = $1`, [
        recorded,
        by,
      ]);
    const certified = (by: string, at = '2025-12-31') =>
      against(
        `update charging.charge set state = 'CERTIFIED', certified_by = $2, certified_at = $3::timestamptz where id = $1`,
        [received, by, at],
      );

    it('different', async () => {
      expect(await receiving('MINAMATA.finance')).toBe('charge_segregated');
      expect(await certified('BRS.finance')).toBe('charge_segregated');
    });

    it('with their sides', async () => {
      expect(await receiving('MINAMATA.deputy')).toBe('charge_hands_of_their_sides');
      expect(await receiving('a stranger')).toBe('charge_hands_of_their_sides');
      expect(await certified('MINAMATA.certifying')).toBe('charge_hands_of_their_sides');
      const copied = `insert into charging.charge (id, agreement, provider, client, item, family, nature, quantity, unit, delivered_on, biennium,
          unit_rate, unit_rate_currency, unit_rate_valid_from, amount_usd, state, recorded_by, recorded_at)
        select 'COPIED', agreement, provider, client, item, family, nature, quantity, unit, delivered_on, biennium, unit_rate,
          unit_rate_currency, unit_rate_valid_from, amount_usd, 'RECORDED', 'BRS.deputy', recorded_at from charging.charge where id = $1`;
      expect(await against(copied, [recorded])).toBe('charge_hands_of_their_sides');
    });

    it('designated for every fund on the day', async () => {
      expect(await certified('BRS.basel')).toBe('charge_certified_as_designated');
      expect(await certified('BRS.acting')).toBe('charge_certified_as_designated');
      expect(await certified('BRS.nobody')).toBe('charge_certified_as_designated');
      expect(await certified('BRS.acting', '2025-06-30')).toBe('charge_certified_with_its_entry'); // its last day: it lacks that alone
    });

    it('right on each charge of a statement that several of them act in', async () => {
      const [first = '', second = ''] = await office.received(
        [1, 2].map(() => office.draft(agreement, { quantity: Quantity.of('1') })),
      );
      const step = `update charging.charge set state = 'CERTIFIED', certified_by = hand, certified_at = '2025-12-31'
        from unnest($1::text[], $2::text[]) as step (charge, hand) where id = charge`;
      const certifiedBy = (...hands: string[]) => against(step, [[first, second], hands]);
      expect(await certifiedBy('BRS.certifying', 'BRS.basel')).toBe('charge_certified_as_designated');
      expect(await certifiedBy('BRS.basel', 'BRS.certifying')).toBe('charge_certified_as_designated');
      expect(await certifiedBy('BRS.certifying', 'MINAMATA.certifying')).toBe('charge_hands_of_their_sides');
      expect(await certifiedBy('BRS.certifying', 'BRS.certifying')).toBe('charge_certified_with_its_entry'); // it lacks that alone
    });

    it('off the trips of their own', async () => {
      const [first] = await office.records([
        office.draft(agreement, { quantity: Quantity.of('1'), traveller: 'P-77' }),
      ]);
      const reference = first?.traveller ?? '';
      await office.do(async (tx) => {
        const by = await office.officer(tx, 'BRS.administrator');
        const named = { person: 'BRS.deputy', traveller: reference };
        await office.books.get(PeopleService).nameTraveller(tx, named, by, office.books.clock);
      });
      const [mine = ''] = (
        await office.records([office.draft(agreement, { quantity: Quantity.of('1'), traveller: 'P-77' })])
      ).map(({ id }) => id);
      const step = `update charging.charge set state = 'RECEIVED', received_by = 'BRS.deputy', received_at = now() where id = $1`;
      expect(await against(step, [mine])).toBe('charge_not_by_its_traveller');
      expect(await nothingWritten(office.db, () => office.receives([mine], 'BRS.deputy'))).toBeInstanceOf(
        TravellerActs,
      );
      await office.receives([mine]);
      expect(await nothingWritten(office.db, () => office.certifies([mine], 'BRS.deputy'))).toBeInstanceOf(
        TravellerActs,
      );
      const name = `insert into identity.person_traveller (traveller, person) values ($1, 'BRS.finance')`;
      expect(await against(name, [reference])).toBe('person_traveller_once');
      expect(await against(name, ['P-77'])).toBe('person_traveller_is_registered');
    });
  });

  it('lets nobody sign an agreement whom it may not', async () => {
    const signature = (side: string, by: string) =>
      against(`insert into agreements.signature values ($1, $2, '2025-12-31', $3, now())`, [unsigned, side, by]);
    expect(await signature('PROVIDER', 'MINAMATA.finance')).toBe('agreement_not_signed_by_its_drafter');
    expect(await signature('CLIENT', 'MINAMATA.approving')).toBe('signature_of_its_side');
    expect(await signature('PROVIDER', 'BRS.approving')).toBe('signature_of_its_side');
  });

  it('lets nobody issue a document of whose charges they had one in hand', async () => {
    const issue = (by: string) =>
      against(
        `update invoicing.invoice set state = 'ISSUED', number = 'N', series_year = 2025, series_number = 99, issued_by = $2,
           issued_at = now(), issued_on = '2025-12-31' where id = $1`,
        [draft, by],
      );
    expect(await issue('MINAMATA.finance')).toBe('invoice_segregated');
    expect(await issue('MINAMATA.versatile')).toBe('invoice_segregated_from_its_charges');
    expect(await issue('BRS.approving')).toBe('invoice_hands_of_its_side');
    const refusal = await nothingWritten(office.db, () => office.issues(draft, 'MINAMATA.versatile'));
    expect(refusal).toBeInstanceOf(SamePerson);
    expect((refusal as Error).message).toContain('MINAMATA.versatile has recorded a charge of this');
  });

  it('forgets what was approved as soon as a draft is edited, and issues nothing that says something else', async () => {
    const lines = [{ charge: issued.charge, quantity: Quantity.of('1') }];
    const [{ number } = { number: '' }] = await office.db.query<{ number: string }[]>(
      'select number from invoicing.invoice where id = $1',
      [issued.id],
    );
    const { id } = await office.credits({ invoice: number, lines, reason: 'not worked' });
    const approved = async () =>
      (
        await office.db.query<{ approved: boolean }[]>(
          'select approved_sha256 is not null as approved from invoicing.invoice where id = $1',
          [id],
        )
      )[0]?.approved;
    expect(await approved()).toBe(true);
    // The server has no right to edit a draft; whoever has it clears the approval with the edit.
    await inTransaction(office.owner, async (tx) => {
      await anAct(tx);
      await tx.query(`update invoicing.invoice set reason = 'worked after all' where id = $1`, [id]);
    });
    expect(await approved()).toBe(false);
    expect(await nothingWritten(office.db, () => office.issues(id))).toBeInstanceOf(ApprovedContentChanged);
    await office.discards(id);
    // Of a certified charge nothing that was certified can be edited at all.
    const quantity = `update charging.charge set quantity = quantity + 1 where id = $1`;
    expect(await constraintBehindTheRights(office.books, (tx) => tx.query(quantity, [issued.charge]))).toBe(
      'charge_price_is_frozen',
    );
  });

  it('lets nobody certify after the end of a designation that came while they did', async () => {
    const end = async (reason: string): Promise<void> => {
      const [held] = await office.db.query<{ id: string }[]>(
        `select id from identity.designation where person = 'BRS.deputy' and fund = 'RO'`,
      );
      await office.do(async (tx) =>
        office.books
          .get(PeopleService)
          .end(tx, held?.id ?? '', reason, await office.officer(tx, 'BRS.administrator'), office.books.clock),
      );
    };
    const [first = '', second = ''] = await office.received(
      [1, 2].map(() => office.draft(agreement, { quantity: Quantity.of('1') })),
    );
    const ending = await office.do(async (tx) => {
      const by = await office.officer(tx, 'BRS.deputy');
      await office.books.get(ChargingService).certify(tx, { ids: [first], seen: null }, by, office.books.clock);
      const coming = end('left').then(() => 'ended');
      await waiting(office); // the end waits for the certification
      return { coming };
    });
    expect(await ending.coming).toBe('ended');
    expect(await nothingWritten(office.db, () => office.certifies([second], 'BRS.deputy'))).toBeInstanceOf(
      NotDesignated,
    );
    const step = `update charging.charge set state = 'CERTIFIED', certified_by = 'BRS.deputy', certified_at = '2025-12-31' where id = $1`;
    expect(await against(step, [second])).toBe('charge_certified_as_designated');
    expect(await nothingWritten(office.db, () => end('again'))).toBeInstanceOf(DesignationEndedAlready);
  });

  describe('keeps roles apart', () => {
    const designation = (person: string, duty: string, fund = '', from = '2025-01-01', to = '2025-12-31') =>
      against(
        `insert into identity.designation (person, duty, fund, valid_from, valid_to, mandate)
         values ($1, $2, $3, $4, $5, case $2 when 'JOINT_AUDITOR' then 'MINAMATA' end)`,
        [...[person, duty, fund, from, to]],
      );

    it.each([
      ['BRS.approving', 'CERTIFYING_OFFICER', 'BC', 'nobody_certifies_and_approves'],
      ['BRS.certifying', 'APPROVING_OFFICER', '', 'nobody_certifies_and_approves'],
      ['BRS.auditor', 'FINANCE_OFFICER', '', 'auditor_holds_no_other_role'],
      ['BRS.finance', 'AUDITOR', '', 'auditor_holds_no_other_role'],
      ['BRS.administrator', 'AUDITOR', '', 'auditor_holds_no_other_role'],
      ['BRS.auditor', 'JOINT_AUDITOR', '', 'joint_auditor_holds_no_other_duty'],
      ['BRS.finance', 'JOINT_AUDITOR', '', 'joint_auditor_holds_no_other_duty'],
      ['BRS.administrator', 'JOINT_AUDITOR', '', 'joint_auditor_holds_no_other_duty'],
      ['BRS.administrator', 'APPROVING_OFFICER', '', 'administrator_holds_no_financial_role'],
      ['BRS.finance', 'ADMINISTRATOR', '', 'administrator_holds_no_financial_role'],
    ])('of %s and %s', async (person, duty, fund, constraint) => {
      expect(await designation(person, duty, fund)).toBe(constraint);
    });

    it('of whoever reads for both sides: with a mandate, and with nothing after it', async () => {
      const plain = `insert into identity.designation (person, duty, fund, valid_from, valid_to) values ('BRS.nobody', 'JOINT_AUDITOR', '', '2025-01-01', '2025-12-31')`;
      expect(await against(plain)).toBe('designation_of_a_joint_auditor_has_a_mandate');
      const withOneMore = constraintAgainst(office.db, async (tx) => {
        await tx.query(
          plain.replace('valid_to)', 'valid_to, mandate)').replace(`'2025-12-31')`, `'2025-12-31', 'MINAMATA')`),
        );
        await tx.query(plain.replace('JOINT_AUDITOR', 'FINANCE_OFFICER'));
      });
      expect(await withOneMore).toBe('joint_auditor_holds_no_other_duty');
    });

    it('of whoever reads for both sides: one mandate at a time, and another when it is over', async () => {
      const second = (from: string, ended: string | null = null): Promise<string> =>
        constraintAgainst(office.db, async (tx) => {
          const given = `insert into identity.designation (person, duty, fund, valid_from, valid_to, mandate, ended_at, ended_by, end_reason)
            values ('BRS.nobody', 'JOINT_AUDITOR', '', $1, $2, 'MINAMATA', $3, $4, $4)`;
          await tx.query(given, ['2025-01-01', '2025-12-31', ended, ended && 'BRS.administrator']);
          await tx.query(given, [from, '2026-12-31', null, null]);
          throw new Error('given');
        });
      expect(await second('2025-12-31')).toBe('joint_auditor_holds_one_mandate');
      await expect(second('2026-01-01')).rejects.toThrow('given');
      await expect(second('2025-12-31', '2025-06-01')).rejects.toThrow('given');
    });

    it('of whoever reads for both sides: countersigned by the side whose books it opens', async () => {
      const id = '019a0000-0000-7000-8000-0000000000ac';
      const countersigned = (by: string): Promise<string> =>
        constraintAgainst(office.db, async (tx) => {
          await tx.query(
            `insert into identity.designation_proposal (id, person, secretariat, duty, fund, valid_from, valid_to, acting, mandate, reason, proposed_by, proposed_at)
             values ($1, 'BRS.nobody', 'BRS', 'JOINT_AUDITOR', '', '2025-12-31', '2026-12-31', false, 'MINAMATA', 'an audit', 'BRS.administrator', '2025-12-31')`,
            [id],
          );
          await tx.query(
            `update identity.designation_proposal set state = 'COUNTERSIGNED', decided_by = $2, decided_at = '2025-12-31' where id = $1`,
            [id, by],
          );
          throw new Error('given');
        });
      expect(await countersigned('BRS.approving')).toBe('mandate_countersigned_by_the_other_side');
      await expect(countersigned('MINAMATA.approving')).rejects.toThrow('given');
    });

    it('of two that come at once: one waits for the other, and is refused', async () => {
      const designating = (duty: string, fund: string) =>
        `insert into identity.designation (person, duty, fund, valid_from, valid_to)
         values ('BRS.nobody', '${duty}', '${fund}', '2025-01-01', '2025-12-31')`;
      const second = await inTransaction(office.owner, async (tx) => {
        await anAct(tx);
        await tx.query(designating('CERTIFYING_OFFICER', 'BC'));
        const coming = office
          .arranges((other) => other.query(designating('APPROVING_OFFICER', '')))
          .then(
            () => null,
            (error: unknown) => error,
          );
        await waiting(office);
        return { coming };
      });
      expect(await second.coming).toBeInstanceOf(RolesDoNotMeet);
    });
  });

  describe('gives a designation by two people to a third', () => {
    const proposal = (facts: Record<string, string | boolean | null> = {}): Promise<string> => {
      const row: Record<string, string | boolean | null> = {
        ...{
          id: '019a0000-0000-7000-8000-0000000000cc',
          person: 'BRS.nobody',
          secretariat: 'BRS',
          duty: 'AUDITOR',
          fund: '',
        },
        ...{ valid_from: '2025-01-01', valid_to: '2027-12-31', acting: false, reason: 'x', state: 'PROPOSED' },
        ...{ proposed_by: 'BRS.administrator', proposed_at: '2025-12-31', decided_by: null, decided_at: null },
        ...facts,
      };
      const columns = Object.keys(row);
      return against(
        `insert into identity.designation_proposal (${columns.join(', ')}) values (${columns.map((_, n) => `$${n + 1}`).join(', ')})`,
        Object.values(row),
      );
    };

    it.each([
      [{ proposed_by: 'BRS.nobody' }, 'designation_not_for_oneself'],
      [{ proposed_by: 'BRS.finance' }, 'designation_proposed_by_an_administrator'],
      [{ proposed_by: 'MINAMATA.administrator' }, 'designation_proposed_by_an_administrator'],
      [
        { state: 'COUNTERSIGNED', decided_by: 'BRS.approving', decided_at: '2025-12-31' },
        'designation_begins_as_a_proposal',
      ],
      [{ state: 'COUNTERSIGNED', decided_by: 'BRS.nobody', decided_at: '2025-12-31' }, 'designation_not_for_oneself'],
      [
        { state: 'COUNTERSIGNED', decided_by: 'BRS.administrator', decided_at: '2025-12-31' },
        'designation_by_two_people',
      ],
      [{ valid_to: 'infinity' }, 'designation_proposal_period'],
      [{ secretariat: 'MINAMATA' }, 'designation_proposal_of_person'],
      [{ duty: 'CERTIFYING_OFFICER' }, 'designation_proposal_certifies_a_fund'],
    ])('and takes no proposal with %j', async (facts, constraint) => {
      expect(await proposal(facts)).toBe(constraint);
    });

    it('and no countersignature of anybody else, nor a second one', async () => {
      const propose = (acting: boolean) =>
        office.do(async (tx) => {
          const wanted = {
            person: 'BRS.nobody',
            duty: 'FINANCE_OFFICER',
            fund: '',
            acting,
            mandate: null,
            reason: 'leave',
          } as const;
          const days = { validFrom: a.day('2025-01-01'), validTo: a.day('2026-12-31') };
          const by = await office.officer(tx, 'BRS.administrator');
          return office.books.get(PeopleService).propose(tx, { ...wanted, ...days }, by, office.books.clock);
        });
      const countersign = (id: string, by: string) =>
        office.do(async (tx) =>
          office.books.get(PeopleService).countersign(tx, id, await office.officer(tx, by), office.books.clock),
        );
      const { id } = await propose(false);
      const decide = (by: string) =>
        against(
          `update identity.designation_proposal set state = 'COUNTERSIGNED', decided_by = $2, decided_at = '2025-12-31' where id = $1`,
          [...[id, by]],
        );
      expect(await decide('BRS.finance')).toBe('designation_countersigned_by_an_approving_officer');
      expect(await decide('MINAMATA.approving')).toBe('designation_countersigned_by_its_own_side');
      expect(await decide('BRS.administrator')).toBe('designation_by_two_people');
      expect(await decide('BRS.nobody')).toBe('designation_not_for_oneself');
      for (const [by, error] of [
        ['BRS.finance', NotDesignated],
        ['MINAMATA.approving', UnknownDesignation], // what is no acting one is not there for the other side
      ] as const) {
        expect(await nothingWritten(office.db, () => countersign(id, by))).toBeInstanceOf(error);
      }
      await countersign(id, 'BRS.approving');
      expect(await nothingWritten(office.db, () => countersign(id, 'BRS.approving'))).toBeInstanceOf(
        ProposalDecidedAlready,
      );
      expect(await against(`update identity.designation_proposal set state = 'DECLINED' where id = $1`, [id])).toBe(
        'designation_proposal_stays_as_proposed',
      );
      expect(
        await constraintBehindTheRights(office.books, (tx) =>
          tx.query(`update identity.designation_proposal set valid_to = '2030-12-31' where id = $1`, [id]),
        ),
      ).toBe('designation_proposal_stays_as_proposed');
      const [held] = await office.db.query<{ valid_from: string }[]>(
        'select valid_from from identity.designation where proposal = $1',
        [id],
      );
      expect(held?.valid_from).toBe('2025-12-31'); // nothing is given backwards
      // This side has four officers and more: an acting designation is its own to countersign.
      const acting = await propose(true);
      expect(await nothingWritten(office.db, () => countersign(acting.id, 'MINAMATA.approving'))).toBeInstanceOf(
        ActsForTheOtherSide,
      );
    });

    it('and no designation that nobody countersigned', async () => {
      const byAnOfficer = `insert into platform.audit_event (id, at, person, secretariat, action, object_kind, object_ids, body)
        values (gen_random_uuid(), now(), 'BRS.administrator', 'BRS', 'X', 'x', '{x}', '{}')`;
      const insert = `insert into identity.designation (person, duty, fund, valid_from, valid_to)
        values ('BRS.nobody', 'AUDITOR', '', '2026-01-01', '2026-12-31')`;
      const refused = await nothingWritten(office.db, () =>
        office.do(async (tx) => {
          await tx.query(byAnOfficer);
          await tx.query(insert);
        }),
      );
      expect(refused).toBeInstanceOf(NotCountersigned);
    });

    it('and knows nobody’s own proposal from the services either', async () => {
      const own = office.do(async (tx) => {
        const by = await office.officer(tx, 'BRS.administrator');
        const wanted = {
          person: 'BRS.administrator',
          duty: 'AUDITOR',
          fund: '',
          acting: false,
          mandate: null,
          reason: 'x',
        } as const;
        const days = { validFrom: a.day('2025-01-01'), validTo: a.day('2026-12-31') };
        return office.books.get(PeopleService).propose(tx, { ...wanted, ...days }, by, office.books.clock);
      });
      await expect(own).rejects.toBeInstanceOf(NotForOneself);
    });

    it('and what has ended stays ended', async () => {
      const end = `update identity.designation set ended_at = now(), ended_by = 'BRS.administrator', end_reason = $1 where person = 'BRS.acting'`;
      expect(await against(end, [' '])).toBe('designation_end_reason_shows_something');
      expect(
        await constraintAgainst(office.db, async (tx) => {
          await tx.query(end, ['left']);
          await tx.query(
            `update identity.designation set ended_at = null, ended_by = null, end_reason = null where person = 'BRS.acting'`,
          );
        }),
      ).toBe('designation_stays_ended');
      expect(
        await constraintBehindTheRights(office.books, (tx) =>
          tx.query('truncate identity.designation_proposal cascade'),
        ),
      ).toMatch(/^designation(_proposal)?_is_not_emptied$/);
    });
  });
});
