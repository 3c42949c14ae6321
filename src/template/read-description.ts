/**
 * `template.yaml` → checked description, or diagnostics that point at the key at fault.
 * YAML gives the positions, zod the rules; this file joins the two. Every problem is reported, not
 * the first one only.
 */
import { isMap, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import * as z from 'zod/mini';
import { diagnostic, type Diagnostic, type Span, type Staged } from '../diagnostic.js';

// A description is checked once: code compiled for it would never pay. For the same reason zod's small
// form: its schemas, made at each start, carry no methods.
z.config({ jitless: true });

const bilingual = z.strictObject({ vi: z.string(), en: z.string() });
const propertyName = z.string().check(z.regex(/^--[\w-]+$/));
const customProperties = z.record(propertyName, z.string());
const name = z.string().check(z.regex(/^[a-z][a-z0-9-]*$/));
const file = z.string().check(z.minLength(1));
const anyFile = z.optional(file);
const files = z._default(z.array(file), []);
const anyText = z.optional(z.string());

const option = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), label: bilingual, default: anyText }),
  z.strictObject({ type: z.literal('boolean'), label: bilingual, default: z.boolean() }),
  z.strictObject({ type: z.literal('color'), label: bilingual, default: z.string(), property: propertyName }),
  z
    .strictObject({
      type: z.literal('choice'),
      label: bilingual,
      default: z.string(),
      choices: z.record(
        z.string(),
        z.strictObject({
          label: bilingual,
          set: customProperties,
          print: z.optional(customProperties),
          dark: z.optional(customProperties),
        }),
      ),
    })
    .check(z.refine((choice) => Object.hasOwn(choice.choices, choice.default), { path: ['default'] })),
]);

const description = z.strictObject({
  name,
  description: bilingual,
  editions: z.array(z.enum(['print', 'archive', 'ebook'])).check(z.minLength(1)),
  options: z._default(z.record(z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/)), option), {}),
  labels: z._default(z.strictObject({ vi: z.record(name, z.string()), en: z.record(name, z.string()) }), {
    vi: {},
    en: {},
  }),
  slots: z._default(
    z.strictObject({
      pages: z._default(
        z.strictObject({
          masthead: anyFile,
          contents: anyFile,
          'running-heads': anyFile,
          'article-head': anyFile,
          'article-facts': anyFile,
          'article-foot': anyFile,
          imprint: anyFile,
        }),
        {},
      ),
      ebook: z._default(
        z.strictObject({
          colophon: anyFile,
          'article-head': anyFile,
          'article-facts': anyFile,
          'article-foot': anyFile,
        }),
        {},
      ),
      cover: anyFile,
    }),
    { pages: {}, ebook: {} },
  ),
  stylesheets: z.strictObject({ print: files, ebook: files, cover: files }),
});

/** `template.yaml` as it is checked. */
export type Description = z.infer<typeof description>;

type Path = readonly (string | number)[];

/** A description with the means to point at one of its keys. */
export interface ReadDescription {
  readonly description: Description;
  /** Where the value at `path` stands in the file. */
  at(path: Path): Span;
}

/** Reads the text of a `template.yaml`. */
export function readDescription(path: string, yaml: string): Staged<ReadDescription | undefined> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return {
      value: undefined,
      diagnostics: document.errors.map((error) =>
        diagnostic('TEMPLATE-YAML', { problem: error.message }, { span: spanOf(path, lines, error.pos) }),
      ),
    };
  }
  const at = (keys: Path): Span => spanOf(path, lines, rangeOf(document, keys));
  const parsed = description.safeParse(document.toJS());
  if (parsed.success) return { value: { description: parsed.data, at }, diagnostics: [] };
  return { value: undefined, diagnostics: parsed.error.issues.flatMap((issue) => problems(issue, at)) };
}

/** One diagnostic a problem; an issue about unknown keys speaks of each. */
function problems(issue: z.core.$ZodIssue, at: (path: Path) => Span): Diagnostic[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      diagnostic('TEMPLATE-KEY', { key: [...path, key].join('.') }, { span: at([...path, key]) }),
    );
  }
  return [
    diagnostic(
      'TEMPLATE-VALUE',
      { key: path.length > 0 ? path.join('.') : 'template.yaml', expected: expectedBy(issue) },
      { span: at(path) },
    ),
  ];
}

/** What would have been right, in the words of YAML. */
function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return (
        { string: 'text', record: 'mapping', object: 'mapping', array: 'list' }[issue.expected as string] ??
        issue.expected
      );
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'invalid_union':
      return 'text | boolean | color | choice';
    case 'invalid_format':
      return issue.pattern ?? issue.format;
    case 'invalid_key':
      return 'a name of letters and digits';
    case 'too_small':
      return `≥ ${issue.minimum}`;
    case 'custom':
      return 'one of its choices';
    default:
      return issue.message;
  }
}

/** Character range of a key (where there is one: that is what a person looks for) or of an item. */
function rangeOf(document: Document, path: Path): readonly [number, number] | undefined {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true) as Node | undefined;
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(last));
      const key = pair?.key;
      if (isScalar(key) && key.range) return [key.range[0], key.range[1]];
    }
    const item = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (item?.range) return [item.range[0], item.range[1]];
  }
  return undefined;
}

function spanOf(
  path: string,
  lines: LineCounter,
  range: readonly [number, number, ...unknown[]] | undefined,
): Span {
  if (!range) return { file: path, line: 1, column: 1 };
  const { line, col } = lines.linePos(range[0]);
  return { file: path, line, column: col, length: Math.max(1, range[1] - range[0]) };
}
