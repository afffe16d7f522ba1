import { join } from 'node:path';
import config from '../../../jest.config.mjs';

/** As the specs of the product run, without a database. */
export default {
  ...config,
  rootDir: join(import.meta.dirname, '../../../..'),
  testMatch: [join(import.meta.dirname, '*.spec-of-two.ts')],
  globalSetup: undefined,
  globalTeardown: undefined,
};
