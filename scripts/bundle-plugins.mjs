/**
 * What the bundle does not take over from the packages as it is. A plugin that changes code looks for that very
 * code and fails where a release has another; what others leave out throws or is seen by `bundle.test.ts`, which
 * compares an ebook with that of the modules.
 */
import { writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * What packages import and we never call, by the names of the exports: pdfkit for text and PNG pictures,
 * which we write ourselves (`pdf/fonts.ts`, `pdf/images.ts`; a third of the time that it takes to start),
 * and for encryption, whose tables are made when it is loaded; commander for commands that are programs
 * of their own; sharp to build itself. Whoever calls it after all is told; what our own code imports is what it names.
 */
export const unused = {
  fontkit: ['create'],
  linebreak: ['default'],
  'png-js': ['default'],
  '@noble/ciphers/aes': ['cbc', 'ecb'],
  'node:child_process': ['spawn', 'spawnSync'],
};
export const withoutUnused = {
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
 * (`epub/render-package.ts`), and nothing is fetched; what its checks look for, our compiler has seen to. Each
 * would load packages of its own.
 */
const idle = {
  'html-parse': `exports.fixHTML = (index, html) => {
    if (html !== '') throw new Error('html-parse is not in the bundle');
    return html;
  };`,
  fetchable: `exports.type = 'nodebuffer';
  exports.default = () => Promise.reject(new Error('fetchable is not in the bundle'));`,
  predicates: `exports.isString = (value) => typeof value === 'string';
  for (const name of ['Options', 'OptionsOrTitle', 'Chapters', 'VarargArray'])
    exports['validateIs' + name] = () => undefined;`,
};

/**
 * What epub-gen-memory takes from other packages for the same: an archive, of which only the list of files is
 * read, names made of titles where no name is given, and kinds of files that it is not handed.
 */
const idlePackages = {
  jszip: `module.exports = class Shelf {
    constructor(folder = '', files = {}) { this.path = folder; this.files = files; }
    folder(name) { return new Shelf(this.path + name + '/', this.files); }
    file(name, text) {
      this.files[this.path + name] = { name: this.path + name, dir: false, async: () => Promise.resolve(text) };
      return this;
    }
  };`,
  slugify: "module.exports = () => '';",
  mime: 'exports.getType = exports.getExtension = () => null;',
};
const shelf = '\0shelf:';
export const withoutIdle = {
  name: 'without-idle',
  resolveId: (id, importer) =>
    importer?.includes('/epub-gen-memory/') && Object.hasOwn(idlePackages, id) ? shelf + id : null,
  load: (id) => {
    if (id.startsWith(shelf)) return idlePackages[id.slice(shelf.length)];
    if (!/\/epub-gen-memory\/dist\/lib\/util\/(?:html-parse|fetchable|predicates)\.js$/.test(id)) return null;
    return `Object.defineProperty(exports, '__esModule', { value: true });\n${idle[basename(id, '.js')]}`;
  },
};

/** A table of `entities`, which markdown-it loads, made without an array of ten thousand strings: 6 ms of each start. */
export const tableOfUnits = {
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
export const clockOfProcess = {
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

/**
 * What sharp is written in is bundled (two thirds of the time that it takes to load); what it is compiled to
 * stays where it was installed, and is looked for from there.
 */
export const sharpFromItsPlace = {
  name: 'sharp-from-its-place',
  transform: {
    filter: { id: /\/sharp\/dist\/(?:sharp|utility|libvips)\.mjs$/ },
    handler(code, id) {
      const here = 'createRequire(import.meta.url)';
      if (/\brequire\(/.test(code) && !code.includes(here) && !id.endsWith('libvips.mjs'))
        throw new Error('sharp: its native part is looked for in another way');
      return code.replace(here, `createRequire(${here}.resolve('sharp'))`);
    },
  },
};

/**
 * detect-libc asks other programs only where the system's files do not tell, and what starts programs loads
 * much of Node.
 */
export const childProcessLate = {
  name: 'child-process-late',
  transform: {
    filter: { id: /\/detect-libc\/lib\/detect-libc\.js$/ },
    handler(code) {
      const early = "const childProcess = require('child_process');";
      if (!code.includes(early)) throw new Error('detect-libc: programs are started in another way');
      return code.replace(early, '').replace(/\bchildProcess\./g, "require('child_process').");
    },
  },
};

/**
 * The table of messages as a file beside the program, read when there is something to say: a tenth of the code
 * that a run would take from V8's cache.
 */
export const messagesApart = (out) => ({
  name: 'messages-apart',
  transform: {
    filter: { id: /\/src\/diagnostic-codes\.ts$/ },
    async handler(_code, id) {
      const table = await rolldown({ input: id, cwd: root, platform: 'node' });
      const { output } = await table.generate({ format: 'esm' });
      await table.close();
      const { codes } = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
      writeFileSync(join(out, 'messages.json'), JSON.stringify(codes()));
      return `import { readFileSync } from 'node:fs';
        let all;
        export const codes = () =>
          (all ??= JSON.parse(readFileSync(new URL('messages.json', import.meta.url), 'utf8')));`;
    },
  },
});

/** Code that V8 takes from a cache cannot import by itself: the launcher does it (`launch.ts`). */
export const importByLauncher = {
  name: 'import-by-launcher',
  renderChunk: (code) => code.replace(/\bimport\((?=['"`])/g, 'importOutside('),
};
