import type { Officer } from '#identity';
import type { Tx } from '#platform';

/** What can wait for somebody. */
export const inboxKinds = [
  'charges-to-confirm',
  'charges-to-certify',
  'charges-returned',
  'reversals-to-approve',
  'invoices-to-issue',
  'settlements-to-approve',
  'agreements-to-sign',
  'periods-to-sign',
  'designations-to-countersign',
  'renewals-to-approve',
  'rates-to-load',
  'resumptions-to-agree',
] as const;
export type InboxKind = (typeof inboxKinds)[number];

export interface InboxItem {
  readonly id: string;
  /** In a few words: the item and its units, the period and its state. */
  readonly about: string;
  readonly agreement: string | null;
  readonly amountUsd: string | null;
  /** Who did the step before, and when. */
  readonly by: string;
  readonly since: string; // an instant
}

export interface InboxPart {
  readonly kind: InboxKind;
  readonly count: number;
  readonly items: readonly InboxItem[]; // what waits longest first
}

/**
 * What waits for this officer: what the duties of the day let them do, without what they had in hand themselves. One statement for
 * each kind, sent together. `page`: how many of each are shown; 0 where they are counted only.
 */
export async function inbox(tx: Tx, officer: Officer, { page }: { page: number }): Promise<InboxPart[]> {
  const { person, secretariat, designations, travelsAs = [] } = officer;
  const holds = (duty: string): boolean => designations.some((held) => held.duty === duty);
  const certifies = designations.filter(({ duty }) => duty === 'CERTIFYING_OFFICER').map(({ fund }) => fund);
  const finance = holds('FINANCE_OFFICER');
  const approving = holds('APPROVING_OFFICER');
  const administering = holds('ADMINISTRATOR');
  const own = [person, secretariat, page];
  const parts: [InboxKind, boolean, () => Promise<Found[]>][] = [
    ['charges-to-confirm', finance, () => tx.query<Found[]>(toConfirm, [...own, travelsAs])],
    ['charges-to-certify', certifies.length > 0, () => tx.query<Found[]>(toCertify, [...own, travelsAs, certifies])],
    ['charges-returned', finance, () => tx.query<Found[]>(returned, [secretariat, page, travelsAs])],
    ['reversals-to-approve', approving, () => tx.query<Found[]>(toReverse, [...own, travelsAs])],
    ['invoices-to-issue', approving, () => tx.query<Found[]>(toIssue, own)],
    ['settlements-to-approve', approving, () => tx.query<Found[]>(toSettle, own)],
    ['agreements-to-sign', approving, () => tx.query<Found[]>(toSign, own)],
    ['periods-to-sign', approving, () => tx.query<Found[]>(periodsToSign, own)],
    ['designations-to-countersign', approving, () => tx.query<Found[]>(toCountersign, own)],
    ['renewals-to-approve', administering || approving, () => tx.query<Found[]>(toApprove, [...own, administering])],
    ['rates-to-load', finance || approving, () => tx.query<Found[]>(toLoad, own)],
    ['resumptions-to-agree', approving, () => tx.query<Found[]>(toResume, own)],
  ];
  return Promise.all(
    parts
      .filter(([, may]) => may)
      .map(async ([kind, , find]) => {
        const [found] = await find();
        return { kind, count: found?.count ?? 0, items: found?.items ?? [] };
      }),
  );
}

interface Found {
  count: number;
  items: InboxItem[];
}

// Counted and shown from one look; a page is what waits longest. Every kind names its columns alike.
const shown = `
  select (select count(*)::integer from waiting) as count,
    (select coalesce(json_agg(json_build_object('id', id, 'about', about, 'agreement', agreement, 'amountUsd', amount_usd::text,
       'by', by, 'since', since) order by since, id), '[]') from (select * from waiting order by since, id limit $3) as first) as items`;

const toConfirm = `with waiting as (
    select charge.id, charge.item || ' ' || charge.quantity as about, charge.agreement, charge.amount_usd, charge.recorded_by as by,
      charge.recorded_at as since
    from charging.charge
    where charge.state = 'RECORDED' and charge.client = $2 and charge.recorded_by <> $1
      and (charge.traveller is null or charge.traveller <> all($4))
  ) ${shown}`;

const toCertify = `with waiting as (
    select charge.id, charge.item || ' ' || charge.quantity as about, charge.agreement, charge.amount_usd, charge.received_by as by,
      charge.received_at as since
    from charging.charge
    where charge.state = 'RECEIVED' and charge.client = $2 and $1 not in (charge.recorded_by, charge.received_by)
      and (charge.traveller is null or charge.traveller <> all($4))
      and not exists (
        select from charging.charge_allocation as share
        where share.charge = charge.id and share.side = 'CLIENT' and share.amount_usd <> 0 and share.fund <> all($5))
  ) ${shown}`;

const returned = `with waiting as (
    select charge.id, charge.remark as about, charge.agreement, charge.amount_usd, charge.remark_by as by, charge.remark_at as since
    from charging.charge
    where charge.state = 'RETURNED' and charge.provider = $1 and (charge.traveller is null or charge.traveller <> all($3))
  ) select (select count(*)::integer from waiting) as count,
    (select coalesce(json_agg(json_build_object('id', id, 'about', about, 'agreement', agreement, 'amountUsd', amount_usd::text,
       'by', by, 'since', since) order by since, id), '[]') from (select * from waiting order by since, id limit $2) as first) as items`;

const toReverse = `with waiting as (
    select charge.id, charge.remark as about, charge.agreement, charge.amount_usd, charge.remark_by as by, charge.remark_at as since
    from charging.charge
    where charge.state = 'REVERSING' and charge.provider = $2 and $1 not in (charge.remark_by, charge.recorded_by)
      and (charge.traveller is null or charge.traveller <> all($4))
  ) ${shown}`;

