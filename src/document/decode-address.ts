/** Addresses of links and pictures, which writers and parsers percent-encode: file names and ids are plain. */

/** The address with its percent signs decoded; as it is where they encode nothing (RFC 3986, 2.1). */
export function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
