/** The NCX, the contents that readers of EPUB 2 show (DAISY NCX 2005-1; EPUB 3.3, 5.9.5). */
import type { ElementRule, RuleTable } from '../element-rule.js';
import { anyValue, language, ncName, oneOf } from '../values.js';
import type { Attributes } from './shared.js';

const spoken: Attributes = { 'xml:lang': language, dir: oneOf('ltr', 'rtl') };
const labelled: ElementRule = { holds: 'ncx:text, ncx:img?', takes: spoken };
const entry: Attributes = { id: ncName, class: anyValue, playOrder: anyValue };

const rules: Readonly<Record<string, ElementRule>> = {
  ncx: {
    holds: 'ncx:head, ncx:docTitle, ncx:docAuthor*, ncx:navMap, ncx:pageList?, ncx:navList*',
    takes: { ...spoken, version: oneOf('2005-1') },
    needs: ['version'],
  },
  head: { holds: 'ncx:meta+' },
  meta: {
    holds: 'empty',
    takes: { name: anyValue, content: anyValue, scheme: anyValue },
    needs: ['name', 'content'],
  },
  docTitle: { ...labelled, takes: { ...spoken, id: ncName } },
  docAuthor: { ...labelled, takes: { ...spoken, id: ncName } },
  text: { holds: '#text', takes: { id: ncName, class: anyValue } },
  img: { holds: 'empty', takes: { id: ncName, class: anyValue, src: anyValue }, needs: ['src'] },
  navMap: { holds: 'ncx:navInfo*, ncx:navLabel*, ncx:navPoint+', takes: { id: ncName } },
  navInfo: labelled,
  navLabel: labelled,
  navPoint: { holds: 'ncx:navLabel+, ncx:content, ncx:navPoint*', takes: entry, needs: ['id'] },
  content: { holds: 'empty', takes: { id: ncName, src: anyValue }, needs: ['src'] },
  pageList: { holds: 'ncx:navLabel?, ncx:navInfo?, ncx:pageTarget+', takes: { id: ncName, class: anyValue } },
  pageTarget: {
    holds: 'ncx:navLabel+, ncx:content',
    takes: { ...entry, value: anyValue, type: oneOf('front', 'normal', 'special') },
    needs: ['type'],
  },
  navList: { holds: 'ncx:navInfo*, ncx:navLabel+, ncx:navTarget+', takes: { id: ncName, class: anyValue } },
  navTarget: { holds: 'ncx:navLabel+, ncx:content', takes: { ...entry, value: anyValue }, needs: ['id'] },
};

/** The rules by their names: `ncx:navPoint`. */
export const ncxRules: RuleTable = Object.fromEntries(
  Object.entries(rules).map(([name, rule]) => [`ncx:${name}`, { ...rule, lacks: 'html', typed: false }]),
);
