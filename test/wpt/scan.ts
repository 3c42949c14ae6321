/**
 * The feature scan: a document → the rules of README.md by which it is out. It reads the tree, the
 * sheets with what they import, and `style` attributes; it never looks at what the engine can do.
 */
import { parse, walk as walkCss, type CssNode } from 'css-tree';
import { attributes, classes, walk, type ElementNode } from '../../src/document/tree.js';
import type { Host } from '../../src/host.js';
import type { TestDocument, WrittenSheet } from './read-document.js';
import * as list from './rules.js';

/** One reason why a test is out. */
export interface Reason {
  readonly rule: list.RuleName;
  /** What was found: `visibility`, `display: inline-flex`, `<iframe>`. */
  readonly detail: string;
}

/** What a document uses, and why it is out. */
export interface Scan {
  /** In the order of the rules; no two alike. */
  readonly reasons: readonly Reason[];
  /** Properties, values, elements, at-rules: for telling what failing tests have in common. */
  readonly features: readonly string[];
}

/** Reads a document for the scan. `no-reference` and `reference` are the runner's to say. */
export function scanDocument(document: TestDocument, host: Host): Scan {
  const scanner = new Scanner();
  if (/\.sub\./.test(document.path)) scanner.out('by-hand', '.sub file');
  for (const flag of document.flags) if (list.flagsByHand.has(flag)) scanner.out('by-hand', `flag ${flag}`);
  scanner.tree(document);
  for (const sheet of document.sheets) scanner.sheet(sheet, host);
  return scanner.result();
}

/** Reads one sheet's text. */
export function scanCss(css: string, context: 'stylesheet' | 'declarationList' = 'stylesheet'): Scan {
  const scanner = new Scanner();
  scanner.css(css, context);
  return scanner.result();
}

/** Letters of scripts that this issue leaves for later. */
const beyond =
  /(?=\p{L})[^\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Zyyy}\p{scx=Zinh}]/u;

/** Properties whose identifiers are names that the author chose. */
const withNames = /^(?:content|counter-.*|string-set|page|font|font-family|bookmark-.*)$/;

class Scanner {
  readonly #reasons = new Map<string, Reason>();
  readonly #features = new Set<string>();
  readonly #imported = new Set<string>();

  out(rule: list.RuleName, detail: string): void {
    this.#reasons.set(`${rule} ${detail}`, { rule, detail });
  }

  result(): Scan {
    const order = (reason: Reason): number => list.ruleNames.indexOf(reason.rule);
    const reasons = [...this.#reasons.values()].toSorted((a, b) => order(a) - order(b));
    return { reasons, features: [...this.#features].toSorted() };
  }

  tree({ tree }: TestDocument): void {
    walk(tree, (node) => {
      if (node.type === 'text') this.#text(node.value);
      if (node.type !== 'element') return undefined;
      this.#element(node);
      return !['style', 'script', 'title'].includes(node.tagName);
    });
  }

  sheet(sheet: WrittenSheet, host: Host): void {
    this.#media(sheet.media);
    this.css(sheet.css, 'stylesheet');
    for (const address of importsOf(sheet.css)) {
      const path = host.resolve(sheet.path, address);
      const read = this.#imported.has(path) ? undefined : host.read(path);
      this.#imported.add(path);
      if (read?.ok) this.sheet({ path, css: new TextDecoder().decode(read.bytes), media: '' }, host);
    }
  }

  css(css: string, context: 'stylesheet' | 'declarationList'): void {
    const ast = parseLoosely(css, context);
    if (!ast) return;
    let depth = 0;
    walkCss(ast, {
      enter: (node: CssNode) => {
        if (node.type === 'Rule' && ++depth > 1) this.out('outside-the-list', 'nested rule');
        // A nested rule that begins with a name is text to css-tree.
        if (node.type === 'Raw' && node.value.includes('{')) this.out('outside-the-list', 'nested rule');
        if (node.type === 'Atrule') this.#atRule(node);
        if (node.type === 'PseudoElementSelector') this.#pseudo(node.name);
        if (node.type === 'Declaration') this.#declaration(node);
        // The descriptors of a face and the selectors of a rule hold no properties.
        return node.type === 'Declaration' || (node.type === 'Atrule' && node.name === 'font-face')
          ? walkCss.skip
          : undefined;
      },
      leave: (node: CssNode) => {
        if (node.type === 'Rule') depth -= 1;
      },
    });
  }

  #text(value: string): void {
    const found = beyond.exec(value)?.[0];
    if (found !== undefined) this.out('script-beyond', `U+${found.codePointAt(0)?.toString(16) ?? ''}`);
  }

  #element(node: ElementNode): void {
    const { tagName } = node;
    this.#features.add(`<${tagName}>`);
    const rule = list.ruleOfElement[tagName];
    if (rule) this.out(rule, `<${tagName}>`);
    else if (list.foreignElements.has(tagName)) this.out('outside-the-list', `<${tagName}>`);
    if (classes(node).includes('reftest-wait')) this.out('script', 'reftest-wait');
    for (const [name, value] of attributes(node)) {
      if (/^on[a-z]+$/i.test(name)) this.out('script', name);
      else if (/^javascript:/i.test(value)) this.out('script', 'javascript:');
      else if (name === 'dir' && /^(?:rtl|auto)$/i.test(value)) this.out('writing-mode', `dir=${value}`);
      else if (name === 'style') this.css(value, 'declarationList');
    }
  }

  #atRule(node: CssNode & { type: 'Atrule' }): void {
    const name = node.name.toLowerCase();
    this.#features.add(`@${name}`);
    const rule = list.ruleOfAtRule[name];
    if (rule) this.out(rule, `@${name}`);
    else if (!list.atRules.has(name)) this.out('outside-the-list', `@${name}`);
    if (name === 'media' && node.prelude?.type === 'Raw') this.#media(node.prelude.value);
  }

