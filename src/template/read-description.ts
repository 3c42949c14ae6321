/** `template.yaml` → checked description, or diagnostics that point at the keys at fault. */
import * as z from 'zod/mini';
import { diagnostic, type Diagnostic, type Span, type Staged } from '../diagnostic.js';
import { CheckedYaml, type YamlPath, type YamlProblem } from '../document/checked-yaml.js';

const bilingual = z.strictObject({ vi: z.string(), en: z.string() });
const propertyName = z.string().check(z.regex(/^--[\w-]+$/));
const customProperties = z.record(propertyName, z.string());
const name = z.string().check(z.regex(/^[a-z][a-z0-9-]*$/));
const choiceName = z.string().check(z.regex(/^[a-z0-9-]+$/));
const file = z.string().check(z.minLength(1));
const anyFile = z.optional(file);
const files = z._default(z.array(file), []);
const anyText = z.optional(z.string());

const option = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('text'), label: bilingual, default: anyText }),
    z.strictObject({ type: z.literal('boolean'), label: bilingual, default: z.boolean() }),
    z.strictObject({
      type: z.literal('color'),
      label: bilingual,
      default: z.string(),
      property: propertyName,
    }),
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
      .check(
        z.refine((choice) => Object.hasOwn(choice.choices, choice.default), {
          path: ['default'],
          error: 'one of its choices',
        }),
      ),
  ],
  { error: 'text | boolean | color | choice' },
);

const description = z.strictObject({
  name,
  description: bilingual,
  editions: z.array(z.enum(['print', 'archive', 'ebook'])).check(z.minLength(1)),
  options: z._default(z.record(z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/)), option), {}),
  settings: z._default(
    z.record(name, z.strictObject({ label: bilingual, choices: z.record(choiceName, bilingual) })),
    {},
  ),
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

/** A description with the means to point at one of its keys. */
export interface ReadDescription {
  readonly description: Description;
  /** Where the value at `path` stands in the file. */
  at(path: YamlPath): Span;
}

/** Reads the text of a `template.yaml`. */
export function readDescription(path: string, yaml: string): Staged<ReadDescription | undefined> {
  const file = new CheckedYaml(path, yaml);
  const checked = file.problems.length > 0 ? undefined : file.check(description);
  const value = checked && { description: checked, at: (keys: YamlPath) => file.at(keys) };
  return { value, diagnostics: file.problems.map(told) };
}

function told(problem: YamlProblem): Diagnostic {
  const { span } = problem;
  switch (problem.type) {
    case 'syntax':
      return diagnostic('TEMPLATE-YAML', { yaml: problem.fault }, { span });
    case 'key':
      return diagnostic('TEMPLATE-KEY', { key: problem.key }, { span });
    case 'missing':
      return diagnostic('TEMPLATE-NEEDS', { key: problem.key }, { span });
    case 'empty':
      return diagnostic('TEMPLATE-VALUE', { key: 'template.yaml', expected: 'mapping' }, { span });
    case 'value': {
      const { key, expected } = problem;
      return diagnostic('TEMPLATE-VALUE', { key: key || 'template.yaml', expected }, { span });
    }
  }
}
