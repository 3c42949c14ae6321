/** Whether a font's licence bits allow what we do with every font: embed a subset of its outlines. */

/** Bits of `fsType` (ISO/IEC 14496-22, OS/2): the usage permission, a number of its own, and two flags. */
const usagePermission = 0x000f;
const restrictedLicence = 0x0002;
const previewAndPrint = 0x0004;
const noSubsetting = 0x0100;
const bitmapsOnly = 0x0200;

/** What may be done with a font. */
export interface FontRights {
  /** Its outlines may be embedded. */
  readonly outlines: boolean;
  /** So may a part of them. */
  readonly subset: boolean;
  /** The file may be looked at and printed, and not edited with the font. */
  readonly viewOnly: boolean;
}

/** What an `fsType` allows. */
export function rightsOf(fsType: number): FontRights {
  const permission = fsType & usagePermission;
  return {
    outlines: permission !== restrictedLicence && (fsType & bitmapsOnly) === 0,
    subset: (fsType & noSubsetting) === 0,
    viewOnly: permission === previewAndPrint,
  };
}

/** What an `fsType` forbids of what we do: embedding at all, a part of the font, its outlines. */
export function missingRight(fsType: number): 'embedding' | 'outlines' | 'subset' | undefined {
  if ((fsType & usagePermission) === restrictedLicence) return 'embedding';
  const { outlines, subset } = rightsOf(fsType);
  if (!outlines) return 'outlines';
  return subset ? undefined : 'subset';
}

/** True when a font with this `fsType` may be embedded as a subset. */
export function mayEmbed(fsType: number): boolean {
  return missingRight(fsType) === undefined;
}
