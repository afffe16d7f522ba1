import { it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { canonicalJson } from '#kernel';
import { renderInvoice } from '../../libs/invoicing/src/invoice.pdf.ts';
import { renderNetting } from '../../libs/invoicing/src/netting.pdf.ts';
import { renderBienniumAudit } from '../../libs/audit/src/biennium-audit.pdf.ts';
import * as n from './netting-contents.ts';
import * as a from './audit-contents.ts';
const st = { ...n, ...a };
import * as c1 from './invoice-contents.ts';
import * as c2 from './invoice-variants.ts';
const c = { ...c1, ...c2 };
it('draws', async () => {
  const sha = '0123456789abcdef'.repeat(4);
  writeFileSync('/tmp/pdf/net.pdf', await renderNetting(st.netting, sha));
  writeFileSync('/tmp/pdf/net60.pdf', await renderNetting(st.nettingOfSixty, sha));
  writeFileSync('/tmp/pdf/audit.pdf', await renderBienniumAudit(st.audit, sha));
  writeFileSync('/tmp/pdf/audit40.pdf', await renderBienniumAudit(st.auditOf(40), sha));

  const long =
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft '.repeat(3) +
    'Пересмотренный перечень документов, Επεξεργασμένα έγγραφα, 文件 and حساب; '.repeat(4);
  for (const [name, content] of Object.entries({
    services: c.cop6Services,
    thirds: c.brsCopsServices,
    travel: c.cop6Travel,
    one: c.lateVisa,
    credit: c.pagesCredit,
    draft: c.cop6Draft,
    many: c.manyLines(60),
    long: c.manyLines(4, long),
    huge: c.manyLines(2, 'Word after word without an end. '.repeat(300)),
  })) {
    writeFileSync(
      `/tmp/pdf/${name}.pdf`,
      await renderInvoice(content as never, createHash('sha256').update(canonicalJson(content)).digest('hex')),
    );
  }
});
