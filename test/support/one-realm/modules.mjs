import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import Runtime from 'jest-runtime';
import { lastingEnvironment } from './environment.mjs';

/**
 * jest's loader of modules, but for those of npm and of the server: they are loaded once for each worker, as they are once
 * in a server, and not anew for each spec. To load Nest, TypeORM and the product for some two hundred specs, and to run
 * them without what the compiler had learnt of them, took a quarter of all processor time. A spec and what it uses from
 * test/ are still loaded for it alone, and so are the pages (apps/web), which keep what they say in their modules.
 */
class SharedModules extends Runtime {
  constructor(...given) {
    super(...given);
    const [config, , resolver, transformer, , coverage, testPath, globalConfig] = given;
    library ??= new Runtime(
      config,
      lastingEnvironment(),
      resolver,
      transformer,
      new Map(),
      coverage,
      testPath,
      globalConfig,
    );
    this.shared = shared.map((place) => join(config.rootDir, place));
    this.registries.esModuleRegistry = new SharedFirst((path) => this.sharedModule(path));
  }

  /** A CommonJS module by what it exports. */
  requireModule(from, name, options, isRequireActual) {
    const isOfJest = options?.isInternalModule ?? false;
    if (!isOfJest && !(name && this._resolution.isCoreModule(name))) {
      if (this.isShared(this._resolution.resolveCjs(from, name))) {
        return library.requireModule(from, name, options, isRequireActual);
      }
    }
    return super.requireModule(from, name, options, isRequireActual);
  }

  /** An ES module that is evaluated; undefined where it is the spec's own, or waits at its top. */
  sharedModule(path) {
    if (!this.isShared(path) || !this._resolution.shouldLoadAsEsm(path)) return undefined;
    const module = library.esmLoader.tryLoadGraphSync(path, '', 'sync-preferred');
    return typeof module === 'object' ? module : undefined;
  }

  isShared(path) {
    if (path.includes(ofNpm)) return true;
    return this.shared.some((place) => path.startsWith(place)) && !path.endsWith('.spec.ts');
  }
}

const ofNpm = join(sep, 'node_modules', sep);
/** The server, and what it declares, whose schemas are compiled once too. */
const shared = ['libs/', 'apps/api/', 'migrations/', 'test/api/contract.ts', 'test/api/declared.ts'];

/** Loads what is shared, in the worker's lasting environment, and is never torn down. */
let library;

/** The modules of one spec by their address, and those that all share. */
class SharedFirst extends Map {
  constructor(sharedModule) {
    super();
    this.sharedModule = sharedModule;
  }

  get(address) {
    return super.get(address) ?? (isFile(address) ? this.sharedModule(fileURLToPath(address)) : undefined);
  }

  has(address) {
    return this.get(address) !== undefined;
  }
}

function isFile(address) {
  return address.startsWith('file:') && !/[?#]/.test(address);
}

export { SharedModules as default, SharedModules as 'module.exports' };
