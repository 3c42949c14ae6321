/**
 * A `Host` that opens nothing outside the folders of a publication: an article from elsewhere must not
 * carry other files of this machine into the editions. Not by `../`, not by an absolute path, and not by a
 * symbolic link: what counts is where a file really lies. Readers get such a host and need not ask.
 */
import { borrow, type Host } from '../host.js';
import { limits } from './limits.js';
import { pictureEnding } from './photo-format.js';

/** The host for files in these folders and below; a file over its limit is not opened either. */
export function insideFolders(host: Host, folders: readonly string[]): Host {
  const roots = folders.map((folder) => host.real(folder).replace(/\/+$/, ''));
  const liesOutside = (path: string): boolean => {
    // Backslashes part folders on some systems: a path must stay inside by either reading.
    const readings = path.includes('\\') ? [path, path.replaceAll('\\', '/')] : [path];
    return readings.some((reading) => {
      const real = host.real(reading);
      return !roots.some((root) => isBelow(real, root));
    });
  };
  // The system looks at every folder above a file, each time that it is asked.
  const isOutside = once(liesOutside);
  return {
    ...host,
    read: (path) => (isOutside(path) ? { ok: false, reason: 'outside' } : host.read(path, mostBytes(path))),
    borrow: (path) =>
      isOutside(path) ? { ok: false, reason: 'outside' } : borrow(host, path, mostBytes(path)),
    list: once((folder) => (isOutside(folder) ? undefined : host.list(folder))),
    kind: (path) => (isOutside(path) ? undefined : host.kind(path)),
  };
}

/** Bytes of the largest file of a kind that is opened. */
export function mostBytes(path: string): number {
  return pictureEnding.test(path) ? limits.picture : limits.source;
}

/** Whether a path is a folder or lies below it; both as `real` gives them. */
function isBelow(path: string, root: string): boolean {
  if (root === '.') return !/^(?:\.\.(?:\/|$)|\/|[A-Za-z]:)/.test(path);
  return path === root || path.startsWith(`${root}/`);
}

/** The same answers, each asked for once. */
function once<T>(ask: (path: string) => T): (path: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (path) => {
    let found = known.get(path);
    if (!found) known.set(path, (found = { answer: ask(path) }));
    return found.answer;
  };
}
