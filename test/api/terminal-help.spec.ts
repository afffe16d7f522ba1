import { describe, expect, it } from '@jest/globals';
import type { Command } from 'commander';
import { examples } from '../../apps/cli/src/examples.ts';
import { pathOf, recoupProgram, withAllBelow } from '../../apps/cli/src/program.ts';

const commands = recoupProgram().commands.flatMap(withAllBelow);
const named: [string, Command][] = commands.map((command) => [pathOf(command), command]);

function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) }).outputHelp();
  return text;
}

describe('the help of the terminal', () => {
  it.each(named)('of "%s" has one block of examples, of this command, and names --json once', (path, command) => {
    const help = helpOf(command);
    expect(help.match(/^Examples?:$/gm)).toHaveLength(1);
    expect(help).toMatch(new RegExp(`^  .*recoup -- ${path}\\b`, 'm'));
    expect(help.match(/^ +--json\b/gm)).toHaveLength(1);
    expect(help).not.toMatch(/\b(BRS|MINAMATA)\b/); // whoever else keeps books has neither
  });

  it.each(named)('of "%s" says of each option what it is', (_path, command) => {
    expect(command.options.filter(({ description }) => description === '').map(({ flags }) => flags)).toEqual([]);
    expect(
      command.registeredArguments.filter(({ description }) => description === '').map((one) => one.name()),
    ).toEqual([]);
  });

  it.each(named)('of "%s" gives examples that it understands', (path, command) => {
    const lines = helpOf(command)
      .split('\n')
      .filter((line) => line.includes(`recoup -- ${path}`))
      .map((line) => line.slice(line.indexOf('recoup -- ')));
    const known = commands.flatMap(({ options }) => options.map(({ long }) => long));
    const options = lines
      .flatMap((line) => line.match(/(?<=\s)--[a-z-]+(?=\s|$)/g) ?? [])
      .filter((one) => one !== '--json');
    expect(options.filter((one) => !known.includes(one))).toEqual([]);
  });

  it('gives no examples of what there is not', () => {
    const paths = named.map(([path]) => path);
    expect(Object.keys(examples).filter((path) => !paths.includes(path))).toEqual([]);
  });

  it('says which version this is', async () => {
    const program = recoupProgram();
    let said = '';
    program.configureOutput({ writeOut: (text) => (said += text) });
    await expect(program.parseAsync(['node', 'recoup', '--version'])).rejects.toMatchObject({ exitCode: 0 });
    expect(said).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
