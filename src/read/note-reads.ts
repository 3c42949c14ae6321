/** A host that remembers which files were read through it: what a publication was made from. */
import { borrow, type Host, type ReadResult } from '../host.js';

export interface NotingHost {
  readonly host: Host;
  /** Paths as they were asked for, in the order of the first reading. */
  readonly files: ReadonlySet<string>;
}

/** Everything goes on to `host`; a file that could not be read is not noted. */
export function noteReads(host: Host): NotingHost {
  const files = new Set<string>();
  const noted = (path: string, found: ReadResult): ReadResult => {
    if (found.ok) files.add(path);
    return found;
  };
  const noting = {
    read: (path: string, most?: number) => noted(path, host.read(path, most)),
    borrow: (path: string, most?: number) => noted(path, borrow(host, path, most)),
  };
  return { host: { ...host, ...noting }, files };
}
