/**
 * A name in any Latin script → lower-case ASCII for file names and ids: đ becomes d, marks are taken
 * off (NFD), everything else becomes a hyphen.
 */
export function slug(name: string): string {
  const parted = name
    .replace(/[đĐðÐ]/g, 'd')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '');
  // The marks of all other scripts make a slow pattern; most names have none.
  return (/[\u0080-\uffff]/.test(parted) ? parted.replace(/\p{M}/gu, '') : parted)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
