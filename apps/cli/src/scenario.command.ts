import { readFile } from 'node:fs/promises';
import { readScenario, ReplayService, type ScenarioAnswer, ScenarioAnswerService } from '#books';
import { SetClock } from '#kernel';
import { type Command } from 'commander';
import { withThrowAwayBooks } from './books.ts';
import { type Column, grouped, printJson, printTable } from './output.ts';
import { progressBar } from './progress.ts';

export function addScenarioCommand(program: Command): void {
  const scenario = program
    .command('scenario')
    .description('Replay a biennium from a file, in fresh books that are thrown away');
  scenario
    .command('run')
    .argument('<file>', 'a scenario file, such as apps/api/sample/scenario-2024-2025.json')
    .description('Lives the file through day by day with the ledger’s own services, and says what comes out')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run --silent recoup -- scenario run my-biennium.json --json > answer.json\n  npm run --silent recoup -- scenario run my-biennium.json',
    )
    .action(async (file: string, _options: unknown, command: Command) => {
      const answer = await runScenario(await readFile(file, 'utf8'));
      if (command.optsWithGlobals<{ json?: boolean }>().json === true) printJson(answer);
      else printAnswer(answer);
    });
}

async function runScenario(text: string): Promise<ScenarioAnswer> {
  const scenario = readScenario(text);
  const clock = new SetClock(scenario.biennium.firstDay);
  const bar = progressBar('Replaying');
  try {
    return await withThrowAwayBooks(clock, async ({ services }) => {
      const numbers = await services.get(ReplayService).run(scenario, clock, (done, all) => bar.update(done, all));
      return services.get(ScenarioAnswerService).answer(scenario, numbers);
    });
  } finally {
    bar.end();
  }
}

function printAnswer({ invoices, creditNotes, biennium }: ScenarioAnswer): void {
  const papers = [...Object.entries(invoices), ...Object.entries(creditNotes)];
  const columns: Column<(typeof papers)[number]>[] = [
    { head: 'Ref', of: ([ref]) => ref },
    { head: 'Number', of: ([, paper]) => paper.number },
    { head: 'USD', of: ([, paper]) => grouped(paper.totalUsd), align: 'right' },
    {
      head: 'By fund',
      of: ([, paper]) =>
        Object.entries(paper.byFund)
          .map(([fund, amount]) => `${fund} ${grouped(amount)}`)
          .join('  '),
    },
  ];
  printTable(columns, papers);
  process.stdout.write('\n');
  printTable<[string, string]>(
    [
      { head: 'Owed by', of: ([client]) => client },
      { head: 'USD', of: ([, amount]) => grouped(amount), align: 'right' },
    ],
    Object.entries(biennium.owedBy),
  );
  const { netPayer, netUsd } = biennium;
  process.stdout.write(
    netPayer === null
      ? '\nNobody pays: the two directions are equal.\n'
      : `\n${netPayer} pays the difference of USD ${grouped(netUsd)}.\n`,
  );
}
