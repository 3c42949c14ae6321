/** Files that come with the package, as style sheets name them: `fonts:…` and `templates:…`. */
import type { Host } from '../host.js';

const packaged = /^(fonts|templates):((?:[\w.-]+\/)*[\w.-]+)$/;

/** The path that an address of the package names; undefined where it is none, or leads out of its folder. */
export function packagedFile(address: string, host: Host): string | undefined {
  const [, folder = '', path = ''] = packaged.exec(address) ?? [];
  return path === '' || path.split('/').includes('..') ? undefined : host.resource(`${folder}/${path}`);
}
