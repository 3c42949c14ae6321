/**
 * A `Host` in memory for tests: a map of files, nothing written to disk. The package's own resources
 * (`fonts/`, `templates/`, `icc/`) are read from the real folders but are called `package:/…`, so
 * that messages read the same on every machine. A file put into the map under that name hides the
 * real one.
 *
 *     const host = memoryHost({ 'bai.txt': 'Tiêu đề', 'bai-1.jpg': bytes });
 *     const locked = memoryHost({}, { write: () => 'denied' });
 */
import { posix } from 'node:path';
import { joinParts } from '../../src/document/join-parts.js';
import type { Host } from '../../src/host.js';
import { nodeHost } from '../../src/host-node.js';

/** A `Host` whose files can be looked at. */
export interface MemoryHost extends Host {
  /** Everything given and written, by normalised path. */
  readonly files: Map<string, Uint8Array>;
}

const scheme = 'package:/';

/** Makes a host with these files; text becomes UTF-8. `overrides` replaces single methods. */
export function memoryHost(
  given: Readonly<Record<string, string | Uint8Array>> = {},
  overrides: Partial<Host> = {},
): MemoryHost {
  const files = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(given)) {
    files.set(
      posix.normalize(path),
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    );
  }
  return {
    files,
    read(path, most = Infinity) {
      const bytes = files.get(posix.normalize(path));
      if (bytes && bytes.length > most) return { ok: false, reason: 'large' };
      if (bytes) return { ok: true, bytes };
      if (namesIn(files, path)) return { ok: false, reason: 'directory' };
      const real = realPath(path);
      return real === undefined ? { ok: false, reason: 'missing' } : disk.read(real);
    },
    list(folder) {
      const real = realPath(folder);
      const names = new Set([...(namesIn(files, folder) ?? []), ...(real ? (disk.list(real) ?? []) : [])]);
      return names.size > 0 ? [...names].sort() : undefined;
    },
    kind(path) {
      if (files.has(posix.normalize(path))) return 'file';
      if (namesIn(files, path)) return 'folder';
      const real = realPath(path);
      return real === undefined ? undefined : disk.kind(real);
    },
    real: (path) => posix.normalize(path),
    resolve: (from, path) =>
      posix.isAbsolute(path) || path.startsWith(scheme)
        ? posix.normalize(path)
        : posix.join(posix.dirname(from), path),
    resource: (path) => posix.join(scheme, path),
    dependency: (path) => posix.join(scheme, 'node_modules', path),
    write(path, content) {
      files.set(posix.normalize(path), content instanceof Uint8Array ? content : joinParts(content));
      return undefined;
    },
    ...overrides,
  };
}

const disk = nodeHost();

/** Where a `package:/…` path lies on disk; undefined for any other. */
function realPath(path: string): string | undefined {
  const normal = posix.normalize(path);
  return normal.startsWith(scheme) ? disk.resource(normal.slice(scheme.length)) : undefined;
}

/** Names directly in a folder of the map; undefined when no file lies in it. */
function namesIn(files: ReadonlyMap<string, Uint8Array>, folder: string): string[] | undefined {
  const normal = posix.normalize(folder).replace(/\/$/, '');
  const prefix = normal === '.' ? '' : `${normal}/`;
  const names = new Set<string>();
  for (const path of files.keys()) {
    if (!path.startsWith(prefix)) continue;
    const name = path.slice(prefix.length).split('/')[0];
    if (name) names.add(name);
  }
  return names.size > 0 ? [...names] : undefined;
}
