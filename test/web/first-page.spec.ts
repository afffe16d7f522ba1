import { expect, it } from '@jest/globals';
import { firstPage } from '../../apps/web/first-page.mjs';

it('the first page loads less than 250 kB of JavaScript, compressed', () => {
  const { script } = firstPage('dist/web');
  expect(script).toBeGreaterThan(50_000);
  expect(script).toBeLessThan(250_000);
});
