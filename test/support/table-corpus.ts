/** What somebody may write where a table takes it up, to do harm to whoever opens it; each with the cell it comes to. */
export const tableCorpus: readonly (readonly [text: string, cell: string])[] = [
  ["seen\n=cmd|' /C calc'!A0", "seen\n=cmd|' /C calc'!A0"],
  ['\n=1+1', "'\n=1+1"],
  ['\r=1', "'\r=1"],
  [';=1', "';=1"],
  [' =1', "' =1"],
  ['\uFF1D1+1', "'\uFF1D1+1"],
  ['a;=1', 'a;=1'],
  ['=HYPERLINK("x"),y', `'=HYPERLINK("x"),y`],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@x', "'@x"],
  ['\tx', "'\tx"],
  ['plain', 'plain'],
];

/** The rows as a reader of RFC 4180 finds them that also ends a row at a bare line feed or carriage return, as many do. */
export function rowsOfTable(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\r|\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}
