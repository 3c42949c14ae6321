/**
 * Writing rules as CSS text, tidy and the same every time. Rules under the same condition share one
 * block. A rule's variant for a condition must stay stronger than the rule and weaker than what
 * comes after: variants wait, so that neighbours share a block, until a rule says something of the
 * same properties.
 */
import { cssText } from './component-value.js';
import type { WrittenDeclaration } from './declarations.js';

/** A rule ready to be written: no `var()` in its values. */
export interface WrittenRule {
  readonly conditions: readonly string[];
  readonly selectors: readonly string[];
  readonly declarations: readonly WrittenDeclaration[];
}

export class SheetWriter {
  readonly #lines: string[] = [];
  #open: readonly string[] = [];
  #waiting: WrittenRule[] = [];

  /** Adds a rule and its variants. */
  add(rule: WrittenRule, variants: readonly WrittenRule[]): void {
    if (rule.declarations.length === 0) return;
    const varied = new Set(variants.flatMap(({ declarations }) => declarations.map(({ name }) => name)));
    const said = rule.declarations.filter(({ name }) => !varied.has(name)).map(group);
    if (this.#waiting.some((w) => w.declarations.some((d) => said.includes(group(d))))) this.#release();
    this.#write(rule);
    this.#waiting.push(...variants);
  }

  /** The whole sheet. */
  text(): string {
    this.#release();
    this.#openBlocks([]);
    return this.#lines.length === 0 ? '' : `${this.#lines.join('\n')}\n`;
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    const blocks = new Map<string, WrittenRule[]>();
    for (const rule of waiting) {
      const key = rule.conditions.join(' ');
      blocks.set(key, [...(blocks.get(key) ?? []), rule]);
    }
    for (const rules of blocks.values()) for (const rule of rules) this.#write(rule);
  }

  #write({ conditions, selectors, declarations }: WrittenRule): void {
    this.#openBlocks(conditions);
    const indent = '  '.repeat(conditions.length);
    this.#lines.push(`${indent}${selectors.join(`,\n${indent}`)} {`);
    for (const { name, values, important } of declarations)
      this.#lines.push(`${indent}  ${name}: ${cssText(values)}${important ? ' !important' : ''};`);
    this.#lines.push(`${indent}}`);
  }

  /** Closes and opens condition blocks until these are open. */
  #openBlocks(conditions: readonly string[]): void {
    let shared = 0;
    while (shared < conditions.length && this.#open[shared] === conditions[shared]) shared += 1;
    for (let depth = this.#open.length; depth > shared; depth--)
      this.#lines.push(`${'  '.repeat(depth - 1)}}`);
    for (let depth = shared; depth < conditions.length; depth++)
      this.#lines.push(`${'  '.repeat(depth)}${conditions[depth] ?? ''} {`);
    this.#open = conditions;
  }
}

/** Properties that can overrule each other share the first part of their names. */
function group({ name }: WrittenDeclaration): string {
  return name.split('-', 1)[0] ?? name;
}
