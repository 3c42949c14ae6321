/** Lengths that people say in other units than points (CSS Values 4, 6.2). */

/** pt */
export const millimetre = 72 / 25.4;
