/**
 * Values of a template's options: what the caller of `dress` gives, else the manifest's, else from the publication's
 * front matter (the key of the same name), else the template's default. `publish` gives none. A value that an option does not take is a
 * warning and the default is used. Comes out as values for Liquid and as a style sheet of custom
 * properties, in which also the template's labels, and the pictures' greatest widths, stand.
 */
import { diagnostic, type Diagnostic, type Span, type Staged } from '../diagnostic.js';
import { nearest } from '../document/checked-yaml.js';
import type { Publication, StylesheetSource } from '../document/publication.js';
import { belongsInColumn, widestMillimetres } from './picture-size.js';
import type { CustomProperties, OptionValues, Template, TemplateOption } from './template.js';

/** What was chosen. */
export interface ChosenOptions {
  /** For Liquid: text and booleans by option name; null where nothing was said. */
  readonly values: Readonly<Record<string, string | boolean | null>>;
  readonly properties: CustomProperties;
  /** Differences of the print edition (inks) and of the ebook on a dark ground. */
  readonly print: CustomProperties;
  readonly dark: CustomProperties;
}

/** Chooses every option's value. */
export function chooseOptions(
  publication: Publication,
  template: Template,
  given: OptionValues,
): Staged<ChosenOptions> {
  const diagnostics: Diagnostic[] = [];
  const known = Object.keys(template.options);
  for (const option of Object.keys(given)) {
    if (known.includes(option)) continue;
    const values = { template: template.name, option, known: known.join(', ') };
    diagnostics.push(diagnostic('TEMPLATE-OPTION-UNKNOWN', values));
  }
  const typed = publication.options ?? {};
  for (const option of Object.keys(typed)) {
    if (!known.includes(option)) diagnostics.push(unknownOption(option, typed[option]?.span, template));
  }
  const values: Record<string, string | boolean | null> = {};
  const properties: Record<string, string> = {};
  const print: Record<string, string> = {};
  const dark: Record<string, string> = {};
  for (const [name, option] of Object.entries(template.options)) {
    const own = Object.hasOwn(typed, name) ? typed[name] : undefined;
    const wanted = given[name] ?? own?.value ?? ownValue(publication.metadata.extra, name);
    const accepted = accept(option, wanted);
    const value = accepted ?? option.default ?? null;
    if (accepted === undefined) {
      if (wanted !== undefined && wanted !== null) {
        const shown = { value: show(wanted), expected: expected(option), used: String(value ?? '') };
        diagnostics.push(diagnostic('TEMPLATE-OPTION', { option: name, ...shown }, { span: own?.span }));
      }
    }
    values[name] = value;
    if (option.type === 'color') properties[option.property] = String(value);
    if (option.type === 'choice') {
      const choice = option.choices[String(value)];
      Object.assign(properties, choice?.set);
      Object.assign(print, choice?.print);
      Object.assign(dark, choice?.dark);
    }
  }
  return { value: { values, properties, print, dark }, diagnostics };
}

/** An option that the template does not have, and the one that is spelled nearly so. */
function unknownOption(option: string, span: Span | undefined, template: Template): Diagnostic {
  const known = Object.keys(template.options);
  const near = nearest(option, known);
  const said = { template: template.name, option, known: known.join(', ') };
  return near === undefined
    ? diagnostic('TEMPLATE-OPTION-OTHER', said, { span })
    : diagnostic('TEMPLATE-OPTION-NEAR', { ...said, near }, { span });
}

/** The words of the furniture in the publication's language: Vietnamese, or English for all others. */
export function labelsFor(template: Template, language: string): Readonly<Record<string, string>> {
  return template.labels[language.split('-')[0] === 'vi' ? 'vi' : 'en'];
}

/**
 * The sheet of custom properties for pages; it stands after the template's own sheets. A picture
 * knows how wide it may be printed and its ratio, width to height; the figure of one that is tall or
 * small knows that it stands in its column.
 */
export function pageOptionSheet(
  publication: Publication,
  template: Template,
  chosen: ChosenOptions,
): StylesheetSource {
  const pictures = [...publication.assets.values()].flatMap((asset) => {
    const picture = `img[src=${cssString(asset.id)}]`;
    const ratio = Math.round((asset.width / asset.height) * 1e4) / 1e4;
    const size = rule(picture, { '--widest': `${widestMillimetres(asset)}mm`, '--ratio': String(ratio) });
    if (!belongsInColumn(asset)) return [size];
    return [size, rule(`figure:has(> ${picture})`, { '--float-reference': 'column' })];
  });
  const labels = labelProperties(labelsFor(template, publication.metadata.language));
  const rules = [
    rule(':root', { ...chosen.properties, ...labels }),
    rule('.print', chosen.print),
    ...pictures,
  ];
  return sheet(template, rules);
}

/** The same for the ebook: no inks and no millimetres, but the colours of a dark ground. */
export function ebookOptionSheet(
  publication: Publication,
  template: Template,
  chosen: ChosenOptions,
): StylesheetSource {
  const labels = labelProperties(labelsFor(template, publication.metadata.language));
  const dark = rule(':root', chosen.dark);
  return sheet(template, [
    rule(':root', { ...chosen.properties, ...labels }),
    dark && `@media (prefers-color-scheme: dark) {\n${dark}\n}`,
  ]);
}

function sheet(template: Template, rules: readonly string[]): StylesheetSource {
  return { path: `${template.folder}/options.css`, css: `${rules.filter(Boolean).join('\n')}\n` };
}

function rule(selector: string, properties: CustomProperties): string {
  const lines = Object.entries(properties).map(([name, value]) => `  ${name}: ${value};`);
  return lines.length === 0 ? '' : `${selector} {\n${lines.join('\n')}\n}`;
}

function labelProperties(labels: Readonly<Record<string, string>>): CustomProperties {
  return Object.fromEntries(
    Object.entries(labels).map(([name, label]) => [`--label-${name}`, cssString(label)]),
  );
}

/** A CSS string, with everything escaped that could end it (CSS Syntax 3, 4.3.5). */
export function cssString(value: string): string {
  const escaped = value.replace(/["\\\p{Cc}<]/gu, (character) => {
    return `\\${(character.codePointAt(0) ?? 0).toString(16)} `;
  });
  return `"${escaped}"`;
}

/** The value as the option holds it; undefined when it cannot be one. */
function accept(option: TemplateOption, wanted: unknown): string | boolean | undefined {
  switch (option.type) {
    case 'text':
      if (typeof wanted === 'string') return wanted.trim() === '' ? undefined : wanted.trim();
      return typeof wanted === 'number' ? String(wanted) : undefined;
    case 'boolean':
      if (typeof wanted === 'boolean') return wanted;
      return wanted === 'true' ? true : wanted === 'false' ? false : undefined;
    case 'color':
      return typeof wanted === 'string' && /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(wanted)
        ? wanted
        : undefined;
    case 'choice':
      return typeof wanted === 'string' && Object.hasOwn(option.choices, wanted) ? wanted : undefined;
  }
}

function expected(option: TemplateOption): string {
  switch (option.type) {
    case 'text':
      return 'text';
    case 'boolean':
      return 'true, false';
    case 'color':
      return '#rrggbb';
    case 'choice':
      return Object.keys(option.choices).join(', ');
  }
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function ownValue(extra: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(extra, name) ? extra[name] : undefined;
}
