import { apportion, canonicalJson, Money } from '#kernel';
import { type Cryptography, ExportedSeal } from '#sealing';
import { centsOf, usd } from './cents.ts';
import { type CheckResult, type Verification, verificationOf, type Wrong } from './check.ts';
import { type ExportRecord, exportVersion, readableVersions } from './export-record.ts';
import { ExportedCharges } from './exported-charges.ts';
import { ExportedDesignations } from './exported-designations.ts';
import { ExportedHands } from './exported-hands.ts';
import { ExportedPapers } from './exported-papers.ts';
import { ExportedPrices } from './exported-prices.ts';
import { ExportedRates } from './exported-rates.ts';
import { ExportedResumptions } from './exported-resumptions.ts';
import { ExportedReversals } from './exported-reversals.ts';
import type { ExportedAct, SealedVersion } from './exported-values.ts';
import {
  debits,
  paperWords,
  type SealedEntry,
  type SealedEvidence,
  type SealedPaper,
  wordsOf,
} from './exported-words.ts';
import { NamedRecords } from './named-records.ts';
import { sentencesOf } from './offline-checks.ts';
import { type SealedPeriodAct, SealedPeriodActs } from './sealed-period-acts.ts';
import { SealedRecords } from './sealed-records.ts';
import { SealedValues } from './sealed-values.ts';

type Of<T extends ExportRecord['t']> = Extract<ExportRecord, { t: T }>;

/** What an export says, and the checks over the books that need more than it holds. */
export interface OfflineOutcome extends Verification {
  readonly notLookedAt: readonly Pick<CheckResult, 'id' | 'sentence'>[];
}

/** The form and hashes that a paper's check needs and a rule cannot make: SHA-256 in hex, of text or of base64. */
export interface Hashing {
  readonly ofText: (text: string) => string;
  readonly ofBase64: (base64: string) => string;
}

/**
 * The rules of the verification over an export, without a database and without its SQL: amounts are added up here as whole
 * cents, and the tree of the seal from its leaves. Give it every line in order, then ask for the outcome. `held` are
 * checkpoints that were kept outside the books. Its memory grows with the entries by some hundred bytes each.
 */
export class OfflineVerification {
  private readonly wrongs = new Map<string, Wrong[]>();
  private form: number = exportVersion;
  private readonly totals = new Map<string, { cents: bigint; postings: bigint }>();
  private readonly spent = new Map<string, bigint>(); // "budget line BC-1"
  private readonly certified = new Map<string, bigint>(); // by charge
  private readonly reversed = new Map<string, bigint>(); // by charge
  private pair: Of<'entry'>[] = [];
  private readonly sealedRecords: SealedRecords;
  private readonly named = new NamedRecords();
  private readonly papers: ExportedPapers;
  private readonly charges: ExportedCharges;
  private readonly reversals: ExportedReversals;
  private readonly prices = new ExportedPrices((check, found) => this.found(check, found));
  private readonly hands = new ExportedHands((check, found) => this.found(check, found));
  private readonly designations = new ExportedDesignations((found) => this.found('I13e', found));
  private readonly rates = new ExportedRates((found) => this.found('I13b', found));
  private readonly resumptions = new ExportedResumptions((found) => this.found('I13b', found));
  private readonly values = new SealedValues((found) => this.found('I21', found));
  private readonly periodActs = new SealedPeriodActs((found) => this.found('I9', found));
  private readonly seal: ExportedSeal;
  private sealed = false;
  private lines = 0;
  private ended = false;

  /** Errors: those of reading the notes in `held`. */
  constructor(
    private readonly hashing: Hashing,
    cryptography: Cryptography,
    held: readonly string[],
    /** Of the books: those that are not looked at here are named beside what is. */
    private readonly checks: readonly Pick<CheckResult, 'id' | 'sentence'>[],
  ) {
    this.seal = new ExportedSeal(cryptography, held);
    const found = (check: string, wrong: Wrong): void => this.found(check, wrong);
    this.sealedRecords = new SealedRecords(hashing.ofText, (wrong) => found('I17a', wrong));
    this.papers = new ExportedPapers(hashing.ofText, found);
    this.charges = new ExportedCharges(hashing.ofText, found);
    this.reversals = new ExportedReversals(hashing.ofText, (wrong) => found('REVERSED', wrong));
  }

