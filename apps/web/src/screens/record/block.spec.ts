import { describe, expect, it } from '@jest/globals';
import { readBlock } from './block.ts';

describe('a block from a spreadsheet', () => {
  it('is rows and cells, and the line end after the last row is no further row', () => {
    expect(readBlock('2025-11-03\tIT-TEC\t2\r\n2025-11-04\tIT-TEC\t1.5\r\n')).toEqual([
      ['2025-11-03', 'IT-TEC', '2'],
      ['2025-11-04', 'IT-TEC', '1.5'],
    ]);
  });

  it('keeps empty cells, also at the end of a row, and drops empty rows at the end', () => {
    expect(readBlock('a\t\tb\nc\t\t\n\n\n')).toEqual([
      ['a', '', 'b'],
      ['c', '', ''],
    ]);
  });

  it('reads what Excel puts into quotation marks: line ends, tabs and marks within a cell', () => {
    expect(readBlock('"two\nlines"\t"a ""b"""\t"x\ty"\n')).toEqual([['two lines', 'a "b"', 'x\ty']]);
  });

  it('takes a mark that is not closed for what it is', () => {
    expect(readBlock('"19 inch\tscreen\n')).toEqual([['"19 inch', 'screen']]);
  });

  it('leaves text that looks like markup or a formula as it is', () => {
    expect(readBlock('<b>x</b>\t=SUM(A1)')).toEqual([['<b>x</b>', '=SUM(A1)']]);
  });

  it('of nothing is nothing', () => {
    expect(readBlock('')).toEqual([]);
  });
});
