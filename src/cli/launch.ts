#!/usr/bin/env node
/**
 * Starts a bundle: compiles the code file beside this one (`anpham.js` → `anpham.code.js`) and the
 * chunks that it asks for, from V8's code cache where there is one, and leaves a cache behind where
 * there is none. A cache that cannot be read, is of another V8, or cannot be written costs time and
 * nothing else.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { setHeap } from './heap.js';

/** What a file of the bundle is given; code from a cache cannot `import` by itself. */
type Loader = (
  exports: object,
  require: (id: string) => unknown,
  module: object,
  file: string,
  importOutside: (id: string) => Promise<unknown>,
) => void;

const here = fileURLToPath(import.meta.url);
const folder = dirname(here);
const outside = createRequire(here);
const loaded = new Map<string, { exports: object }>();
const uncached: { readonly name: string; readonly script: Script }[] = [];

// A build is over in seconds, and V8's compiler takes a third of its processor time: functions that take in
// less of what they call are compiled sooner, which saves a tenth of all (bytes of bytecode; by itself 920).
setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
// And it compiles too early: what a run does once or twice is over before that pays (bytes of bytecode between
// two looks at a function; by itself 67,584). V8 of 12 on has a compiler between, and counts otherwise.
if (Number.parseInt(process.versions.v8, 10) < 12) setFlagsFromString('--interrupt-budget=264000');

// An ebook alone is written with little garbage, as long as it is short (`freeingHeap`).
const sparing = /(?:^| )(?:-e ?|--editions[ =])ebook(?: |$)/.test(process.argv.slice(2).join(' '));
function setManner(manner: 'sparing' | 'free'): void {
  if (sparing) setHeap(manner);
}
setManner('sparing');

// V8 takes no cache of another version, so each version has its own; and so has an ebook alone, which needs
// fewer functions.
const caches = join(folder, 'cache', `${process.versions.v8}-${process.arch}${sparing ? '-ebook' : ''}`);

// For the packages outside the bundle; from Node 22 on.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function')
  module.enableCompileCache();

/** CommonJS `require` for the files of the bundle; all else is left to Node's own. */
function load(id: string): unknown {
  if (!id.startsWith('./')) return outside(id);
  const name = basename(id);
  const known = loaded.get(name);
  if (known) return known.exports;
  const own = { exports: {} };
  loaded.set(name, own);
  const loader: unknown = compile(name).runInThisContext();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the wrapper that `compile` writes
  (loader as Loader)(own.exports, load, own, join(folder, name), (outer) => import(outer));
  return own.exports;
}

/** The files of a bundle are ASCII (`scripts/bundle.mjs`). */
function compile(name: string): Script {
  const filename = join(folder, name);
  const cachedData = readCache(name);
  setManner('free');
  const script = new Script(
    `(function(exports,require,module,__filename,importOutside){${readFileSync(filename, 'latin1')}\n})`,
    {
      filename,
      ...(cachedData && { cachedData }),
    },
  );
  setManner('sparing');
  if (!cachedData || script.cachedDataRejected) uncached.push({ name, script });
  return script;
}

function readCache(name: string): Buffer | undefined {
  try {
    return readFileSync(join(caches, name));
  } catch {
    return undefined;
  }
}

/** At the end, when V8 knows which functions the program needs. */
function writeCaches(): void {
  setManner('free');
  try {
    for (const { name, script } of uncached) {
      const temporary = join(caches, `${name}.${process.pid}.tmp`);
      writeFileSync(temporary, script.createCachedData());
      renameSync(temporary, join(caches, name));
    }
  } catch {
    // An installation that may not be written to.
  }
  // The program ends by `process.exit`, and Node keeps its own cache only when it comes to an end by itself.
  if ('flushCompileCache' in module && typeof module.flushCompileCache === 'function')
    module.flushCompileCache();
}

try {
  mkdirSync(caches, { recursive: true });
} catch {
  // An installation that may not be written to.
}
process.on('exit', writeCaches);
load(`./${basename(here, '.js')}.code.js`);
