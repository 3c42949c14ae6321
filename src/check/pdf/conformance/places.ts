/** How the rules say where something is, so that a user finds it. */
import type { ContentStream } from './content-streams.js';

/** The number of the page, and of the object within it: `p. 3, 12 0 R`. */
export function streamPlace({ type, page, object }: ContentStream): string {
  const where = `p. ${page.number}`;
  return type === 'page' || object === 0 ? where : `${where}, ${object} 0 R`;
}
