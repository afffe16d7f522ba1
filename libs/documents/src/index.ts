export { addsUp, PaperDoesNotAddUp, total } from './adds-up.ts';
export { type Block, type Cell, gap, type Paragraph, type Shape } from './block.ts';
export { type Fact, putColumns, putFacts, text } from './facts.ts';
export { accent, faint, ink, muted, rule, type Style, style } from './house-style.ts';
export { warmUpTypefaces } from './fonts.ts';
export { type Letterhead, putLetterhead } from './letterhead.ts';
export { Paper, type PaperOptions } from './paper.ts';
export { type CellText, type Column, type RowOptions, Table } from './table.ts';
export { day, figure, instant, month, percentage, period, words } from './words.ts';