  accept(record: ExportRecord): void {
    if (this.lines === 0 && record.t !== 'head') this.wrong('FILE', 'line', '1', 'the head is missing');
    if (this.ended) this.wrong('FILE', 'line', String(this.lines + 1), 'it comes after the last one');
    if (record.t !== 'entry') this.closePair();
    switch (record.t) {
      case 'head':
        this.form = record.version;
        if (!readableVersions.includes(record.version)) {
          const read = readableVersions.join(' and ');
          this.wrong('FILE', 'line', '1', `it is of form ${record.version}, and this version reads forms ${read}`);
        }
        break;
      case 'entry':
        this.entry(record);
        break;
      case 'total':
        this.total(record);
        break;
      case 'ceiling':
        this.ceiling(record);
        break;
      case 'charge':
        this.charge(record);
        break;
      case 'paper':
        this.paper(record);
        break;
      case 'act':
        this.act(record);
        break;
      case 'version':
        this.version(record);
        break;
      case 'leaf':
        this.leaf(record);
        this.seal.accept(record);
        break;
      case 'log':
        this.sealed = true;
        this.seal.accept(record);
        break;
      case 'checkpoint':
        this.seal.accept(record);
        break;
      case 'queued':
        this.sealedRecords.waits(record.kind, record.record);
        break;
      case 'end':
        this.ended = true;
        if (record.lines !== this.lines)
          this.wrong('FILE', 'line', String(this.lines + 1), `${this.lines} lines came, ${record.lines} were written`);
        break;
    }
    this.lines += 1;
  }

  outcome(): OfflineOutcome {
    this.closePair();
    if (!this.ended) this.wrong('FILE', 'line', String(this.lines + 1), 'the end is missing: the file was cut off');
    for (const [key, { cents }] of this.totals)
      if (cents !== 0n) this.wrong('TOTALS', 'movement total', key, `nothing is kept; the postings are ${usd(cents)}`);
    for (const [source, cents] of this.certified)
      this.wrong('POSTED', 'posting', source, `${usd(cents)} posted for a charge that is not certified or not there`);
    for (const [source, cents] of this.reversed)
      this.wrong('POSTED', 'posting', source, `${usd(cents)} reversed of a charge that is not there`);
    for (const missing of this.named.missing()) this.found(missing.kind === 'charge' ? 'I18' : 'I5', missing);
    for (const charge of this.named.unnamed()) this.found('I18', charge);
    this.papers.end();
    this.values.end();
    this.reversals.end();
    this.hands.end();
    this.resumptions.end();
    this.designations.end();
    this.rates.end();
    if (this.form >= 5) this.charges.end(this.papers);
    this.judgeSeal();
    const sentences = sentencesOf(this.form);
    const results = Object.entries(sentences).map(([id, sentence]): CheckResult => {
      const found = this.wrongs.get(id) ?? [];
      return { id, sentence, holds: found.length === 0, first: found[0] ?? null, found: found.length, milliseconds: 0 };
    });
    const notLookedAt = this.checks.filter(({ id }) => sentences[id] === undefined);
    return { ...verificationOf(results), notLookedAt: notLookedAt.map(({ id, sentence }) => ({ id, sentence })) };
  }

  private wrong(check: string, kind: string, object: string, finding: string): void {
    this.found(check, { kind, object, finding });
  }

  private found(check: string, wrong: Wrong): void {
    const found = this.wrongs.get(check) ?? [];
    this.wrongs.set(check, found);
    if (found.length < 100) found.push(wrong);
  }

  private judgeSeal(): void {
    for (const { kind, position, sentence } of this.seal.findings()) {
      const object = position === null ? 'of no single leaf' : `leaf ${position}`;
      this.wrong('I17', `seal: ${kind.toLowerCase().replaceAll('_', ' ')}`, object, sentence);
    }
    if (this.sealed) this.sealedRecords.end(); // books that were never sealed have no leaf
  }

