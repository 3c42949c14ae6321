import { describe, expect, it } from 'vitest';
import type { Staged } from '../../../src/diagnostic.js';
import { listTemplates, loadTemplate } from '../../../src/template/load-template.js';
import { ebookSlots, pageSlots, type Template } from '../../../src/template/template.js';
import { memoryHost } from '../../support/memory-host.js';

const yaml = `name: mine
description: { vi: Của tôi, en: Mine }
editions: [print]
slots:
  pages:
    masthead: head.liquid
stylesheets:
  print: [print.css]
`;
const files = {
  'mine/template.yaml': yaml,
  'mine/head.liquid': '<p>{{ publication.title }}</p>',
  'mine/print.css': 'p { color: red }',
};

/** Codes with their place, as `CODE line:column values`. */
function told(staged: Staged<Template | undefined>): readonly string[] {
  return staged.diagnostics.map(
    ({ code, span, values }) =>
      `${code} ${span?.file}:${span?.line}:${span?.column} ${Object.values(values).join('; ')}`,
  );
}

describe('loadTemplate', () => {
  it.each(['article', 'bulletin'])('loads the built-in template %s without complaint', (name) => {
    const loaded = loadTemplate(name, memoryHost());
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.value?.name).toBe(name);
    expect(loaded.value?.editions).toEqual(['print', 'archive', 'ebook']);
    expect(loaded.value?.stylesheets.print[0]?.path).toBe(`package:/templates/${name}/print.css`);
    expect(Object.keys(loaded.value?.labels.vi ?? {})).toEqual(Object.keys(loaded.value?.labels.en ?? {}));
  });

  it('lists the templates there are', () => {
    expect(listTemplates(memoryHost()).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['article', 'bulletin']),
    );
  });

  it('loads a folder of the user, with or without a slash at its end', () => {
    const host = memoryHost(files);
    expect(loadTemplate('mine/', host).value?.pages.get('masthead')).toEqual({
      path: 'mine/head.liquid',
      source: '<p>{{ publication.title }}</p>',
    });
    expect(loadTemplate('./mine', host).diagnostics).toEqual([]);
  });

  it('names the templates there are when the name is unknown', () => {
    const [problem] = loadTemplate('bulletn', memoryHost()).diagnostics;
    expect(problem?.code).toBe('TEMPLATE-UNKNOWN');
    expect(problem?.values['known']).toContain('article, bulletin');
  });

  it('wants a template.yaml in the folder', () => {
    expect(told(loadTemplate('mine', memoryHost({ 'mine/print.css': '' })))).toEqual([
      'TEMPLATE-FILE mine/template.yaml:undefined:undefined mine/template.yaml',
    ]);
  });

  it('points at every unknown key and wrong value', () => {
    const wrong = yaml
      .replace('editions: [print]', 'editions: [print, paper]')
      .replace('print: [print.css]', 'print: print.css')
      .concat('colour: red\n');
    const staged = loadTemplate('mine', memoryHost({ ...files, 'mine/template.yaml': wrong }));
    expect(staged.value).toBeUndefined();
    expect(told(staged)).toEqual([
      'TEMPLATE-VALUE mine/template.yaml:3:19 editions.2; print | archive | ebook',
      'TEMPLATE-VALUE mine/template.yaml:8:3 stylesheets.print; list',
      'TEMPLATE-KEY mine/template.yaml:9:1 colour',
    ]);
  });

  it('says where the YAML itself is broken', () => {
    const [problem] = loadTemplate(
      'mine',
      memoryHost({ 'mine/template.yaml': 'name: [a\nb: c' }),
    ).diagnostics;
    expect(problem).toMatchObject({ code: 'TEMPLATE-YAML', span: { file: 'mine/template.yaml', line: 2 } });
  });

  it('wants a default that is one of the choices', () => {
    const option = `options:
  accent:
    type: choice
    label: { vi: Màu, en: Colour }
    default: blue
    choices: { red: { label: { vi: Đỏ, en: Red }, set: { --accent: red } } }
`;
    expect(told(loadTemplate('mine', memoryHost({ ...files, 'mine/template.yaml': yaml + option })))).toEqual(
      ['TEMPLATE-VALUE mine/template.yaml:13:5 options.accent.default; one of its choices'],
    );
  });

  it('points at the line that names a missing file, and reads nothing outside its folder', () => {
    const outside = yaml.replace('head.liquid', '../secret.liquid');
    const host = memoryHost({ ...files, 'secret.liquid': 'x', 'mine/template.yaml': outside });
    expect(told(loadTemplate('mine', host))).toEqual([
      'TEMPLATE-FILE mine/template.yaml:6:5 mine/../secret.liquid',
    ]);
    const { 'mine/print.css': _, ...without } = files;
    expect(told(loadTemplate('mine', memoryHost(without)))).toEqual([
      'TEMPLATE-FILE mine/template.yaml:8:11 mine/print.css',
    ]);
  });

  it('says where Liquid is broken', () => {
    const broken = { ...files, 'mine/head.liquid': '<p>\n  {{ a | nofilter }}</p>' };
    expect(told(loadTemplate('mine', memoryHost(broken)))).toEqual([
      'TEMPLATE-LIQUID mine/head.liquid:2:3 undefined filter: nofilter',
    ]);
    const open = { ...files, 'mine/head.liquid': '{% if a %}x' };
    expect(told(loadTemplate('mine', memoryHost(open)))).toEqual([
      'TEMPLATE-LIQUID mine/head.liquid:1:1 tag {% if a %} not closed',
    ]);
  });

  it.each(['sample', 'date_to_string'])(
    'has no filter %s, whose result changes from run to run',
    (filter) => {
      const text = { ...files, 'mine/head.liquid': `{{ a | ${filter} }}` };
      expect(told(loadTemplate('mine', memoryHost(text)))).toEqual([
        `TEMPLATE-LIQUID mine/head.liquid:1:1 undefined filter: ${filter}`,
      ]);
    },
  );
});

describe('templates/README.md', () => {
  it('names every slot and every template', () => {
    const read = memoryHost().read('package:/templates/README.md');
    const words = read.ok ? new TextDecoder().decode(read.bytes) : '';
    const names = [...pageSlots, ...ebookSlots, ...listTemplates(memoryHost()).map(({ name }) => name)];
    expect(names.filter((name) => !words.includes(`\`${name}\``))).toEqual([]);
  });
});
