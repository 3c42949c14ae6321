/**
 * What an editor said of each article → the classes that the article's wrapper carries for CSS:
 * `set-columns-3`. A template declares the settings that it obeys; any other is told with its place,
 * and the article is set as if nothing had been said.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import { nearest } from '../document/checked-yaml.js';
import type { Section, Setting } from '../document/publication.js';
import type { Template } from './template.js';

/** The classes of the sections, in their order. */
export function chooseSettings(
  sections: readonly Section[],
  template: Template,
): Staged<readonly (readonly string[])[]> {
  const diagnostics = new Map<string, Diagnostic>();
  const value = sections.map(({ settings }) =>
    Object.entries(settings ?? {}).flatMap(([name, setting]) => {
      const problem = problemOf(name, setting, template);
      if (!problem) return [`set-${name}-${setting.value}`];
      // What is said of a section of an issue is said of all its articles, and told once.
      diagnostics.set(JSON.stringify(problem), problem);
      return [];
    }),
  );
  return { value, diagnostics: [...diagnostics.values()] };
}

function problemOf(name: string, { value, span }: Setting, template: Template): Diagnostic | undefined {
  const known = Object.keys(template.settings);
  const choices = Object.hasOwn(template.settings, name) ? template.settings[name]?.choices : undefined;
  if (!choices) {
    const near = nearest(name, known);
    const said = { template: template.name, setting: name, known: known.join(', ') || '–' };
    return near === undefined
      ? diagnostic('TEMPLATE-SETTING-OTHER', said, { span })
      : diagnostic('TEMPLATE-SETTING-NEAR', { ...said, near }, { span });
  }
  if (Object.hasOwn(choices, String(value))) return undefined;
  const said = { setting: name, value: String(value), template: template.name };
  return diagnostic('TEMPLATE-SETTING', { ...said, expected: Object.keys(choices).join(', ') }, { span });
}
