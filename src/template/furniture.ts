/**
 * Liquid furniture: a slot's source and its data → nodes.
 * Liquid cannot run code; here it also reads no files (partials are the template's own, in memory),
 * has no clock and no chance (`date` formats a given date only), escapes every value and works within
 * limits. What fails is a diagnostic at the Liquid source's line.
 */
import { Liquid, LiquidError } from 'liquidjs';
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import type { Origin, TreeNode } from '../document/tree.js';
import { formatDate } from './format-date.js';
import { parseFragment } from './parse-fragment.js';
import type { Furniture, Template } from './template.js';

/** Enough for any furniture, little enough that a runaway loop stops at once. */
const limits = {
  parseLimit: 1_000_000,
  memoryLimit: 10_000_000,
  templateLimit: 100_000,
  renderLimit: 30_000,
};

/** Filters whose result would depend on the clock, on chance or on the machine. */
const unrepeatable = [
  'sample',
  'date_to_xmlschema',
  'date_to_rfc822',
  'date_to_string',
  'date_to_long_string',
];

/** What a slot may speak of. */
export type FurnitureData = Readonly<Record<string, unknown>>;

/** Renders the furniture of one template. */
export class FurnitureRenderer {
  readonly #engine: Liquid;
  /** Parsed once, however many articles there are. */
  readonly #parsed = new Map<Furniture, ReturnType<Liquid['parse']>>();

  /** `language` is that of the publication: dates are written in it. */
  constructor(template: Template, language: string) {
    this.#engine = makeEngine(template, language);
  }

  /** Nodes of a slot; none when it renders to nothing. */
  async render(
    furniture: Furniture,
    data: FurnitureData,
    origin: Origin,
  ): Promise<Staged<readonly TreeNode[]>> {
    let rendered: string;
    try {
      const parsed = this.#parsed.get(furniture) ?? this.#engine.parse(furniture.source, furniture.path);
      this.#parsed.set(furniture, parsed);
      rendered = String(this.#engine.renderSync(parsed, data, limits));
    } catch (error) {
      return { value: [], diagnostics: [liquidProblem(error, furniture)] };
    }
    const fragment = parseFragment(rendered, origin);
    if (fragment.ok) return { value: fragment.nodes, diagnostics: [] };
    const { line, excerpt } = lineAt(rendered, fragment.offset);
    const found = furniture.source.split('\n').findIndex((each) => each.trim() === excerpt);
    const span = found < 0 ? { file: furniture.path } : { file: furniture.path, line: found + 1, column: 1 };
    return {
      value: [],
      diagnostics: [diagnostic('TEMPLATE-MARKUP', { problem: fragment.problem, line, excerpt }, { span })],
    };
  }
}

/** Parses every Liquid file of a template once: its mistakes, without rendering. */
export function checkLiquid(template: Template): readonly Diagnostic[] {
  const engine = makeEngine(template, 'vi');
  const diagnostics: Diagnostic[] = [];
  for (const [name, source] of Object.entries(template.partials)) {
    const furniture = { path: `${template.folder}/${name}.liquid`, source };
    try {
      engine.parse(source, furniture.path);
    } catch (error) {
      diagnostics.push(liquidProblem(error, furniture));
    }
  }
  return diagnostics;
}

function makeEngine(template: Template, language: string): Liquid {
  const engine = new Liquid({
    outputEscape: 'escape',
    ownPropertyOnly: true,
    strictFilters: true,
    templates: { ...template.partials },
    // Not the machine's, which takes long to ask for.
    locale: language,
    parseLimit: limits.parseLimit,
    memoryLimit: limits.memoryLimit,
    renderLimit: limits.renderLimit,
  });
  for (const name of unrepeatable) delete engine.filters[name];
  engine.registerFilter('date', (value: unknown, form: unknown) =>
    formatDate(typeof value === 'string' ? value : '', form === 'long' ? 'long' : 'short', language),
  );
  return engine;
}

function liquidProblem(error: unknown, furniture: Furniture): Diagnostic {
  if (!LiquidError.is(error)) throw error;
  const place = /, file:(?<file>[^\n]*), line:(?<line>\d+), col:(?<column>\d+)/.exec(error.message)?.groups;
  const problem = error.message.replace(/, file:[^]*$/, '').replace(/, line:\d+, col:\d+[^]*$/, '');
  const span = {
    file: place?.['file'] ?? furniture.path,
    ...(place ? { line: Number(place['line']), column: Number(place['column']) } : {}),
  };
  return diagnostic('TEMPLATE-LIQUID', { problem }, { span });
}

function lineAt(rendered: string, offset: number): { line: number; excerpt: string } {
  const line = rendered.slice(0, offset).split('\n').length;
  return { line, excerpt: (rendered.split('\n')[line - 1] ?? '').trim().slice(0, 80) };
}
