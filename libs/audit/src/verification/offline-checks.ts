/** What an export can prove by itself, in the order of the checks over the books. */
const sentences: Readonly<Record<string, string>> = {
  FILE: 'The file is whole: it has a head, and as many lines as its last one says',
  I1: 'Every journal entry sums to zero, in its book and in every fund of it',
  I2: 'Every journal entry has all the postings it declares, two at least',
  I4: 'Every event stands in both books, equal and opposite',
  REVERSED:
    'Every reversal is the opposite of the one certification that it names, was approved by another person than the one who asked, and what takes a place takes one that is free',
  TOTALS: 'Every kept total is its postings added up again',
  I5: 'Every fund, budget line and agreement that is named is there; its counter is the sum of its postings, and within its ceiling',
  POSTED:
    'Every certified charge and issued document has posted its amount, every reversed charge has it undone, and no other is posted',
  I6: 'Every charge is on one invoice at most, whole',
  I7: 'No more of a charge is given back than it was',
  I8: 'Every series of numbers of papers runs from 1 without a hole or a repeat',
  I13: 'Whoever recorded, confirmed and certified a charge, or prepared and issued a document, are different people',
  I14: 'Every document was issued with the words that were approved, and its lines add up to it',
  I16: 'Every charge is in the state that its papers say',
  I13b: 'Nobody issued or settled a document whose charges they had in hand, nor approved a settlement they proposed, nor signed an agreement they drafted, nor brought a rate into force or let posting go on alone',
  I13c: 'Everybody acted for the side they belong to',
  I13d: 'Every certification rests on a designation for each fund that bears a share, and every settlement on those of a finance officer who proposed and an approving officer who approved it, in force when they did',
  I13e: 'Nobody certifies and approves on one day, auditors and administrators hold nothing else, and every designation was given by two people',
  I10: 'Every amount is what its price makes, converted with the newest rate that was published for its day',
  I10a: 'Every trip is the sum of its components, each converted with a published rate and by a published allowance',
  I9: 'Every act on a period follows the one before it, and names the lock before it',
  I11: 'Every charge is shared over funds by largest remainder of its weights, to the cent',
  I12: 'Programme support cost is borne once: no rate that includes it is charged where the client’s fund bears it on top',
  PAPERS: 'Every paper has the SHA-256 that it was issued with, of its bytes and of its words',
  I18: 'Every act is in canonical JSON, as it was written; the charges that acts name are there, and no other',
  I17: 'Every leaf is what its words hash to, the tree is its leaves, and each checkpoint leads to the next',
  I17a: 'Every entry, paper, act and version says what one leaf says, and everything that was sealed is there',
  I21: 'Every ceiling, allotment and cash limit, and every charge with its shares, is what was sealed when it was written last',
};

/** Those that need what a form of before does not say. */
const sinceForm5 = ['REVERSED', 'I14', 'I16', 'I13c', 'I13d', 'I10', 'I10a', 'I12'];
const ofForm4: Readonly<Record<string, string>> = {
  I21: 'Every ceiling, allotment and cash limit is what was sealed when it was written last',
};

/** What is looked at in a file of this form. */
export function sentencesOf(form: number): Readonly<Record<string, string>> {
  if (form >= 5) return sentences;
  return { ...Object.fromEntries(Object.entries(sentences).filter(([id]) => !sinceForm5.includes(id))), ...ofForm4 };
}
