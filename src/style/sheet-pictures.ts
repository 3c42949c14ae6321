/**
 * The pictures that style sheets name: relative addresses become paths of the host, and each is listed
 * with the place that asked for it, for whoever reads the files.
 */
import type { SheetPicture } from '../document/style.js';
import type { Host } from '../host.js';
import type { ComponentValues } from './component-value.js';
import type { WrittenDeclaration } from './declarations.js';

/** Relative addresses of pictures become paths of the host; fragments and absolute ones stay. */
export function withPaths(written: WrittenDeclaration, from: string, host: Host): WrittenDeclaration {
  if (!written.values.some(({ type }) => type === 'url')) return written;
  const values = written.values.map((value) =>
    value.type !== 'url' || /^(?:#|[a-z][a-z0-9+.-]*:)/i.test(value.value)
      ? value
      : { type: value.type, value: host.resolve(from, value.value) },
  );
  return { ...written, values };
}

/** The addresses among values that are not of places in the text (`#id`). */
export function addressesIn(values: ComponentValues): readonly string[] {
  return values.flatMap((value) =>
    value.type === 'url' && value.value !== '' && !value.value.startsWith('#') ? [value.value] : [],
  );
}

/** The pictures of declarations, each where it is named first. */
export class PictureList {
  readonly #found = new Map<string, SheetPicture>();

  add({ values, span }: Pick<WrittenDeclaration, 'values' | 'span'>): void {
    for (const path of addressesIn(values))
      if (!this.#found.has(path)) this.#found.set(path, { path, ...(span ? { span } : {}) });
  }

  get all(): readonly SheetPicture[] {
    return [...this.#found.values()];
  }
}
