/**
 * The ICC profile of a printer (ISO 15930-7, 6.2): that of a printer in CMYK, whole. In: where it lies,
 * through the host; out: its bytes, or a diagnostic that says which of the many things that a profile can be
 * instead it is, at the line of the printer's file that names it.
 */
import { diagnostic, type DiagnosticCode, type Staged } from '../diagnostic.js';
import type { Host } from '../host.js';
import { isProfile, isWhole, profileClass, profileColours } from './inspect-profile.js';
import type { PrintingCondition } from './printer.js';

/** Bytes that no profile has. */
export const mostProfileBytes = 64 << 20;

/** Reads the profile of a printing condition; undefined, with an error for the print edition, when it is none. */
export function readPrintingProfile(
  { profile: path, span }: PrintingCondition,
  host: Host,
): Staged<Uint8Array | undefined> {
  const fail = (code: DiagnosticCode, values = {}): Staged<undefined> => ({
    value: undefined,
    diagnostics: [diagnostic(code, { path, ...values }, { span, edition: 'print' })],
  });
  const file = host.read(path, mostProfileBytes);
  if (!file.ok) {
    if (file.reason === 'missing') return fail('PRINTER-PROFILE-MISSING');
    return fail(file.reason === 'large' ? 'PRINTER-PROFILE' : 'PRINTER-PROFILE-UNREAD');
  }
  const { bytes } = file;
  if (bytes.length === 0) return fail('PRINTER-PROFILE-EMPTY');
  if (!isProfile(bytes)) return fail('PRINTER-PROFILE');
  const [space, kind] = [profileColours(bytes).trim(), profileClass(bytes)];
  if (space !== 'CMYK' || kind !== 'prtr') return fail('PRINTER-PROFILE-KIND', { space, kind });
  return isWhole(bytes) ? { value: bytes, diagnostics: [] } : fail('PRINTER-PROFILE-DAMAGED');
}