const toIssue = `with waiting as (
    select invoice.id, case invoice.type when 'INVOICE' then 'invoice' else 'credit note' end || ' of ' || invoice.line_count || ' lines' as about,
      invoice.agreement, invoice.total_usd as amount_usd, invoice.prepared_by as by, invoice.prepared_at as since
    from invoicing.invoice
    where invoice.number is null and invoice.state <> 'DISCARDED' and invoice.provider = $2 and invoice.prepared_by <> $1
      and not exists (
        select from invoicing.invoice_line as line join charging.charge on charge.id = line.charge
        where line.invoice = invoice.id and $1 in (charge.recorded_by, charge.received_by, charge.certified_by)
        offset 0) -- the lines of this draft, and not those of all documents
  ) ${shown}`;

const toSettle = `with waiting as (
    select proposal.id, proposal.external_number || case cardinality(proposal.documents) when 1 then ', 1 document'
        else ', ' || cardinality(proposal.documents) || ' documents' end as about,
      null::text as agreement, proposal.amount_usd, proposal.proposed_by as by, proposal.proposed_at as since
    from invoicing.settlement_proposal as proposal
    where proposal.state = 'PROPOSED' and proposal.payer = $2 and proposal.proposed_by <> $1
      and not exists (
        select from invoicing.invoice_line as line join charging.charge on charge.id = line.charge
        where line.invoice = any(proposal.documents) and $1 in (charge.received_by, charge.certified_by)
        offset 0)
  ) ${shown}`;

const toSign = `with waiting as (
    select agreement.number as id, agreement.provider || ' to ' || agreement.client || ', ' || agreement.meeting as about,
      agreement.number as agreement, agreement.ceiling_usd as amount_usd, agreement.drafted_by as by, agreement.drafted_at as since
    from agreements.agreement
    where agreement.state in ('DRAFT', 'SHARED', 'HALF_SIGNED') and $2 in (agreement.provider, agreement.client)
      and agreement.drafted_by <> $1
      and not exists (
        select from agreements.signature
        where signature.agreement = agreement.number
          and signature.side = case when agreement.provider = $2 then 'PROVIDER' else 'CLIENT' end)
  ) ${shown}`;

// The last act of a period says who is next: after a proposal either side, after a signature or a request the other one.
const periodsToSign = `with waiting as (
    select period.code as id, case period.state when 'REOPEN_REQUESTED' then 'to be reopened' else 'to be closed' end as about,
      null::text as agreement, null::numeric as amount_usd, last.person as by, last.at as since
    from ledger.period cross join lateral (
      select act.person, act.secretariat, act.at from ledger.period_act as act where act.period = period.code order by act.number desc limit 1
    ) as last
    where last.person <> $1
      and (period.state = 'CLOSING' or period.state in ('SIGNED_BY_ONE', 'REOPEN_REQUESTED') and last.secretariat <> $2)
  ) ${shown}`;

// An acting designation of a small side is countersigned by the other one, an auditor of both by the one whose books are opened; identity README, "Designations".
const toCountersign = `with waiting as (
    select proposal.id, proposal.person || ': ' || proposal.duty || case proposal.fund when '' then '' else ' of ' || proposal.fund end as about,
      null::text as agreement, null::numeric as amount_usd, proposal.proposed_by as by, proposal.proposed_at as since
    from identity.designation_proposal as proposal
    where proposal.state = 'PROPOSED' and $1 not in (proposal.person, proposal.proposed_by)
      and case when proposal.mandate is null
        then (proposal.secretariat = $2) <> (proposal.acting and identity.officers_of(proposal.secretariat, current_date) < 4)
        else proposal.mandate = $2 end
  ) ${shown}`;

// By another administrator, or by an approving officer where none could; after three days by nobody. Identity README, "Renewal".
const toApprove = `with waiting as (
    select renewal.id, renewal.person || case when renewal.lets_in_again then ', who was shut out' else '' end as about,
      null::text as agreement, null::numeric as amount_usd, renewal.proposed_by as by, renewal.proposed_at as since
    from identity.account_renewal as renewal
    where renewal.secretariat = $2 and $1 not in (renewal.person, renewal.proposed_by)
      and renewal.approved_at is null and renewal.lapsed_at is null and renewal.proposed_at > now() - interval '3 days'
      and ($4 or not exists (
        select from identity.designation as held join identity.person on person.code = held.person
        where person.secretariat = $2 and held.duty = 'ADMINISTRATOR' and held.ended_at is null
          and current_date between held.valid_from and held.valid_to and held.person not in (renewal.person, renewal.proposed_by)
          and not exists (select from identity.account where account.person = held.person and account.disabled_at is not null)))
  ) ${shown}`;

// By a second person, of either side; of the other side it says the side, and not who. Rates README, "Rules".
const toLoad = `with waiting as (
    select loaded.currency || ' ' || loaded.effective_on as id, loaded.units_per_usd || ' units for USD 1' as about,
      null::text as agreement, null::numeric as amount_usd,
      case loaded.loaded_for when $2 then loaded.loaded_by else loaded.loaded_for end as by, loaded.loaded_at as since
    from rates.loaded_rate as loaded
    where loaded.loaded_by <> $1 and not exists (
      select from rates.operational_rate as rate where rate.currency = loaded.currency and rate.effective_on = loaded.effective_on)
  ) ${shown}`;

// One side has asked, and the other one agrees. Audit README, "Verification".
const toResume = `with waiting as (
    select stop.verification::text as id, stop.reason as about, null::text as agreement, null::numeric as amount_usd,
      stop.requested_by as by, stop.requested_at as since
    from platform.posting_stop as stop where stop.requested_by <> $1 and stop.requested_for <> $2
  ) ${shown}`;
