/**
 * A name in any Latin script → lower-case ASCII for file names and ids: đ becomes d, marks are taken
 * off (NFD), everything else becomes a hyphen.
 */
export function slug(name: string): string {
  return name
    .replace(/[đĐðÐ]/g, 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