  /** What the leaf says must stand in the file as a record of its own. */
  private leaf({ position, kind, record, body }: Of<'leaf'>): void {
    if (body === null) return; // the seal says so
    const said = JSON.parse(body) as SealedEntry & SealedPaper & SealedEvidence & ExportedAct;
    switch (kind) {
      case 'journal-entry':
        return this.sealedRecords.leaf(kind, record, position, this.sealedEntry(said));
      case 'paper':
        return this.sealedRecords.leaf(kind, said.number, position, paperWords(said));
      case 'audit-event':
        this.hands.leaf(said.id, position);
        return this.sealedRecords.leaf(kind, said.id, position, body);
      case 'value-version':
        return this.sealedRecords.leaf(kind, record, position, body);
      case 'period-act':
        return this.periodActs.leaf(JSON.parse(body) as SealedPeriodAct);
      case 'evidence':
        return this.named.name('charge', said.charge, `the evidence of leaf ${position}`);
    }
  }

  private sealedEntry(said: SealedEntry): string {
    const postings = said.postings.map((one) => [
      ...[one.account, one.fund, one.budgetLine, one.agreement, one.item, one.serviceMonth],
      one.amountUsd,
    ]);
    const reverses = this.form >= 5 ? (said.reverses ?? null) : null;
    return wordsOf({ ...said, on: said.accountingOn, reverses }, postings);
  }

  private act({ body }: Of<'act'>): void {
    const said = JSON.parse(body) as ExportedAct;
    if (canonicalJson(said) !== body) this.wrong('I18', 'audit event', said.id, 'its words are not in canonical JSON');
    this.sealedRecords.record('audit-event', said.id, body);
    this.named.act(said);
    this.charges.act(said);
    this.hands.act(said);
    this.designations.act(said);
    this.rates.act(said);
    this.resumptions.act(said);
  }

  private version({ id, body }: Of<'version'>): void {
    const said = JSON.parse(body) as SealedVersion;
    this.sealedRecords.record('value-version', id, body);
    for (const one of [this.charges, this.prices, this.hands, this.designations, this.rates]) one.version(said);
    this.values.version(said, body);
  }

  private entry(entry: Of<'entry'>): void {
    const { id, book, counterparty, event, source, biennium, postings } = entry;
    const said = postings.map(([account, fund, budgetLine, agreement, item, month, amount]) => [
      ...[account, fund, budgetLine, agreement, item, month.slice(0, 7)],
      amount,
    ]);
    this.sealedRecords.record('journal-entry', id, wordsOf({ ...entry, reverses: entry.reverses ?? null }, said));
    this.reversals.entry(entry);
    if (this.pair[0]?.pair !== entry.pair) this.closePair();
    this.pair.push(entry);
    this.papers.entry(event, source, debits(entry));
    if (postings.length !== entry.count || postings.length < 2)
      this.wrong('I2', 'journal entry', id, `it declares ${entry.count} postings and has ${postings.length}`);
    const funds = new Map<string, bigint>();
    for (const [account, fund, budgetLine, agreement, item, month, amount] of postings) {
      this.named.name('trust fund', fund, `entry ${id}`);
      this.named.name('budget line', budgetLine, `entry ${id}`);
      this.named.name('agreement', agreement, `entry ${id}`);
      const cents = centsOf(amount);
      funds.set(fund, (funds.get(fund) ?? 0n) + cents);
      const key = JSON.stringify([
        book,
        biennium,
        month,
        event,
        account,
        agreement,
        item,
        fund,
        budgetLine,
        counterparty,
      ]);
      const total = this.totals.get(key) ?? { cents: 0n, postings: 0n };
      this.totals.set(key, { cents: total.cents + cents, postings: total.postings + 1n });
      if (account !== 'EXPENDITURE') continue;
      for (const counted of [`trust fund ${fund}`, `budget line ${budgetLine}`, `agreement ${agreement}`])
        this.spent.set(counted, (this.spent.get(counted) ?? 0n) + cents);
      if (event === 'CHARGE_REVERSED') this.reversed.set(source, (this.reversed.get(source) ?? 0n) - cents);
      if (event === 'CHARGE_CERTIFIED') this.certified.set(source, (this.certified.get(source) ?? 0n) + cents);
    }
    for (const [fund, cents] of funds)
      if (cents !== 0n) this.wrong('I1', 'journal entry', id, `its postings in fund ${fund} sum to ${usd(cents)}`);
  }

