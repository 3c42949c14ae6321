/** The name in a path, wherever it was written: `/` and `\` both separate folders. */

/** File name without folders and ending: `input/bai.txt` → `bai`, `tin\bai.md` → `bai`, `sach/` → `sach`. */
export function pathName(path: string): string {
  return path
    .replace(/[\\/]+$/, '')
    .replace(/^.*[\\/]/s, '')
    .replace(/\.[^.]*$/, '');
}
