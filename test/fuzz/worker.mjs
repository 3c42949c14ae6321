/**
 * One process of the fuzzer: makes the inputs of the numbers that it is given and reads each. It tells the
 * parent the number before and after, so that a hang or a death has a name. An exception is a find.
 */
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { corpus, docx, pieces, wordBody } from './corpus.mjs';

const [, , dist, seed] = process.argv;
const load = (path) => import(pathToFileURL(join(dist, path)).href);
const { readManuscript } = await load('read/manuscript.js');
const { isArticleName } = await load('read/read.js');
/** The readers that this version has. */
const readers = Object.keys(corpus).filter(
  (name) => !/^(?:html|docx)$/.test(name) || isArticleName(`a.${name}`),
);

/** xorshift32: the same input for the same seed and number everywhere. */
function randomOf(number) {
  let state = (Number(seed) * 0x9e3779b1 + number * 0x85ebca6b + 1) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
  for (let i = 0; i < 8; i++) next();
  return { next, below: (n) => Math.floor(next() * n), of: (list) => list[Math.floor(next() * list.length)] };
}

/** Characters of an input: superlinear time shows here too, and more inputs are read. */
const longest = 30_000;

/** Changes of a text: pieces put in, parts cut, doubled, swapped, repeated many times. */
function mutateText(text, random) {
  let made = text;
  for (let n = 1 + random.below(6); n > 0; n--) {
    const at = random.below(made.length + 1);
    const end = Math.min(made.length, at + random.below(random.of([4, 40, 400])));
    const part = made.slice(at, end);
    switch (random.below(8)) {
      case 0:
        made = made.slice(0, at) + made.slice(end);
        break;
      case 1:
        made = made.slice(0, at) + random.of(pieces) + made.slice(at);
        break;
      case 2:
        made = made.slice(0, end) + part + made.slice(end);
        break;
      case 3:
        made =
          made.slice(0, at) +
          random.of(pieces).repeat(1 + random.below(random.of([4, 60, 3000]))) +
          made.slice(at);
        break;
      case 4:
        made = made.slice(0, at) + part.repeat(random.below(random.of([3, 30]))) + made.slice(end);
        break;
      case 5:
        made =
          made.slice(0, at) +
          String.fromCharCode(random.below(random.of([0x80, 0x250, 0x10000]))) +
          made.slice(at + 1);
        break;
      case 6:
        made = part + made.slice(0, at) + made.slice(end);
        break;
      default:
        made = made.slice(0, at) + random.of(pieces) + part + random.of(pieces) + made.slice(end);
    }
    if (made.length > longest) made = made.slice(0, longest);
  }
  return made;
}

/** The same of bytes: flipped bits, other bytes, pieces cut and doubled. */
function mutateBytes(bytes, random) {
  let made = Buffer.from(bytes);
  for (let n = 1 + random.below(8); n > 0 && made.length > 0; n--) {
    const at = random.below(made.length);
    const end = Math.min(made.length, at + random.below(64));
    switch (random.below(5)) {
      case 0:
        made[at] ^= 1 << random.below(8);
        break;
      case 1:
        made[at] = random.of([0, 0xff, 0x80, 0xc3, 0xe1, 0xf0, 0x7f, random.below(256)]);
        break;
      case 2:
        made = Buffer.concat([made.subarray(0, at), made.subarray(end)]);
        break;
      case 3:
        made = Buffer.concat([made.subarray(0, end), made.subarray(at)]);
        break;
      default:
        made = Buffer.concat([
          made.subarray(0, at),
          Buffer.from(Array.from({ length: random.below(9) }, () => random.below(256))),
          made.subarray(at),
        ]);
    }
  }
  return made;
}

const encodings = ['utf8', 'utf8', 'utf8', 'utf8', 'utf16le', 'latin1'];

/** The input of a number: its reader, its files and the path to read. */
export function inputOf(number) {
  const random = randomOf(number);
  const reader = random.of(readers);
  const { path, mutated = path, seeds, files } = corpus[reader];
  const original = random.of(seeds);
  let bytes;
  if (reader === 'docx' && random.below(2) === 0) bytes = docx(mutateText(wordBody, random));
  else if (typeof original === 'string')
    bytes = Buffer.from(mutateText(original, random), random.of(encodings));
  else bytes = original;
  if (random.below(3) === 0) bytes = mutateBytes(bytes, random);
  return { reader, path, mutated, files: { ...files, [mutated]: bytes } };
}

/** A host of these files alone. */
function hostOf(files) {
  const all = new Map(
    Object.entries(files).map(([path, content]) => [
      posix.normalize(path),
      typeof content === 'string' ? Buffer.from(content) : content,
    ]),
  );
  const below = (folder) => {
    const normal = posix.normalize(folder).replace(/\/$/, '');
    const prefix = normal === '.' ? '' : `${normal}/`;
    const names = new Set(
      [...all.keys()]
        .filter((path) => path.startsWith(prefix))
        .map((path) => path.slice(prefix.length).split('/')[0]),
    );
    return names.size > 0 ? [...names].sort() : undefined;
  };
  return {
    read: (path) =>
      all.has(posix.normalize(path))
        ? { ok: true, bytes: all.get(posix.normalize(path)) }
        : { ok: false, reason: below(path) ? 'directory' : 'missing' },
    list: below,
    kind: (path) => (all.has(posix.normalize(path)) ? 'file' : below(path) ? 'folder' : undefined),
    real: (path) => posix.normalize(path),
    resolve: (from, path) =>
      posix.isAbsolute(path) ? posix.normalize(path) : posix.join(posix.dirname(from), path),
    resource: (path) => path,
    dependency: (path) => path,
    write: () => 'denied',
  };
}

process.on('message', async ({ from, to }) => {
  for (let number = from; number < to; number++) {
    const input = inputOf(number);
    process.send({ begins: number, reader: input.reader });
    try {
      await readManuscript(input.path, hostOf(input.files));
    } catch (error) {
      process.send({ thrown: String(error?.stack ?? error).slice(0, 2000), number, reader: input.reader });
    }
    process.send({ ends: number, reader: input.reader });
  }
  process.send({ done: true });
});
process.send({ ready: true });
