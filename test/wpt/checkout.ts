/**
 * The checkout of the Web Platform Tests as a `Host`: an address that begins with `/` is seen from the
 * top of the checkout, as WPT's server does it, and query and fragment are dropped. Resources of the
 * package come from the project's own folder, wherever this module was compiled to.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host, ReadResult } from '../../src/host.js';

/** The project's folder: the nearest one above this module with a package.json. */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('no package.json above the runner');
  return findRoot(parent);
}

/** Resolves an address against the file (an absolute path inside `root`) that wrote it. */
export function resolveAddress(root: string, from: string, address: string): string {
  const bare = address.trim().replace(/[?#].*$/s, '');
  const path = decode(bare);
  if (path.startsWith(`${root}/`)) return posix.normalize(path);
  if (path.startsWith('/')) return posix.join(root, path);
  return posix.join(posix.dirname(from), path);
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** A `Host` that reads the checkout and the package, and writes nothing. Files are read once. */
export function checkoutHost(root: string): Host {
  const known = new Map<string, ReadResult>();
  return {
    read: (path) => {
      const found = known.get(path) ?? readFile(path);
      // Fonts and shared sheets are asked for again and again; nothing else is worth keeping.
      if (/\.(?:ttf|otf|css)$/.test(path)) known.set(path, found);
      return found;
    },
    list: (folder) => (kindOf(folder) === 'folder' ? readdirSync(folder).toSorted() : undefined),
    kind: kindOf,
    real: (path) => path,
    resolve: (from, path) =>
      from.startsWith(projectRoot) ? posix.join(posix.dirname(from), path) : resolveAddress(root, from, path),
    resource: (path) => posix.join(projectRoot, path),
    dependency: (path) => posix.join(projectRoot, 'node_modules', path),
    write: () => 'denied',
  };
}

function readFile(path: string): ReadResult {
  const kind = kindOf(path);
  if (kind !== 'file') return { ok: false, reason: kind === 'folder' ? 'directory' : 'missing' };
  try {
    return { ok: true, bytes: readFileSync(path) };
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? 'file' : stat?.isDirectory() ? 'folder' : undefined;
}
