/**
 * The case files of pages: Markdown in which every `## name` is a case. Its fenced blocks are `html`
 * (children of `body`), `css` (after the base sheet of `lay-out.ts`) and sheets `NAME.css` that it may
 * import, then what must come of them:
 * `pages` or `painted` (the dump of `dump-pages.ts`), `outline`, `diagnostics`. Diagnostics are always
 * compared: one that a case does not declare fails it. A picture `WxH.jpg` has so many pixels.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { ImageAsset } from '../../src/document/publication.js';
import { dumpOutline, dumpPages } from './dump-pages.js';
import { layOut, picture } from './lay-out.js';
import { readHtml } from './read-html.js';

export interface PageCase {
  readonly file: string;
  readonly name: string;
  readonly html: string;
  readonly css: string;
  /** Sheets beside `css`, by name. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly expected: Expected;
}

type Kind = 'pages' | 'painted' | 'outline' | 'diagnostics';
export type Expected = Readonly<Partial<Record<Kind, string>>>;

const folder = new URL('../suite/pages/', import.meta.url);

/** The case files, by name. */
export const pageFiles: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .sort();

/** The cases of a file of `test/suite/pages/`. */
export function pageCases(file: string): readonly PageCase[] {
  return readFileSync(new URL(file, folder), 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const fences = [...section.matchAll(/^```([\w.]+)\n([^]*?)^```$/gm)].map(
        ([, kind = '', body = '']) => [kind, body.trimEnd()] as const,
      );
      const isSheet = ([kind]: readonly [string, string]): boolean => kind.endsWith('.css');
      const { html = '', css = '', ...expected } = Object.fromEntries(fences.filter((f) => !isSheet(f)));
      const sheets = Object.fromEntries(fences.filter(isSheet));
      return { file, name: section.split('\n', 1)[0] ?? '', html, css, sheets, expected };
    });
}

/** What comes of a case, in the blocks that it has. */
export async function runPageCase({ html, css, sheets, expected }: PageCase): Promise<Expected> {
  const { document, diagnostics } = await layOut(css, readHtml(html), picturesIn(html + css), { sheets });
  const found: Partial<Record<Kind, string>> = {};
  if (expected.pages !== undefined) found.pages = dumpPages(document, 'by place');
  if (expected.painted !== undefined) found.painted = dumpPages(document, 'painted');
  if (expected.outline !== undefined) found.outline = dumpOutline(document);
  if (diagnostics.length > 0)
    found.diagnostics = diagnostics
      .map(({ code }) => code)
      .sort()
      .join('\n');
  return found;
}

function picturesIn(text: string): ReadonlyMap<string, ImageAsset> {
  const found = [...text.matchAll(/\b(\d+)x(\d+)\.jpg/g)];
  return new Map(found.map(([name, width, height]) => [name, picture(name, Number(width), Number(height))]));
}
