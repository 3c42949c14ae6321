/**
 * `dist/bin/`: the program, bundled with the packages it uses, behind a launcher that keeps V8's code
 * cache; parts that only some editions need are chunks of their own, loaded when asked for. Packages with
 * native code or WebAssembly, and those that only pages of the web need, stay outside, in `node_modules`.
 *
 *     node scripts/bundle.mjs [--out dist/bin] [--no-cache]
 *
 * At last the sample is built once, so that the caches are there before the first run of a user.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(root, 'dist', 'bin') },
    'no-cache': { type: 'boolean', default: false },
  },
});
const out = resolve(values.out);
const outside = ['sharp', 'subset-font', 'linkedom', '@mozilla/readability', '@likecoin/epubcheck-ts'];
const external = (id) =>
  !Object.hasOwn(unused, id) &&
  (id.startsWith('node:') || outside.some((name) => id === name || id.startsWith(`${name}/`)));

/**
 * What packages import and we never call, by the names of the exports: pdfkit for text and PNG pictures,
 * which we write ourselves (`pdf/fonts.ts`, `pdf/images.ts`; a third of the time that it takes to start),
 * and for encryption, whose tables are made when it is loaded; commander for commands that are programs
 * of their own. Whoever calls it after all is told; what our own code imports is what it names.
 */
const unused = {
  fontkit: ['create'],
  linebreak: ['default'],
  'png-js': ['default'],
  '@noble/ciphers/aes': ['cbc', 'ecb'],
  'node:child_process': ['spawn'],
};
const withoutUnused = {
  name: 'without-unused',
  resolveId(id, importer) {
    if (!Object.hasOwn(unused, id)) return null;
    return importer?.startsWith(join(root, 'src')) ? { id, external: true } : `\0${id}`;
  },
  load: (id) => {
    const name = id.slice(1);
    if (!id.startsWith('\0') || !Object.hasOwn(unused, name)) return null;
    const refuse = `() => { throw new Error('${name} is not in the bundle'); }`;
    return unused[name]
      .map((one) => (one === 'default' ? `export default ${refuse};` : `export const ${one} = ${refuse};`))
      .join('\n');
  },
};

/**
 * Parts of epub-gen-memory that have nothing to do: its chapters come as markup beside an empty `content`
 * (`epub/render-package.ts`), and nothing is fetched. Each would load packages of its own.
 */
const idle = {
  'html-parse': `exports.fixHTML = (index, html) => {
    if (html !== '') throw new Error('html-parse is not in the bundle');
    return html;
  };`,
  fetchable: `exports.type = 'nodebuffer';
  exports.default = () => Promise.reject(new Error('fetchable is not in the bundle'));`,
};
const withoutIdle = {
  name: 'without-idle',
  load: {
    filter: { id: /\/epub-gen-memory\/dist\/lib\/util\/(?:html-parse|fetchable)\.js$/ },
    handler: (id) =>
      `Object.defineProperty(exports, '__esModule', { value: true });\n${idle[basename(id, '.js')]}`,
  },
};

/** A table of `entities`, which markdown-it loads, made without an array of ten thousand strings: 6 ms of each start. */
const tableOfUnits = {
  name: 'table-of-units',
  transform: {
    filter: { id: /\/entities\/.*\/decode-data-html\.js$/ },
    handler(code) {
      const made = code.replace(
        /new Uint16Array\(\s*(?:\/\/ prettier-ignore\s*)?(?:\/\* #__PURE__ \*\/\s*)?("[^]*")\s*\.split\(""\)\s*\.map\(\(c\) => c\.charCodeAt\(0\)\)\)/,
        (_, text) => `new Uint16Array(new Uint8Array(Buffer.from(${text}, 'utf16le')).buffer)`,
      );
      if (made === code) throw new Error('entities: the table has another form');
      return made;
    },
  },
};

/** The clock of liquidjs's limits: `global.performance` would load all of `node:perf_hooks`, 3 ms of each start. */
const clockOfProcess = {
  name: 'clock-of-process',
  transform: {
    filter: { id: /\/liquidjs\/dist\/.*\.m?js$/ },
    handler(code) {
      const made = code.replace(
        "(typeof global === 'object' && global.performance)",
        '({ now: () => Number(process.hrtime.bigint()) / 1e6 })',
      );
      if (made === code) throw new Error('liquidjs: the clock has another form');
      return made;
    },
  },
};

/** Code that V8 takes from a cache cannot import by itself: the launcher does it (`launch.ts`). */
const importByLauncher = {
  name: 'import-by-launcher',
  renderChunk: (code) => code.replace(/\bimport\((?=['"`])/g, 'importOutside('),
};

/**
 * Only ASCII in the files: V8 keeps such a source in one byte a character, and the launcher reads it
 * without decoding. An escape means the same wherever such a character may stand, but in `String.raw` and
 * after a backslash.
 */
function inAscii(code) {
  if (/String\.raw`[^`]*[^\0-\x7f]|(?<!\\)(?:\\\\)*\\[^\0-\x7f]/.test(code))
    throw new Error('cannot be ASCII');
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const modules = new Set();
await rm(out);
await bundle({ 'anpham.code': 'src/cli/main.ts' });
await bundle({ launch: 'src/cli/launch.ts' });
renameSync(join(out, 'launch.js'), join(out, 'anpham.js'));
// The package is ESM; what lies here is CommonJS, the form that takes a code cache.
writeFileSync(join(out, 'package.json'), '{"type":"commonjs"}\n');
writeNotices();
if (!values['no-cache']) warm();

async function rm(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

/** One set of entries with what they share, as CommonJS. */
async function bundle(input) {
  const build = await rolldown({
    input,
    cwd: root,
    platform: 'node',
    external,
    plugins: [withoutUnused, withoutIdle, tableOfUnits, clockOfProcess, importByLauncher],
  });
  const { output } = await build.write({
    dir: out,
    format: 'cjs',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    // Bundled packages keep their notices in one file.
    comments: { legal: false },
  });
  await build.close();
  for (const chunk of output) {
    for (const id of chunk.moduleIds ?? []) modules.add(id);
    writeFileSync(join(out, chunk.fileName), inAscii(readFileSync(join(out, chunk.fileName), 'utf8')));
  }
}

/** The licences of the packages whose code is in the bundle. */
function writeNotices() {
  const packages = new Set(
    [...modules].flatMap((id) => {
      const at = id.lastIndexOf('node_modules/');
      const name = /^(?:@[^/]+\/)?[^/]+/.exec(id.slice(at + 'node_modules/'.length))?.[0];
      return at < 0 || name === undefined ? [] : [join(id.slice(0, at), 'node_modules', name)];
    }),
  );
  const notices = [...packages]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = [
        'LICENSE',
        'LICENSE.md',
        'LICENSE.txt',
        'license',
        'LICENCE',
        'License',
        'LICENSE-MIT',
        'LICENSE-MIT.txt',
      ]
        .map((one) => join(folder, one))
        .find((one) => existsSync(one));
      return `${name} ${version} (${license})\n\n${file ? readFileSync(file, 'utf8').trim() : ''}\n`;
    });
  writeFileSync(join(out, 'NOTICES.txt'), notices.join('\n────\n\n'));
}

/** One run that fills the caches; should it fail, the first run of a user does. */
function warm() {
  const folder = mkdtempSync(join(tmpdir(), 'anpham-warm-'));
  const main = join(out, 'anpham.js');
  const input = join(root, 'input', 'huong-dan-an-pham.md');
  spawnSync(process.execPath, [main, 'build', input, '-o', folder], { stdio: 'ignore' });
  rmSync(folder, { recursive: true, force: true });
}
