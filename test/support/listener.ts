/** A terminal for tests: keeps what it is told, by stream. */
import type { Terminal } from '../../src/cli/terminal.js';

export interface Listener {
  readonly terminal: Terminal;
  readonly said: {
    readonly out: string;
    readonly err: string;
    /** Both in the order in which they came. */
    readonly all: string;
  };
}

/** Makes one, 100 columns wide, without colours unless asked. */
export function listener(language: 'vi' | 'en' = 'en', colour = false): Listener {
  const said = { out: '', err: '', all: '' };
  const keep =
    (stream: 'out' | 'err') =>
    (text: string): void => {
      said[stream] += text;
      said.all += text;
    };
  const terminal = {
    out: keep('out'),
    err: keep('err'),
    live: false,
    colour: { out: colour, err: false },
    width: 100,
    language,
    debug: false,
  };
  return { terminal, said };
}
