/**
 * The only door to files, package resources and the clock. Stages get a `Host` and nothing else, so
 * they run the same in Node, in a worker and in memory (tests). Paths are as the user typed them;
 * `resolve` joins them. Reading never throws for a user's mistake: it returns a reason.
 */
/** Why a file could not be read or written; 'large' and 'outside' where a limit or a folder was set. */
export type HostFailure = 'missing' | 'directory' | 'denied' | 'unreadable' | 'large' | 'outside';

export type ReadResult =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: HostFailure };

export interface Host {
  /** Bytes of a file; one of more than `most` bytes is not opened. */
  read(path: string, most?: number): ReadResult;
  /**
   * The same bytes in a place that the next borrowing fills anew, where a host has one: for who is done with
   * them at once.
   */
  borrow?(path: string, most?: number): ReadResult;
  /** Names in a folder, sorted by code unit; undefined when it is not a folder. */
  list(folder: string): readonly string[] | undefined;
  /** 'file', 'folder' or undefined. */
  kind(path: string): 'file' | 'folder' | undefined;
  /**
   * Where a file or folder really lies, symbolic links followed: absolute on a real machine. What is not there
   * lies where its nearest folder does.
   */
  real(path: string): string;
  /** `path` seen from the folder of `from` (a file), normalised with forward slashes. */
  resolve(from: string, path: string): string;
  /** Path of a resource of the package: `fonts/…`, `templates/…`, `icc/…`. */
  resource(path: string): string;
  /** Path of a file of a package that we depend on, which begins with the package's name. */
  dependency(path: string): string;
  /**
   * What earlier runs made, where a host keeps that: by a name that stands for all that it was made from. What
   * cannot be kept is made again.
   */
  readonly kept?: {
    get(name: string): Uint8Array | undefined;
    put(name: string, bytes: Uint8Array): void;
  };
  /**
   * Writes a file whole or not at all (written beside, then renamed); the reason when it cannot. Of parts each
   * is written before the next is asked for.
   */
  write(
    path: string,
    content: Uint8Array | Iterable<Uint8Array>,
  ): HostFailure | undefined | Promise<HostFailure | undefined>;
}

/** The bytes of a file for who is done with them before anything else is read. */
export function borrow(host: Host, path: string, most?: number): ReadResult {
  return host.borrow ? host.borrow(path, most) : host.read(path, most);
}
