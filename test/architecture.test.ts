/**
 * Holds the source to the picture in `src/README.md`: who may import whom, which package belongs to
 * which stage, no cycles, no clock, no long files. It reads the import lines; nothing is run.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');

/** What every file may import. */
const shared = [
  'document',
  'diagnostic.ts',
  'diagnostic-codes.ts',
  'host.ts',
  'conformance-codes',
  'epub-codes',
];
const stages = [
  'read',
  'assemble',
  'template',
  'printer',
  'style',
  'text',
  'layout',
  'svg',
  'pdf',
  'archive',
  'epub',
  'check',
];

/** A part of the source (a folder, or a file beside the folders) and the parts that it may import. */
const edges: Readonly<Record<string, readonly string[]>> = {
  cli: [
    'index.ts',
    'publish.ts',
    'publish-source.ts',
    'host-node.ts',
    'read',
    'style',
    'template',
    'printer',
    'check',
  ],
  'index.ts': ['publish.ts', 'host-node.ts'],
  'publish.ts': [
    'publish-source.ts',
    'publish-target.ts',
    'publish-finish.ts',
    'publish-pages.ts',
    'publish-booklet.ts',
    'publish-ebook.ts',
    'publish-keep.ts',
    ...stages,
  ],
  'publish-source.ts': stages,
  'publish-target.ts': ['publish-source.ts', ...stages],
  'publish-finish.ts': ['publish-claims.ts', 'publish-verify.ts', 'publish-archive.ts'],
  'publish-claims.ts': ['check'],
  'publish-verify.ts': ['check'],
  'publish-archive.ts': ['archive', 'check'],
  'publish-pages.ts': stages,
  'publish-ebook.ts': [
    'publish-cover.ts',
    'publish-fixed.ts',
    'publish-keep.ts',
    'publish-source.ts',
    ...stages,
  ],
  'publish-fixed.ts': ['publish-keep.ts', 'publish-pages.ts', ...stages],
  'publish-keep.ts': ['publish-source.ts'],
  'publish-cover.ts': ['publish-pages.ts', ...stages],
  'publish-booklet.ts': ['publish-pages.ts', 'publish-source.ts', 'publish-target.ts', ...stages],
  'host-node.ts': ['host-kept.ts', 'host-write.ts'],
  'host-kept.ts': [],
  'host-write.ts': [],
  'host.ts': [],
  'diagnostic.ts': [],
  'diagnostic-codes.ts': ['code-entry.ts'],
  'conformance-codes': ['code-entry.ts'],
  'epub-codes': ['code-entry.ts'],
  'code-entry.ts': [],
  document: [],
  read: [],
  assemble: [],
  template: [],
  printer: [],
  style: [],
  text: ['style'],
  layout: ['text', 'style'],
  svg: [],
  pdf: [],
  archive: [],
  epub: [],
  check: [],
};

/** Every package that the source imports and the files (by prefix) that may. */
const packages: Readonly<Record<string, readonly string[]>> = {
  commander: ['cli/'],
  listr2: ['cli/'],
  'css-select': ['style/'],
  'css-tree': ['style/'],
  ejs: ['epub/render-package'],
  'epub-gen-memory': ['epub/'],
  fontkit: ['text/', 'pdf/fonts', 'epub/fonts'],
  '@likecoin/epubcheck-ts': ['check/epub/standard/'],
  hyphen: ['text/'],
  'iconv-lite': ['read/encoding/'],
  harfbuzzjs: ['text/', 'pdf/fonts', 'epub/fonts'],
  'subset-font': ['epub/make-subset'],
  liquidjs: ['template/'],
  lowlight: ['read/highlight'],
  mammoth: ['read/word/'],
  'markdown-it': ['read/markdown'],
  'markdown-it-attrs': ['read/markdown'],
  'markdown-it-container': ['read/markdown'],
  'markdown-it-deflist': ['read/markdown'],
  'markdown-it-footnote': ['read/markdown'],
  parse5: ['read/html/'],
  linkedom: ['read/html/find-article'],
  '@mozilla/readability': ['read/html/find-article'],
  pdfkit: ['pdf/'],
  'property-information': ['document/', 'read/', 'template/'],
  'smol-toml': ['read/book/'],
  sharp: ['read/', 'template/', 'svg/', 'pdf/', 'epub/', 'check/pdf/rules/preflight-photos'],
  yaml: ['read/', 'document/checked-yaml', 'document/parse-yaml'],
  zod: ['read/', 'template/', 'printer/', 'document/checked-yaml'],
  'node:fs': ['cli/', 'host-node.ts', 'host-kept.ts', 'host-write.ts'],
  'node:fs/promises': ['host-write.ts'],
  // Paths as strings, with `posix`; whoever opens a file has to be in the line above.
  'node:path': ['cli/', 'host-node.ts', 'host-kept.ts', 'assemble/', 'read/', 'template/'],
  'node:buffer': ['read/decode', 'read/encoding/', 'read/word/', 'read/photo-text', 'assemble/identifier'],
  'node:module': ['cli/launch', 'host-node.ts'],
  'node:url': ['cli/', 'host-node.ts'],
  'node:child_process': ['cli/vera-pdf', 'cli/epub-check'],
  'node:v8': ['cli/launch', 'cli/heap'],
  'node:vm': ['cli/launch'],
  'node:crypto': [
    'archive/',
    'assemble/',
    'pdf/',
    'epub/',
    'read/lent-photo',
    'check/pdf/conformance/graphics/icc-profile',
  ],
  'node:zlib': ['host-kept.ts', 'read/word/', 'read/lent-photo', 'pdf/', 'epub/', 'check/'],
};

