/**
 * The `Host` of a real machine: files through `node:fs`, the package's own resources found from where
 * this module lies (`src/`, `dist/` or the bundle in `dist/bin/`). The only file outside `cli/` that
 * touches the file system, with `host-write.ts` and `host-kept.ts`. Paths come and go with forward slashes, on
 * Windows too.
 */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, isAbsolute, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keptIn } from './host-kept.js';
import { isPaused, writeWhole } from './host-write.js';
import type { Host, HostFailure, ReadResult } from './host.js';

/** The folder that holds `fonts/`, `templates/` and `icc/`: the nearest one above this module. */
const here = dirname(fileURLToPath(import.meta.url));
const packageRoot = findPackage(here);

/** What runs of the bundle keep beside V8's code (`cli/launch.ts`); each Node has its own zlib. */
const kept = keptIn(join(here, 'cache'), `made-${process.version}-${process.arch}`);

function findPackage(below: string): string {
  const above = dirname(below);
  return above === below || existsSync(join(above, 'fonts', 'fonts.css')) ? above : findPackage(above);
}

/** A `Host` over the file system of this machine. */
export function nodeHost(): Host {
  return {
    read: readWhole,
    borrow: borrowWhole,
    list: listFolder,
    kind: kindOf,
    real: (path) => slashed(realPath(path)),
    resolve: (from, path) => slashed(normalize(isAbsolute(path) ? path : join(dirname(from), path))),
    resource: (path) => slashed(join(packageRoot, path)),
    dependency: (path) => slashed(createRequire(import.meta.url).resolve(path)),
    write: async (path, content) => {
      try {
        makeFolder(dirname(path));
        await writeWhole(path, content);
        return undefined;
      } catch (error) {
        return failureOf(error);
      }
    },
    ...(kept && { kept }),
  };
}

/**
 * Makes a folder, with its parents, ready to be written into; the reason when that cannot be done:
 * 'unreadable' when a file stands in the way, 'denied' otherwise.
 * Asked before any work begins, so that an hour of typesetting does not end at a locked door.
 */
export function prepareFolder(folder: string): HostFailure | undefined {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    // mkdir says EEXIST where a file stands in the way, ENOTDIR where one stands among the parents.
    const code = errorCode(error);
    return code === 'EEXIST' || code === 'ENOTDIR' ? 'unreadable' : 'denied';
  }
}

/**
 * Makes a folder with its parents. Not by `recursive: true`: in a file system that takes no folders,
 * such as /proc, the system answers ENOENT although the parent is there, and Node tries for ever.
 */
function makeFolder(folder: string): void {
  if (kindOf(folder) === 'folder') return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (kindOf(folder) !== 'folder') throw error;
  }
}

/** The real path of the longest part of a path that is there, and the rest. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const whole = resolve(path);
    const parent = dirname(whole);
    return parent === whole ? whole : join(realPath(parent), basename(whole));
  }
}

function readWhole(path: string, most = Infinity): ReadResult {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return { ok: false, reason: 'directory' };
    // A device or a pipe may never end.
    if (!stat.isFile()) return { ok: false, reason: 'unreadable' };
    if (stat.size > most) return { ok: false, reason: 'large' };
    return { ok: true, bytes: readFileSync(path) };
  } catch (error) {
    return { ok: false, reason: failureOf(error) };
  }
}

/** Bytes up to which borrowed files are read into one place: what photos have. */
const mostBorrowed = 4 * 2 ** 20;
let borrowed = Buffer.alloc(0);

function borrowWhole(path: string, most = Infinity): ReadResult {
  if (isPaused()) return readWhole(path, most);
  let file: number | undefined;
  try {
    // Opened as a whole is: a folder, a device or a pipe is refused there.
    const stat = statSync(path);
    if (!stat.isFile() || stat.size > Math.min(most, mostBorrowed)) return readWhole(path, most);
    if (stat.size >= borrowed.length) borrowed = Buffer.allocUnsafeSlow(2 * stat.size);
    file = openSync(path, 'r');
    let length = 0;
    // One byte more than there should be: a file that grows meanwhile is read again.
    for (let got = -1; got !== 0 && length <= stat.size; length += got)
      got = readSync(file, borrowed, length, borrowed.length - length, null);
    if (length > stat.size) return readWhole(path, most);
    return { ok: true, bytes: borrowed.subarray(0, length) };
  } catch (error) {
    return { ok: false, reason: failureOf(error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function listFolder(folder: string): readonly string[] | undefined {
  try {
    // Array.sort without a comparison goes by UTF-16 code unit: the same order on every machine.
    return readdirSync(folder).sort();
  } catch {
    return undefined;
  }
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    const stat = statSync(path);
    return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : undefined;
  } catch {
    return undefined;
  }
}

function failureOf(error: unknown): HostFailure {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'missing';
    case 'EISDIR':
    case 'ENOTEMPTY':
      return 'directory';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'denied';
    default:
      return 'unreadable';
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function slashed(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
