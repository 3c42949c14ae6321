/**
 * `dist/bin/`: the program, bundled with the packages it uses, behind a launcher that keeps V8's code
 * cache; parts that only some editions need are chunks of their own, loaded when asked for. Packages with
 * native code or WebAssembly, and those that only pages of the web need, stay outside, in `node_modules`.
 *
 *     node scripts/bundle.mjs [--out dist/bin] [--no-cache]
 *
 * At last the sample is built, so that the caches are there before the first run of a user.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';
import {
  childProcessLate,
  clockOfProcess,
  importByLauncher,
  messagesApart,
  sharpFromItsPlace,
  tableOfUnits,
  unused,
  withoutIdle,
  withoutUnused,
} from './bundle-plugins.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(root, 'dist', 'bin') },
    'no-cache': { type: 'boolean', default: false },
  },
});
const out = resolve(values.out);
const outside = ['subset-font', 'linkedom', '@mozilla/readability', '@likecoin/epubcheck-ts'];
const external = (id) =>
  !Object.hasOwn(unused, id) &&
  (id.startsWith('node:') || outside.some((name) => id === name || id.startsWith(`${name}/`)));

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

/** All that most books ask of the fonts: letters of Vietnamese, every cut. */
const usual = `---
title: Ấn phẩm
lang: vi
---

## Một

Một câu *nghiêng*, **đậm**, ***cả hai*** và \`mã\`.

> Lời dẫn

| Cột | Số |
|:----|---:|
| Một | 1  |
`;

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
    plugins: [
      withoutUnused,
      withoutIdle,
      tableOfUnits,
      clockOfProcess,
      sharpFromItsPlace,
      childProcessLate,
      messagesApart(out),
      importByLauncher,
    ],
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

/** Names of the templates of the package. */
function templates() {
  const folder = join(root, 'templates');
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'template.yaml')));
}

/**
 * Runs that fill the caches, of code for all editions and for an ebook alone, and of the fonts that most books
 * share; should they fail, the first of a user does.
 */
function warm() {
  const folder = mkdtempSync(join(tmpdir(), 'anpham-warm-'));
  const sample = join(root, 'input', 'huong-dan-an-pham.md');
  const text = join(folder, 'usual.md');
  writeFileSync(text, usual);
  const ebook = ['-e', 'ebook'];
  const runs = [[sample], [sample, ...ebook], ...templates().map((name) => [text, ...ebook, '-t', name])];
  for (const run of runs)
    spawnSync(process.execPath, [join(out, 'anpham.js'), 'build', ...run, '-o', folder], { stdio: 'ignore' });
  rmSync(folder, { recursive: true, force: true });
}
