/** True for a text with a character of a Private Use Area (The Unicode Standard, 23.5). */
export function hasPrivateUse(text: string | undefined): boolean {
  return text !== undefined && /\p{Co}/u.test(text);
}