  /** Media types are in the list, questions about the device are not. */
  #media(query: string): void {
    if (/\(/.test(query)) this.out('outside-the-list', '@media with features');
  }

  #pseudo(name: string): void {
    const lower = name.toLowerCase();
    this.#features.add(`::${lower}`);
    if (!list.pseudoElements.has(lower)) this.out('outside-the-list', `::${lower}`);
  }

  #declaration(node: CssNode & { type: 'Declaration' }): void {
    const property = node.property.toLowerCase();
    if (!property.startsWith('--')) this.#property(property);
    walkCss(node.value, (part: CssNode) => {
      if (part.type === 'Identifier') this.#keyword(property, part.name.toLowerCase());
      if (part.type === 'Function') this.#function(part.name.toLowerCase());
      if (part.type === 'Dimension') this.#unit(part.unit.toLowerCase());
      if (part.type === 'String') this.#text(part.value);
      if (part.type === 'Raw') this.#raw(part.value);
    });
  }

  #property(property: string): void {
    this.#features.add(property);
    const rule = list.ruleOfProperty.find(([pattern]) => pattern.test(property))?.[1];
    if (rule) this.out(rule, property);
    else if (!list.properties.has(property) && !list.withoutEffect.has(property))
      this.out('outside-the-list', property);
  }

  #keyword(property: string, keyword: string): void {
    if (!withNames.test(property)) this.#features.add(`${property}: ${keyword}`);
    const rule = list.ruleOfKeyword[property]?.[keyword];
    const allowed = list.keywords[property];
    const shown = `${property}: ${keyword}`;
    if (rule) this.out(rule, shown);
    else if (list.cssWide.has(keyword)) this.#features.add(`${property}: ${keyword}`);
    else if (allowed && !allowed.has(keyword)) this.out('outside-the-list', shown);
    else if (list.foreignKeywords.has(keyword) && !withNames.test(property))
      this.out('outside-the-list', shown);
  }

  #function(name: string): void {
    this.#features.add(`${name}()`);
    if (!list.functions.has(name)) this.out('outside-the-list', `${name}()`);
  }

  #unit(unit: string): void {
    if (unit !== 'px') this.#features.add(`unit ${unit}`);
    if (!list.units.has(unit)) this.out('outside-the-list', `unit ${unit}`);
  }

  /** Values that css-tree leaves as text: those of custom properties. */
  #raw(value: string): void {
    for (const [, name] of value.matchAll(/([a-z-]+)\(/gi)) this.#function((name ?? '').toLowerCase());
  }
}

function parseLoosely(css: string, context: 'stylesheet' | 'declarationList'): CssNode | undefined {
  try {
    return parse(css, { context, parseAtrulePrelude: false, onParseError: () => undefined });
  } catch {
    // Tests of error handling end amiss on purpose; what cannot be parsed uses nothing.
    return undefined;
  }
}

/** The addresses of a sheet's imports. */
function importsOf(css: string): readonly string[] {
  const found = css.matchAll(/@import\s+(?:url\(\s*)?["']?([^"')\s;]+)/gi);
  return [...found].map(([, address]) => address ?? '');
}
