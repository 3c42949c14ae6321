/**
 * The ICC profile that a picture brings: whether a file can carry it, and what is wrong with it where it means
 * nothing. In: pictures; out: the bytes of the profile, or what to tell.
 */
import type { DiagnosticCode } from '../diagnostic.js';
import { isWhole, profileSpace } from '../document/inspect-profile.js';
import type { ImageAsset } from '../document/publication.js';

/** A picture as far as its profile goes. */
type Profiled = Pick<ImageAsset, 'icc' | 'colour'>;

const spaces = { gray: 'GRAY', rgb: 'RGB ', cmyk: 'CMYK' } as const;

/** Of the profiles that PDF knows (ISO 32000-1, 8.6.5.5). */
const newestIcc = 4;

/** Why a profile says nothing of the picture that brings it; undefined where it does, or where there is none. */
export function profileFault({ icc, colour }: Profiled): DiagnosticCode | undefined {
  if (!icc) return undefined;
  const space = profileSpace(icc);
  if (!space) return 'PDF-ICC-NONE';
  // Programs leave the profile in files that they turned grey; greys do without.
  if (space !== spaces[colour]) return colour === 'gray' ? undefined : 'PDF-ICC-OTHER';
  return isWhole(icc) ? undefined : 'PDF-ICC-DAMAGED';
}

/** The profile of a picture of so many components, if it fits them, is whole and not too new. */
export function usableProfile(
  asset: Profiled,
  components: number,
  { iccVersion }: { readonly iccVersion: number },
): Uint8Array | undefined {
  // The version stands in the ninth byte (ICC.1, 7.2.4).
  if (!asset.icc || (asset.icc[8] ?? 0) > iccVersion || profileFault(asset)) return undefined;
  const space = { 1: 'GRAY', 3: 'RGB ', 4: 'CMYK' }[components];
  return space !== undefined && profileSpace(asset.icc) === space ? asset.icc : undefined;
}

/** Whether the profile of a picture would do but for its version. */
export function isTooNew(asset: Profiled, components: number, iccVersion: number): boolean {
  if (usableProfile(asset, components, { iccVersion })) return false;
  return usableProfile(asset, components, { iccVersion: newestIcc }) !== undefined;
}
