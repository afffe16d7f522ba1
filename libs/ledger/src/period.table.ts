import { constraintMeansALostRace, constraintStandsFor } from '#platform';
import { MonthsStillOpen } from './closing-checklist.ts';
import { BienniumStillClosed, OtherSideMustSign, PeriodIsClosed, SamePersonClosesTwice } from './period.ts';

// The tables ledger.period, ledger.period_act and ledger.period_balance are read and written by plain SQL; what their
// constraints refuse is what the classes refuse.
constraintStandsFor('journal_entry_in_open_period', (message) => {
  const [, code = 'of the entry', state = 'closed'] = /^period (\S+) is (\S+)/.exec(message) ?? [];
  return new PeriodIsClosed(code, state);
});
// The ledger has looked where an entry may stand; a period that was signed since has it look again.
constraintMeansALostRace('journal_entry_in_open_period');
constraintMeansALostRace('journal_entry_counts_closings');
constraintStandsFor('period_closed_by_three_people', () => new SamePersonClosesTwice());
constraintStandsFor('period_closed_by_both_sides', () => new OtherSideMustSign());
constraintStandsFor('period_reopened_by_both_sides', () => new OtherSideMustSign(undefined, undefined, 'reopening'));
constraintStandsFor('biennium_closed_after_its_months', () => new MonthsStillOpen());
constraintStandsFor('month_reopened_after_its_biennium', () => new BienniumStillClosed());