/** Tables, which are as long as what they list. */
const tables = ['diagnostic-codes.ts'];

interface ImportLine {
  /** File below `src/`, or a package. */
  readonly target: string;
  readonly package: boolean;
  /** Gone when compiled: `import type`, `export type`, `import('…').Name`. */
  readonly typeOnly: boolean;
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort();
const sources = new Map(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
const imports = new Map([...sources].map(([path, source]) => [path, importsOf(path, source)]));

describe('the parts of the source', () => {
  it('are the ones of the picture', () => {
    expect([...new Set(files.map(partOf))].filter((part) => !(part in edges))).toEqual([]);
  });

  it('import only downwards', () => {
    const wrong = [...imports].flatMap(([path, lines]) =>
      lines
        .filter((line) => !line.package && !mayImport(partOf(path), partOf(line.target)))
        .map((line) => `${path} imports ${line.target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('leave a package to the stage that it belongs to', () => {
    const wrong = [...imports].flatMap(([path, lines]) =>
      lines
        .filter((line) => line.package && !packages[line.target]?.some((prefix) => path.startsWith(prefix)))
        .map((line) => `${path} imports ${line.target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('import files that exist', () => {
    const wrong = [...imports].flatMap(([path, lines]) =>
      lines
        .filter((line) => !line.package && !sources.has(line.target))
        .map((line) => `${path}: ${line.target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('have no cycle', () => {
    expect(findCycle()).toEqual([]);
  });
});

describe('a file of the source', () => {
  it('has at most 300 lines', () => {
    const long = [...sources]
      .filter(([path]) => !tables.includes(path))
      .map(([path, source]) => [path, source.split('\n').length - 1] as const)
      .filter(([, lines]) => lines > 300);
    expect(long).toEqual([]);
  });

  it('opens with a comment that says what it is', () => {
    const bare = [...sources]
      .filter(([path, source]) => !path.endsWith('.d.ts') && !/^(?:#!.*\n)?\/\*\*/.test(source))
      .map(([path]) => path);
    expect(bare).toEqual([]);
  });

  it('asks no clock and no chance, and leaves the process to the command line', () => {
    const wrong = [...sources].flatMap(([path, source]) =>
      [...withoutComments(source).matchAll(forbidden)]
        .filter(
          ([use]) =>
            !(/^(?:process|console)\./.test(use) && /^(?:cli\/|host-(?:node|kept|write))/.test(path)),
        )
        .map(([use]) => `${path}: ${use}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the pipeline', () => {
  it('is read in under 100 lines', () => {
    expect((sources.get('publish.ts') ?? '').split('\n').length - 1).toBeLessThan(100);
  });
});

const forbidden =
  /\b(?:Date\.now\(|new Date\(\)|Math\.random\(|randomUUID\(|performance\.now\(|hrtime|process\.\w+|console\.\w+)/g;

function partOf(path: string): string {
  return path.split('/')[0] ?? path;
}

function mayImport(from: string, to: string): boolean {
  return from === to || shared.includes(to) || (edges[from]?.includes(to) ?? false);
}

function importsOf(path: string, source: string): readonly ImportLine[] {
  const code = withoutComments(source);
  const found: ImportLine[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    const local = specifier.startsWith('.');
    const target = local
      ? posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts')
      : (/^(?:node:\w+|@[^/]+\/[^/]+|[^/]+)/.exec(specifier)?.[0] ?? specifier);
    found.push({ target, package: !local, typeOnly });
  };
  for (const [, keyword, names, specifier] of code.matchAll(
    /^(import|export)\b([^;'"]*?)\bfrom\s*['"]([^'"]+)['"]/gm,
  )) {
    if (keyword === undefined || names === undefined || specifier === undefined) continue;
    add(specifier, /^\s*type\b/.test(names) || onlyTypesInBraces(names));
  }
  for (const [, specifier] of code.matchAll(/^import\s*['"]([^'"]+)['"]/gm)) add(specifier ?? '', false);
  for (const [, specifier, member] of code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)(\.[A-Z])?/g)) {
    add(specifier ?? '', member !== undefined);
  }
  return found;
}

/** `import { type A, type B } from …` */
function onlyTypesInBraces(names: string): boolean {
  const inside = /^\s*\{([^}]*)\}\s*$/.exec(names)?.[1];
  const parts =
    inside
      ?.split(',')
      .map((part) => part.trim())
      .filter(Boolean) ?? [];
  return parts.length > 0 && parts.every((part) => part.startsWith('type '));
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"])\/\/.*$/gm, '$1');
}

/** The files of one cycle of imports that are there at run time; empty when there is none. */
function findCycle(): readonly string[] {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const line of imports.get(path) ?? []) {
      if (line.package || line.typeOnly) continue;
      const cycle = visit(line.target, [...trail, path]);
      if (cycle.length > 0) return cycle;
    }
    done.add(path);
    return [];
  };
  for (const path of files) {
    const cycle = visit(path, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
