/** The characters that names of glyphs stand for, by the Adobe Glyph List and its rules for other names. */
import { glyphList } from './glyph-list.js';

let list: ReadonlyMap<string, string> | undefined;

function listed(): ReadonlyMap<string, string> {
  list ??= new Map(pairs());
  return list;
}

function* pairs(): Generator<readonly [string, string]> {
  const words = glyphList.trim().split(/\s+/);
  for (let i = 0; i + 1 < words.length; i += 2) {
    const points = (words[i + 1] ?? '').split('_').map((hex) => Number.parseInt(hex, 16));
    yield [words[i] ?? '', String.fromCodePoint(...points)];
  }
}

/** The text of a name that is in the list itself. */
export function listedText(name: string): string | undefined {
  return listed().get(name);
}

/** The text of a name, `uni1EA1` and `u1F600` included, what stands after a full stop being left aside. */
export function nameText(name: string): string | undefined {
  const found = listedText(name);
  if (found !== undefined) return found;
  const base = name.replace(/(?<=.)\..*$/, '');
  const parts = base.split('_').map((part) => listedText(part) ?? unicodeName(part));
  return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
}

function unicodeName(name: string): string | undefined {
  const units = /^uni((?:[\dA-F]{4})+)$/.exec(name)?.[1]?.match(/.{4}/g);
  const hexes = units ?? /^u([\dA-F]{4,6})$/.exec(name)?.slice(1);
  const points = hexes?.map((hex) => Number.parseInt(hex, 16));
  return points?.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : undefined;
}
