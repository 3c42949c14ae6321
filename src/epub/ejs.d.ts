/** The part of `ejs` (which has no types of its own) that the project calls. */
declare module 'ejs' {
  export function compile(template: string): (data: object) => string;
}
