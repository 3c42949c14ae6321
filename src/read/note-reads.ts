/** A host that remembers which files were read through it: what a publication was made from. */
import type { Host } from '../host.js';

export interface NotingHost {
  readonly host: Host;
  /** Paths as they were asked for, in the order of the first reading. */
  readonly files: ReadonlySet<string>;
}

/** Everything goes on to `host`; a file that could not be read is not noted. */
export function noteReads(host: Host): NotingHost {
  const files = new Set<string>();
  const read: Host['read'] = (path, most) => {
    const found = host.read(path, most);
    if (found.ok) files.add(path);
    return found;
  };
  return { host: { ...host, read }, files };
}
