/** EPUBCheck over an ebook of fixed layout, made of an article with notes, a table, a list and a picture. */
import { expect, it } from 'vitest';
import { publish } from '../../src/publish.js';
import { memoryHost } from '../support/memory-host.js';
import { jpeg } from '../support/set-markdown.js';
import { checkBytes, epubCheck } from '../support/tools.js';
import { describeWith } from '../support/with-tools.js';

const markdown = `---
title: Chợ phiên
date: 2020-01-13
---

{.lead}
Chợ *phiên* họp, xem [bảng](#bang) và [nguồn](https://example.org/a).[^1]

[^1]: Ghi theo lời kể.

![Cảnh chợ](a.jpg "Chợ Đồng Đăng. Ảnh: Hà My")

## Việc

1. một việc
   - việc con

> Một câu trích.

| Huyện | Số |
| --- | --- |
| Cao Lộc | |

: Dân số {#bang}
`;

describeWith(['epubcheck'], 'EPUBCheck finds nothing', () => {
  it('in an ebook of fixed layout', async () => {
    const host = memoryHost({ 'bai.md': markdown, 'a.jpg': await jpeg(900, 600) });
    const { artifacts } = await publish(
      'bai.md',
      { editions: ['print', 'ebook'], ebook: { fixedLayout: true } },
      host,
    );
    const fixed = artifacts.find(({ name }) => name === 'bai.fixed.epub');
    const found = checkBytes('bai.fixed.epub', fixed?.bytes ?? new Uint8Array(0), epubCheck);
    expect(found).toEqual({ file: 'bai.fixed.epub', passed: true, said: [] });
  });
});
