/** Whether a font's licence bits allow what we do with every font: embed a subset of its outlines. */

/** Bits of `fsType` (ISO/IEC 14496-22, OS/2): the usage permission, a number of its own, and two flags. */
const usagePermission = 0x000f;
const restrictedLicence = 0x0002;
const noSubsetting = 0x0100;
const bitmapsOnly = 0x0200;

/** True when a font with this `fsType` may be embedded as a subset. */
export function mayEmbed(fsType: number): boolean {
  return (fsType & usagePermission) !== restrictedLicence && (fsType & (noSubsetting | bitmapsOnly)) === 0;
}
