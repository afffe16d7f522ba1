import { readFileSync } from 'node:fs';
import { DemoPeopleService, readScenario, ReplayService, SampleService } from '#books';
import { Day, SetClock, today } from '#kernel';
import type { Beginning } from './fresh-books.ts';

const sampleText = readFileSync('apps/api/sample/scenario-2024-2025.json', 'utf8');
const nothingHappened = { agreements: [], charges: [], trips: [], invoices: [], creditNotes: [] };
export const demoPassword = 'of-the-demo-people-in-these-tests';

/** The sample's people, funds, lines, rates and meetings, on its first day; nothing has happened. */
export const references: Beginning = {
  name: 'references',
  today: '2024-01-01',
  fill: (books) => {
    const scenario = readScenario(JSON.stringify({ ...(JSON.parse(sampleText) as object), ...nothingHappened }));
    return books.get(ReplayService).run(scenario, books.clock, () => undefined);
  },
};

/** The sample biennium, on the last day of it on which something happened. */
export const sample: Beginning = {
  name: 'sample',
  today: '2026-02-10',
  fill: async (books) => {
    await books.get(ReplayService).run(readScenario(sampleText), books.clock, () => undefined);
    const last = today(books.clock).toString();
    if (last !== sample.today) throw new Error(`The sample ends on ${last}, and its clones would say ${sample.today}.`);
  },
};

/** The sample as `npm start` opens it, with people who sign in by `demoPassword`, on 1 March 2026. */
export const demo: Beginning = {
  name: 'demo',
  today: '2026-03-01',
  fill: async (books) => {
    await books.get(SampleService).openBooks(
      () => readScenario(sampleText),
      () => undefined,
    );
    await books.get(DemoPeopleService).letIn(() => demoPassword, new SetClock(Day.of('2026-03-01')));
  },
};
