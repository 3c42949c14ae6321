/** Clearance and collapsing margins (CSS 2.2, 8.3.1 and 9.5.2), with 10 pt squares on a page 100 pt wide. */
import { describe, expect, it } from 'vitest';
import { h, layOut, textsOf } from '../../support/lay-out.js';

const float = '.f { float: left; width: 30pt; height: 25pt }';

/** Texts from top to bottom, whatever is painted first. */
async function places(css: string, ...body: Parameters<typeof layOut>[1]): Promise<readonly string[]> {
  const { pages } = await layOut(`${float} ${css}`, body);
  const texts = textsOf(pages[0]).toSorted((a, b) => a.top - b.top || a.x - b.x);
  return texts.map(({ text, x, top }) => `${text}@${x},${top}`);
}

describe('clearance', () => {
  it('is none where margins alone lead past the float', async () => {
    const css = '.o { margin-top: 5pt } .c { clear: left; margin-top: 30pt }';
    const found = await places(css, h('p', 'x'), h('div.f', 'f'), h('div.o', h('p.c', 'a')));
    // The float stands at 10, down to 35; the margins collapse to 30, below the line at 40.
    expect(found).toEqual(['x@0,0', 'f@0,10', 'a@0,40']);
  });

  it('of a first child leaves its margin out of its parent’s', async () => {
    const css = '.o { margin-top: 5pt } .c { clear: left; margin-top: 20pt }';
    const found = await places(
      css,
      h('p', 'x'),
      h('div.f', 'f'),
      h('div.o', h('p', h('span')), h('p.c', 'a')),
    );
    expect(found).toEqual(['x@0,0', 'f@0,10', 'a@0,35']);
  });

  it('parts a float from a margin that would move it along, however large', async () => {
    const css = '.c { clear: left; margin-top: 60pt }';
    const found = await places(css, h('p', 'x'), h('div', h('div', h('div.f', 'f')), h('p.c', 'a')));
    expect(found).toEqual(['x@0,0', 'f@0,10', 'a@0,35']);
  });

  it('of an empty box encloses the floats and swallows its margin', async () => {
    const css = '.c { clear: left; margin-top: 60pt }';
    const found = await places(css, h('div', h('div.f', 'f'), h('div.c')), h('p', 'a'));
    expect(found).toEqual(['f@0,0', 'a@0,25']);
  });

  it('does not keep a margin that comes after an empty cleared box from collapsing with its own', async () => {
    const css = '.c { clear: left; margin-bottom: 10pt } .d { margin-top: 15pt }';
    const found = await places(css, h('div.f', 'f'), h('div.c'), h('p.d', 'a'));
    // The empty box stands at 25, its margins above it reach 10 up; the larger margin begins there.
    expect(found).toEqual(['f@0,0', 'a@0,30']);
  });
});

describe('a line break that clears', () => {
  it('puts the next line below the floats', async () => {
    const found = await places('br { clear: both }', h('p', h('span.f', 'f'), 'a', h('br'), 'b'));
    expect(found).toEqual(['f@0,0', 'a@30,0', 'b@0,25']);
  });

  it('makes its block enclose them', async () => {
    const found = await places('br { clear: left }', h('div.f', 'f'), h('p', 'a', h('br')), h('p', 'b'));
    expect(found).toEqual(['f@0,0', 'a@30,0', 'b@0,25']);
  });
});

describe('formatting contexts beside floats', () => {
  const bfc = '.b { overflow: hidden }';

  it('have room over their whole height', async () => {
    const css = `${bfc} .f { clear: left } .g { width: 60pt } .b { width: 50pt; height: 30pt }`;
    const found = await places(css, h('div.f', 'f'), h('div.f.g', 'g'), h('div.b', 'a'), h('div.b', 'b'));
    // 50 pt fit beside the first float only, which is too low for 30 pt: both go below the second.
    expect(found).toEqual(['f@0,0', 'g@0,25', 'a@0,50', 'b@0,80']);
  });

  it('become narrower where a lower float asks for it', async () => {
    const css = `${bfc} .f { clear: left } .g { width: 60pt }`;
    const found = await places(css, h('div.f', 'f'), h('div.f.g', 'g'), h('div.b', 'aaa bbb ccc ddd eee'));
    expect(found).toEqual([
      'f@0,0',
      'aaa@60,0',
      'bbb@60,10',
      'ccc@60,20',
      'g@0,25',
      'ddd@60,30',
      'eee@60,40',
    ]);
  });

  it('may have their margins under the float', async () => {
    const css = `${bfc} .b { width: 70pt; margin: 0 10pt }`;
    const found = await places(css, h('div.f', 'f'), h('div.b', 'a'));
    expect(found).toEqual(['f@0,0', 'a@30,0']);
  });

  it('move a float along by their margin when they fit beside it, and only then', async () => {
    const css = `${bfc} .b { margin-top: 20pt } .n { width: 80pt }`;
    const nested = (name: string) => h('div', h('div', h('div.f', 'f')), h(name, 'a'));
    expect(await places(css, h('p', 'x'), nested('div.b'))).toEqual(['x@0,0', 'f@0,30', 'a@30,30']);
    expect(await places(css, h('p', 'x'), nested('div.b.n'))).toEqual(['x@0,0', 'f@0,10', 'a@0,35']);
  });

  it('share what a float leaves by auto margins', async () => {
    const css = `${bfc} .b { width: 20pt; margin: 0 auto } .e { margin-right: 0 }`;
    const found = await places(css, h('div.f', 'f'), h('div.b', 'a'), h('div.b.e', 'b'));
    expect(found).toEqual(['f@0,0', 'a@55,0', 'b@80,10']);
  });
});

describe('formatting contexts inside each other', () => {
  it('beside floats are laid out in a moment however deep they are', async () => {
    let inner = h('p', 'x');
    for (let i = 0; i < 24; i += 1) inner = h('div.b', h('div.f.l'), h('div.f.l.g'), inner);
    const css = '.b { overflow: hidden } .l { clear: left; width: 1pt; height: 1pt } .g { width: 2pt }';
    const found = await places(css, inner);
    // Three are moved beside both floats, twenty beside the first only, and the line beside both.
    expect(found).toEqual(['x@28,0']);
  });
});

describe('floats beside others', () => {
  it('do not stick out of their container beside one further out', async () => {
    const css = '.o { margin-left: 50pt } .w { height: 10pt; width: 55pt }';
    const found = await places(css, h('div.f', 'f'), h('div.o', h('div.f.w', 'w')));
    expect(found).toEqual(['f@0,0', 'w@50,25']);
  });

  it('do not stick out over a float of the other side', async () => {
    const css = '.r { float: right; width: 20pt; height: 10pt } .o { margin-right: 40pt } .w { width: 90pt }';
    const found = await places(css, h('div.r', 'r'), h('div.o', h('div.f.w', 'w')));
    expect(found).toEqual(['r@80,0', 'w@0,10']);
  });
});

describe('lines beside floats', () => {
  it('have room over their whole height', async () => {
    const css =
      '.f { clear: left; height: 15pt } .g { width: 60pt } .a { display: inline-block; width: 50pt; height: 30pt }';
    const found = await places(css, h('div.f', 'f'), h('div.f.g', 'g'), h('p', h('span.a', 'a')));
    expect(found).toEqual(['f@0,0', 'g@0,15', 'a@0,30']);
  });
});