  /** Both entries of a pair have been read: one event in two books, with equal debits. */
  private closePair(): void {
    const [one, other] = this.pair;
    const count = this.pair.length;
    this.pair = [];
    if (one === undefined) return;
    const facts = ({ event, source, on, biennium }: Of<'entry'>): string =>
      JSON.stringify([event, source, on, biennium]);
    if (other === undefined || count !== 2) {
      this.wrong('I4', 'pair of journal entries', one.pair, `it has ${count} entries`);
    } else if (one.book !== other.counterparty || other.book !== one.counterparty || facts(one) !== facts(other)) {
      this.wrong('I4', 'pair of journal entries', one.pair, 'its two entries are not of one event in two books');
    } else if (debits(one) !== debits(other)) {
      const finding = `${one.book} has ${usd(debits(one))}, ${other.book} ${usd(debits(other))}`;
      this.wrong('I4', 'pair of journal entries', one.pair, finding);
    }
  }

  private total({ key, amount, postings }: Of<'total'>): void {
    const name = JSON.stringify(key);
    const added = this.totals.get(name) ?? { cents: 0n, postings: 0n };
    if (added.cents !== centsOf(amount) || added.postings !== BigInt(postings))
      this.wrong(
        'TOTALS',
        'movement total',
        key.join(' '),
        `kept as USD ${amount}; the postings are ${usd(added.cents)}`,
      );
    this.totals.delete(name);
  }

  private ceiling({ kind, code, ceiling, counter }: Of<'ceiling'>): void {
    this.named.record(kind, code);
    this.values.limit(kind, code, ceiling);
    if (ceiling === null) return; // a fund without a limit counts nothing
    const spent = this.spent.get(`${kind} ${code}`) ?? 0n;
    if (spent !== centsOf(counter) || spent > centsOf(ceiling))
      this.wrong(
        'I5',
        kind,
        code,
        `it counts USD ${counter}, its postings are ${usd(spent)}, its ceiling is USD ${ceiling}`,
      );
  }

  private charge(charge: Of<'charge'>): void {
    const { id, amount, certified, reversed = false, sequence = '0', shares } = charge;
    const said = this.charges.charge(charge);
    if (said !== undefined) {
      this.prices.charge(said.charge, sequence);
      this.hands.charge(said.charge, said.shares);
    }
    this.named.record('charge', id);
    this.papers.charge(id, amount);
    for (const [, fund] of shares) this.named.name('trust fund', fund, `charge ${id}`);
    const posted = this.certified.get(id) ?? 0n;
    this.certified.delete(id);
    if (posted !== (certified ? centsOf(amount) : 0n))
      this.wrong(
        'POSTED',
        'posting',
        id,
        `${usd(posted)} posted for a charge of USD ${amount}, ${certified ? '' : 'not '}certified`,
      );
    const undone = this.reversed.get(id) ?? 0n;
    this.reversed.delete(id);
    if (undone !== (reversed ? centsOf(amount) : 0n))
      this.wrong(
        'POSTED',
        'posting',
        id,
        `${usd(undone)} reversed of a charge of USD ${amount}, ${reversed ? '' : 'not '}reversed`,
      );
    for (const side of ['CLIENT', 'PROVIDER']) {
      const ofSide = shares.filter(([one]) => one === side);
      const parts = apportion(
        Money.usd(amount),
        ofSide.map(([, , weight]) => weight),
      ).map(String);
      const differs = ofSide.findIndex(([, , , share], index) => share !== parts[index]);
      if (differs >= 0)
        this.wrong(
          'I11',
          'share of a charge',
          `${id} ${side} ${differs + 1}`,
          `it is not the USD ${parts[differs] ?? ''} of its weight`,
        );
    }
  }

  private paper({ number, content, contentSha256, pdf, pdfSha256, approvedSha256 }: Of<'paper'>): void {
    const here = { number, contentSha256: this.hashing.ofText(content), pdfSha256: this.hashing.ofBase64(pdf) };
    if (here.pdfSha256 !== pdfSha256) this.wrong('PAPERS', 'paper', number, 'its bytes are not those of its hash');
    if (here.contentSha256 !== contentSha256)
      this.wrong('PAPERS', 'paper', number, 'its words are not those of its hash');
    this.sealedRecords.record('paper', number, paperWords(here));
    // A form that says it leaves it out for none: what is missing was taken away.
    const approved = this.form >= 5 ? (approvedSha256 ?? null) : undefined;
    const said = this.papers.paper(number, content, approved);
    if (said !== undefined) this.hands.document(number, said.provider, said.charges);
  }
}
