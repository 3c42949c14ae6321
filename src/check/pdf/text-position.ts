/** Where text is shown (ISO 32000-1, 9.4.1 and 9.4.2): the operators that begin text and move on to lines. */
import { identity, matrixOf, multiply, type GraphicsState, type Matrix } from './graphics-state.js';

export class TextPosition {
  /** From text space to user space: where the next glyph begins. */
  matrix: Matrix = identity;
  #line: Matrix = identity;

  /** Runs an operator; false when it is none of these. */
  run(name: string, [a = 0, b = 0, ...more]: readonly number[], state: GraphicsState): boolean {
    switch (name) {
      case 'BT':
        this.#line = identity;
        this.matrix = identity;
        return true;
      case 'Tm':
        this.#line = matrixOf([a, b, ...more]);
        this.matrix = this.#line;
        return true;
      case 'TD':
        state.leading = -b;
        this.newLine(a, b);
        return true;
      case 'Td':
        this.newLine(a, b);
        return true;
      case 'T*':
        this.newLine(0, -state.leading);
        return true;
      default:
        return false;
    }
  }

  newLine(x: number, y: number): void {
    this.#line = multiply([1, 0, 0, 1, x, y], this.#line);
    this.matrix = this.#line;
  }

  /** Goes on along the line. */
  advance(by: number): void {
    this.matrix = multiply([1, 0, 0, 1, by, 0], this.matrix);
  }
}
