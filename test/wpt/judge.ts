/**
 * One test of the checkout → its verdict: out by the scan, or drawn with its references and compared.
 * Drawings of references are kept for a while, because hundreds of tests share one.
 */
import { posix } from 'node:path';
import { element, noProperties, type RootNode } from '../../src/document/tree.js';
import { areAlike, comparePages, fuzziness, isBlank, type Difference } from './compare.js';
import { drawDocument, type Checkout, type Drawing } from './draw-document.js';
import { isPrint, readDocument, type Reference, type TestDocument } from './read-document.js';
import type { RuleName } from './rules.js';
import { scanDocument, type Reason } from './scan.js';

export type Status = 'excluded' | 'passed' | 'failed' | 'error';

/** What became of one test. */
export interface Verdict {
  /** Path in the checkout. */
  readonly test: string;
  readonly status: Status;
  /** The first is the one that counts. */
  readonly reasons: readonly Reason[];
  readonly features: readonly string[];
  /** How far the nearest reference is, of a test that was drawn. */
  readonly difference?: Difference;
  /** Nothing was drawn, on either side. */
  readonly blank?: boolean;
  /** What the stages said of the test. */
  readonly diagnostics?: readonly string[];
  /** Why there is an error. */
  readonly error?: string;
}

/** A verdict with the pictures, for whoever wants to look. */
export interface Judged {
  readonly verdict: Verdict;
  readonly test?: Drawing;
  readonly reference?: Drawing;
}

/** So many drawings of references are kept. */
const keptDrawings = 24;

export class Judge {
  readonly #drawn = new Map<string, Promise<Drawing>>();

  constructor(readonly checkout: Checkout) {}

  /** Judges the test at an absolute path; throws nothing. */
  async judge(path: string): Promise<Judged> {
    const test = posix.relative(this.checkout.root, path);
    try {
      return await this.#judge(path, test);
    } catch (error) {
      const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const shown = said.split('\n').slice(0, 3).join(' | ').slice(0, 300);
      return { verdict: { test, status: 'error', reasons: [], features: [], error: shown } };
    }
  }

  async #judge(path: string, test: string): Promise<Judged> {
    const { host } = this.checkout;
    const document = readDocument(path, host);
    if (typeof document === 'string')
      return { verdict: { test, status: 'error', reasons: [], features: [], error: document } };
    const scan = scanDocument(document, host);
    const { features } = scan;
    const judgeable = document.references.filter((one) => this.#faults(one.path).length === 0);
    const reasons = this.#allReasons(document, scan.reasons, judgeable);
    if (reasons.length > 0) return { verdict: { test, status: 'excluded', reasons, features } };

    const drawing = await drawDocument(document, this.checkout, document.print);
    const best = await this.#compare(document, drawing, judgeable);
    const verdict: Verdict = {
      test,
      status: best.passed ? 'passed' : 'failed',
      reasons,
      features,
      difference: best.difference,
      blank: isBlank(drawing.pages) && isBlank(best.reference.pages),
      diagnostics: drawing.diagnostics,
    };
    return { verdict, test: drawing, reference: best.reference };
  }

  #allReasons(
    { references }: TestDocument,
    scanned: readonly Reason[],
    judgeable: readonly Reference[],
  ): readonly Reason[] {
    if (references.length === 0) {
      const none: Reason = { rule: 'no-reference', detail: 'no reference' };
      const scripts = scanned.filter(({ rule }) => rule === 'script');
      return [...scripts, none, ...scanned.filter(({ rule }) => rule !== 'script')];
    }
    // One matching reference that can be drawn is enough; a mismatch must be judged too.
    const matches = references.filter(({ kind }) => kind === 'match');
    const enough = matches.length > 0 ? judgeable.some(({ kind }) => kind === 'match') : judgeable.length > 0;
    if (enough) return scanned;
    const details = references.flatMap(({ path }) => this.#faults(path).map(shown));
    return [...scanned, ...details.map((detail): Reason => ({ rule: 'reference', detail }))];
  }

  /** Why a reference cannot be judged by; the answer is remembered. */
  #faults(path: string): readonly Reason[] {
    if (path === 'about:blank') return [];
    const known = this.#scanned.get(path);
    if (known) return known;
    const { host } = this.checkout;
    const document = readDocument(path, host);
    const faults: readonly Reason[] =
      typeof document === 'string'
        ? [{ rule: 'reference', detail: document }]
        : scanDocument(document, host).reasons;
    this.#scanned.set(path, faults);
    return faults;
  }

  readonly #scanned = new Map<string, readonly Reason[]>();

  async #compare(
    document: TestDocument,
    drawing: Drawing,
    references: readonly Reference[],
  ): Promise<{ readonly passed: boolean; readonly difference: Difference; readonly reference: Drawing }> {
    let matched: boolean | undefined;
    let differs = true;
    let best: { difference: Difference; reference: Drawing } | undefined;
    for (const { kind, path } of references) {
      const reference = await this.#drawReference(path, document);
      const difference = comparePages(drawing.pages, reference.pages);
      const alike = areAlike(difference, fuzziness(document.fuzzy, path));
      if (kind === 'match') matched = (matched ?? false) || alike;
      else differs &&= !alike;
      if (!best || difference.pixels < best.difference.pixels) best = { difference, reference };
    }
    if (!best) throw new Error('a test without references is not compared');
    return { passed: (matched ?? true) && differs, ...best };
  }

  #drawReference(path: string, test: TestDocument): Promise<Drawing> {
    const key = `${path} ${test.print} ${test.pages ?? ''}`;
    const known = this.#drawn.get(key);
    if (known) return known;
    const read = path === 'about:blank' ? blankDocument(test) : readDocument(path, this.checkout.host);
    const drawn =
      typeof read === 'string'
        ? Promise.reject(new Error(`${path}: ${read}`))
        : drawDocument({ ...read, pages: pagesOfReference(test, path) }, this.checkout, test.print);
    this.#drawn.set(key, drawn);
    for (const old of this.#drawn.keys()) {
      if (this.#drawn.size <= keptDrawings) break;
      this.#drawn.delete(old);
    }
    return drawn;
  }
}

/** The pages of a reference that its test names: `reference.html:1-2`. A range alone is about the test. */
function pagesOfReference({ pages }: TestDocument, path: string): string | undefined {
  const [name, range] = pages?.split(':') ?? [];
  return name && range && path.endsWith(`/${posix.basename(name)}`) ? range : undefined;
}

function shown({ rule, detail }: Reason): string {
  return `${rule satisfies RuleName}: ${detail}`;
}

function blankDocument(test: TestDocument): TestDocument {
  const html = element('html', noProperties, [element('body', noProperties, [])]);
  const tree: RootNode = { type: 'root', children: [html] };
  return { ...test, path: 'about:blank', tree, sheets: [], references: [] };
}

/** Whether a file of the checkout is a test: not support, not a reference. */
export function isTestFile(path: string): boolean {
  if (!/\.(?:html?|xht|xhtml)$/.test(path)) return false;
  if (/(?:^|\/)(?:support|references?|resources|tools)\//.test(path)) return false;
  return !/[-_](?:not)?ref\d*(?:[-_.]|$)/.test(posix.basename(path)) && !isReferenceName(path);
}

/** WPT's other names of references: `ref-….html` beside the tests. */
function isReferenceName(path: string): boolean {
  return /^(?:not)?ref\d*[-_.]/.test(posix.basename(path)) && !isPrint(path);
}
