/**
 * Alternative texts that are none: words that programs put in where people wrote nothing, and names of files
 * (WCAG 2.2, 1.1.1, F30).
 */

const placeholder =
  /^(?:image|img|photo|picture|figure|illustration|graphic|untitled|ảnh|hình|hình ảnh|hình minh họa|placeholder|image-placeholder|alt|alt text|[^\p{L}\p{N}]*|.*\.(?:jpe?g|png|gif|svg|webp))(?: *[\d.-]+)?$/iu;

/** Characters; what is longer was written by somebody. */
const mostPlaceholder = 100;

/** Whether a text says nothing of the picture whose file lies at `path`. */
export function isPlaceholderAlt(alt: string, path: string): boolean {
  const words = alt.trim().normalize();
  return words.length <= mostPlaceholder && (placeholder.test(words) || isFileName(words, path));
}

/** Whether a text is the picture's file name, or that without its ending. */
function isFileName(words: string, path: string): boolean {
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  // `cover` and the like are words too; names of files have digits, hyphens or underscores in them.
  return file !== '' && /[\d_-]/.test(file) && words.toLowerCase() === file.toLowerCase();
}
