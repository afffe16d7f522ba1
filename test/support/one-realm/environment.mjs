import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';

/**
 * Where specs run: one realm for each worker, instead of one for each spec, so that the modules loaded in it can stay
 * (modules.mjs). What jest itself puts there for a spec, what specs of the pages put there in a browser's place, and the
 * environment variables, are as at first for the next one. Whatever else a spec hangs on the realm, such as a listener or
 * another global, meets the next one too: it takes it away itself.
 */
class OneRealm {
  constructor(config, context) {
    const { environment, surroundings, exit, browser } = theRealm(config, context);
    this.global = environment.global;
    this.context = environment.context;
    this.moduleMocker = environment.moduleMocker;
    this.fakeTimers = environment.fakeTimers;
    this.fakeTimersModern = environment.fakeTimersModern;
    for (const symbol of Object.getOwnPropertySymbols(this.global)) {
      if (ofOneSpec.has(symbol.description)) delete this.global[symbol];
    }
    for (const [name, property] of browser) {
      if (property === undefined) delete this.global[name];
      else Object.defineProperty(this.global, name, property);
    }
    const { process } = this.global;
    process.exit = exit; // jest wraps it once for each spec
    for (const name of Object.keys(process.env)) if (!(name in surroundings)) delete process.env[name];
    Object.assign(process.env, surroundings);
  }

  setup() {}

  teardown() {
    this.fakeTimers.useRealTimers();
    this.fakeTimersModern.useRealTimers();
  }

  exportConditions() {
    return realm.environment.exportConditions();
  }

  getVmContext() {
    return this.context;
  }
}

/** Under which symbols jest-circus and expect keep the state of one spec on the global object. */
const ofOneSpec = new Set([
  'JEST_STATE_SYMBOL',
  'EVENT_HANDLERS',
  'TEST_TIMEOUT_SYMBOL',
  'RETRY_TIMES',
  'RETRY_IMMEDIATELY',
  'WAIT_BEFORE_RETRY',
  'LOG_ERRORS_BEFORE_RETRY',
  '$$jest-matchers-object',
]);

const ofBrowsers = ['document', 'window', 'localStorage', 'sessionStorage'];

let realm;

function theRealm(config, context) {
  if (realm === undefined) {
    const environment = new NodeEnvironment(config, context);
    const { process } = environment.global;
    const browser = ofBrowsers.map((name) => [name, Object.getOwnPropertyDescriptor(environment.global, name)]);
    realm = { environment, surroundings: { ...process.env }, exit: process.exit, browser };
  }
  return realm;
}

/** jest's own environment, which lasts as long as the worker. */
export function lastingEnvironment() {
  return realm.environment;
}

export { OneRealm as default, OneRealm as 'module.exports' };
