import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { filesOf, type Lock, productionPackages } from './repository.ts';

const root = join(import.meta.dirname, '../..');
const shipped = filesOf(root)
  .filter((file) => /^(apps|libs)\/.+\.(ts|tsx|mjs)$/.test(file) && !/\.spec\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** What shipped code says nowhere, but for the files named; identity README, "ASVS 5.0, level 2". */
const rules = [
  {
    name: 'no command goes through a shell (1.2.5)',
    pattern: /(?<![.\w])exec(Sync)?\(|shell:\s*true/,
    but: [],
    canary: `exec('rm ' + name)`,
  },
  {
    name: 'a pattern is made of text of our own, and what is not is escaped (1.2.9)',
    pattern: /new RegExp\(/,
    but: [
      'apps/api/src/http/allowed-methods.ts', // of routes, escaped
      'apps/web/src/screens/record/figure-text.ts', // of the marks between thousands
      'libs/kernel/src/code-text.ts', // of characters that nobody sees
    ],
    canary: 'new RegExp(asked.query)',
  },
  {
    name: 'nobody is sent where a request says (3.7.2)',
    pattern: /\.redirect\(|status\(30\d\)/,
    but: ['apps/api/src/sign-in/open-id.controller.ts'], // to the issuer of the settings, and to the first page
    canary: 'reply.redirect(request.query.next)',
  },
  {
    name: 'a digest is of SHA-256 or SHA-512 (11.4.1)',
    pattern: /create(Hash|Hmac)\('(?!sha(256|512)')/,
    but: [],
    canary: `createHash('md5')`,
  },
  {
    name: 'a cipher is AES-256-GCM (11.3.1, 11.3.2)',
    pattern: /create(C|Dec)ipheriv\('(?!aes-256-gcm')/,
    but: [],
    canary: `createCipheriv('aes-256-ecb', key, null)`,
  },
  {
    name: 'keys and signatures of our own are Ed25519, and no key is agreed on (11.6.1)',
    pattern:
      /generateKeyPair(Sync)?\('(?!ed25519')|createSign\(|createDiffieHellman|createECDH|publicEncrypt|privateDecrypt/,
    but: [],
    canary: `generateKeyPairSync('rsa', { modulusLength: 1024 })`,
  },
  {
    name: 'nothing that must not be guessed is of Math.random (11.5.1)',
    pattern: /Math\.random\(/,
    but: ['libs/platform/src/transaction.ts'], // how long one waits before another try
    canary: 'const token = Math.random()',
  },
] as const;

describe('in what is shipped', () => {
  it.each(rules)('$name', ({ pattern, but }) => {
    const said = shipped.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
    expect(said.toSorted()).toEqual([...but].toSorted()); // a file named for nothing is a finding, too
  });

  it.each(rules)('and it would be found: $name', ({ pattern, canary }) => {
    expect(pattern.test(canary)).toBe(true);
  });

  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  const readsXml = (name: string): boolean => /xml|\bsax|xpath|dom\b|htmlparser|cheerio/i.test(name);

  it('no package reads XML (1.5.1)', () => {
    expect(productionPackages(root, lock).filter(readsXml)).toEqual([]);
    expect(['node_modules/fast-xml-parser', 'node_modules/sax', 'node_modules/jsdom'].filter(readsXml)).toHaveLength(3);
  });
});
