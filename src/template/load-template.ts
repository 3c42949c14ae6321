/**
 * Template name or folder → `Template`: its description checked, its Liquid files parsed once for
 * mistakes, its style sheets read. All files come through the host; what is wrong comes back as
 * diagnostics with file, line and column. Every problem of the folder is told in one go.
 */
import { diagnostic, type Diagnostic, type Span, type Staged } from '../diagnostic.js';
import type { StylesheetSource } from '../document/publication.js';
import type { Host } from '../host.js';
import { checkLiquid } from './furniture.js';
import { readDescription, type Description, type ReadDescription } from './read-description.js';
import { ebookSlots, pageSlots, type Bilingual, type Furniture, type Template } from './template.js';

/** One built-in template, for the list of what there is. */
export interface TemplateSummary {
  readonly name: string;
  readonly description: Bilingual;
}

/**
 * Loads a built-in template by its name or a user's by its folder (anything with a slash or a dot, or
 * a folder that is there). `undefined` comes with at least one error.
 */
export function loadTemplate(nameOrFolder: string, host: Host): Staged<Template | undefined> {
  const folder = findFolder(nameOrFolder, host);
  if (folder === undefined) {
    const known = builtInNames(host).join(', ');
    return fail(diagnostic('TEMPLATE-UNKNOWN', { name: nameOrFolder, known }));
  }
  const path = `${folder}/template.yaml`;
  const yaml = readText(path, host);
  if (yaml === undefined) return fail(diagnostic('TEMPLATE-FILE', { file: path }, { span: { file: path } }));
  const read = readDescription(path, yaml);
  if (!read.value) return { value: undefined, diagnostics: read.diagnostics };
  return collect(folder, read.value, host);
}

/** The built-in templates, by name. */
export function listTemplates(host: Host): readonly TemplateSummary[] {
  return builtInNames(host).flatMap((name) => {
    const path = host.resource(`templates/${name}/template.yaml`);
    const read = readDescription(path, readText(path, host) ?? '').value;
    return read ? [{ name, description: read.description.description }] : [];
  });
}

/** Reads the files that the description names. */
function collect(folder: string, read: ReadDescription, host: Host): Staged<Template | undefined> {
  const { description } = read;
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, string | undefined>();
  const take = (name: string, span: Span): string | undefined => {
    const path = `${folder}/${name}`;
    if (!files.has(name)) files.set(name, isInside(name) ? readText(path, host) : undefined);
    const text = files.get(name);
    if (text === undefined) diagnostics.push(diagnostic('TEMPLATE-FILE', { file: path }, { span }));
    return text;
  };
  const furniture = (name: string, keys: readonly string[]): Furniture | undefined => {
    const source = take(name, read.at(keys));
    return source === undefined ? undefined : { path: `${folder}/${name}`, source };
  };
  const sheets = (edition: keyof Description['stylesheets']): StylesheetSource[] =>
    description.stylesheets[edition].flatMap((name, index) => {
      const css = take(name, read.at(['stylesheets', edition, index]));
      return css === undefined ? [] : [{ path: `${folder}/${name}`, css }];
    });
  const template: Template = {
    name: description.name,
    folder,
    description: description.description,
    editions: description.editions,
    options: description.options,
    settings: description.settings,
    labels: description.labels,
    pages: slotMap(pageSlots, (slot) => {
      const name = description.slots.pages[slot];
      return name === undefined ? undefined : furniture(name, ['slots', 'pages', slot]);
    }),
    ebook: slotMap(ebookSlots, (slot) => {
      const name = description.slots.ebook[slot];
      return name === undefined ? undefined : furniture(name, ['slots', 'ebook', slot]);
    }),
    cover:
      description.slots.cover === undefined
        ? undefined
        : furniture(description.slots.cover, ['slots', 'cover']),
    partials: partialsOf(folder, host),
    stylesheets: {
      print: sheets('print'),
      ebook: sheets('ebook'),
      cover: sheets('cover'),
    },
  };
  diagnostics.push(...checkLiquid(template));
  return { value: diagnostics.length > 0 ? undefined : template, diagnostics };
}

function slotMap<S extends string>(
  slots: readonly S[],
  read: (slot: S) => Furniture | undefined,
): ReadonlyMap<S, Furniture> {
  const map = new Map<S, Furniture>();
  for (const slot of slots) {
    const furniture = read(slot);
    if (furniture) map.set(slot, furniture);
  }
  return map;
}

/** All Liquid files of the folder, so that `{% render "name" %}` never needs a file system. */
function partialsOf(folder: string, host: Host): Record<string, string> {
  const partials: Record<string, string> = {};
  for (const name of host.list(folder) ?? []) {
    if (!name.endsWith('.liquid')) continue;
    const source = readText(`${folder}/${name}`, host);
    if (source !== undefined) partials[name.slice(0, -'.liquid'.length)] = source;
  }
  return partials;
}

function findFolder(nameOrFolder: string, host: Host): string | undefined {
  const given = nameOrFolder.replace(/(?<=.)\/+$/, '');
  if (/^[a-z][a-z0-9-]*$/.test(given)) {
    const builtIn = host.resource(`templates/${given}`);
    if (host.kind(`${builtIn}/template.yaml`) === 'file') return builtIn;
  }
  return host.kind(given) === 'folder' ? given : undefined;
}

function builtInNames(host: Host): readonly string[] {
  const folder = host.resource('templates');
  return (host.list(folder) ?? []).filter(
    (name) =>
      host.kind(`${folder}/${name}`) === 'folder' && host.kind(`${folder}/${name}/template.yaml`) === 'file',
  );
}

/** A template reads inside its own folder only. */
function isInside(name: string): boolean {
  return !name.startsWith('/') && !/^[A-Za-z]:/.test(name) && !name.split(/[\\/]/).includes('..');
}

/** A file as UTF-8 text; undefined when it cannot be read or is not UTF-8. */
function readText(path: string, host: Host): string | undefined {
  const read = host.read(path);
  if (!read.ok) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(read.bytes);
  } catch {
    return undefined;
  }
}

function fail(problem: Diagnostic): Staged<undefined> {
  return { value: undefined, diagnostics: [problem] };
}
