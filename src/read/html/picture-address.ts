/**
 * Which file an `img` means. Pages that load their pictures late have a blank in `src` and the picture in
 * `data-src` or `srcset`; of several the first that lies beside the page is taken.
 */
import { decodeAddress } from '../../document/decode-address.js';
import type { Host } from '../../host.js';
import { attributeOf } from './attributes.js';
import type { HtmlElement } from './parse.js';

const late = ['data-src', 'data-original', 'data-lazy-src', 'data-full-src', 'data-photo-original-src'];

/** The address of the picture; undefined for an element without one. */
export function pictureAddress(node: HtmlElement, page: string, host: Host): string | undefined {
  const src = attributeOf(node, 'src')?.trim();
  const candidates = [
    ...(src === undefined ? [] : [src]),
    ...late.flatMap((name) => attributeOf(node, name)?.trim() ?? []),
    ...fromSet(attributeOf(node, 'srcset') ?? attributeOf(node, 'data-srcset') ?? ''),
  ].filter((address) => address !== '');
  const beside = candidates.find((address) => isBeside(address, page, host));
  const shown = candidates.find((address) => !isBlank(address));
  return beside ?? shown ?? candidates[0];
}

/** The addresses of a `srcset`, the largest first (HTML standard, 4.8.4.2.1). */
function fromSet(value: string): readonly string[] {
  return value
    .split(/,\s+/)
    .map((candidate) => candidate.trim().split(/\s+/))
    .map(([address = '', size = '']) => ({ address, size: Number.parseFloat(size) || 0 }))
    .sort((a, b) => b.size - a.size)
    .map(({ address }) => address);
}

function isBeside(address: string, page: string, host: Host): boolean {
  if (/^(?:[a-z][a-z\d+.-]*:|\/|\\)/i.test(address)) return false;
  const plain = address.replace(/[?#].*$/s, '');
  return [plain, decodeAddress(plain)].some((path) => host.kind(host.resolve(page, path)) === 'file');
}

/** One transparent pixel, or a drawing of nothing. */
function isBlank(address: string): boolean {
  return /^data:/i.test(address) && address.length < 400;
}
