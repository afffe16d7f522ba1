/** Months as both secretariats close them, on paper: in which state each is, who acted on it, and what it came to. */

const closed = ['SIGNED_BY_ONE', 'LOCKED', 'REOPEN_REQUESTED'];
const untouched = () => ({ state: 'OPEN', version: 0, closeNo: 0, signedBy: null, askedBy: null });

export class ModelMonths {
  constructor(today) {
    this.today = today;
    this.months = new Map(); // those that somebody has acted on
    this.entries = {}; // how many, by accounting month, closings before them and the month they adjust
    this.monthly = {}; // by month, book and account
    this.finals = {}; // by month, closing, book and account
  }

  monthAt(month) {
    return this.months.get(month) ?? untouched();
  }

  isClosed(day) {
    return closed.includes(this.monthAt(day.slice(0, 7)).state);
  }

  moved(month, to, more = {}) {
    const before = this.monthAt(month);
    this.months.set(month, { ...before, ...more, state: to, version: before.version + 1 });
    return 'ok';
  }

  proposeClosing(month) {
    if (!['OPEN', 'REOPENED'].includes(this.monthAt(month).state)) return 'PERIOD_NOT_IN_STATE';
    if (this.today.slice(0, 7) <= month) return 'PERIOD_NOT_OVER';
    return this.moved(month, 'CLOSING', { signedBy: null });
  }

  signClosing(month, { side, by }) {
    const { state, signedBy, closeNo } = this.monthAt(month);
    if (!['CLOSING', 'SIGNED_BY_ONE'].includes(state)) return 'PERIOD_NOT_IN_STATE';
    if (state === 'CLOSING') return this.moved(month, 'SIGNED_BY_ONE', { signedBy: { side, by } });
    if (signedBy.by === by) return 'SAME_PERSON_CLOSES_TWICE';
    if (signedBy.side === side) return 'OTHER_SIDE_MUST_SIGN';
    for (const [key, cents] of Object.entries(this.monthly))
      if (key.startsWith(month) && cents !== 0n) this.finals[`${month} ${closeNo + 1} ${key.slice(8)}`] = cents;
    return this.moved(month, 'LOCKED', { closeNo: closeNo + 1 });
  }

  withdrawClosing(month) {
    const { state, closeNo } = this.monthAt(month);
    if (state === 'REOPEN_REQUESTED') return this.moved(month, 'LOCKED');
    if (!['CLOSING', 'SIGNED_BY_ONE'].includes(state)) return 'PERIOD_NOT_IN_STATE';
    return this.moved(month, closeNo === 0 ? 'OPEN' : 'REOPENED');
  }

  requestReopening(month, side) {
    if (this.monthAt(month).state !== 'LOCKED') return 'PERIOD_NOT_IN_STATE';
    return this.moved(month, 'REOPEN_REQUESTED', { askedBy: side });
  }

  reopen(month, side) {
    const { state, askedBy } = this.monthAt(month);
    if (state !== 'REOPEN_REQUESTED') return 'PERIOD_NOT_IN_STATE';
    return askedBy === side ? 'OTHER_SIDE_MUST_SIGN' : this.moved(month, 'REOPENED');
  }

  /** An event in both books, on its day or, where that is closed, today as an adjustment of its month. */
  enter(day, postings) {
    const adjusts = this.isClosed(day) ? day.slice(0, 7) : '-';
    const month = (adjusts === '-' ? day : this.today).slice(0, 7);
    const key = `${month} ${this.monthAt(month).closeNo} ${adjusts}`;
    this.entries[key] = (this.entries[key] ?? 0) + 2;
    for (const [account, cents] of postings)
      this.monthly[`${month} ${account}`] = (this.monthly[`${month} ${account}`] ?? 0n) + cents;
  }
}
