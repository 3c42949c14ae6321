/**
 * The table of diagnostic codes: severity, the clause it rests on, the message in Vietnamese and
 * English with `{name}` slots, and a hint that says what to do. One section a stage, in the order
 * of the pipeline. A message never ends in a full stop; a hint is a sentence.
 */
import type { MessageLanguage, Severity } from './diagnostic.js';

interface CodeEntry extends Readonly<Record<MessageLanguage, string>> {
  readonly severity: Severity;
  /** The standard's clause or the law the code rests on. */
  readonly clause?: string;
  readonly hint?: Readonly<Record<MessageLanguage, string>>;
}

export type DiagnosticCode = keyof typeof table;

const table = {
  // ── read ──────────────────────────────────────────────────────────────────────────────────────
  'READ-EMPTY': {
    severity: 'error',
    en: 'the file is empty',
    vi: 'tệp rỗng',
    hint: { en: 'Paste the article text into it.', vi: 'Hãy dán nội dung bài vào tệp.' },
  },
  // ── assemble ──────────────────────────────────────────────────────────────────────────────────
  // ── template ──────────────────────────────────────────────────────────────────────────────────
  // ── style ─────────────────────────────────────────────────────────────────────────────────────
  // ── text ──────────────────────────────────────────────────────────────────────────────────────
  'TEXT-GLYPH': {
    severity: 'error',
    en: 'no font has the character {character} ({codePoint}); tried: {fonts}',
    vi: 'không phông chữ nào có ký tự {character} ({codePoint}); đã thử: {fonts}',
    hint: {
      en: 'Add a font that covers it to the font-family of the template.',
      vi: 'Hãy thêm vào font-family của mẫu một phông có ký tự này.',
    },
  },
  // ── layout ────────────────────────────────────────────────────────────────────────────────────
  // ── pdf, svg ──────────────────────────────────────────────────────────────────────────────────
  // ── epub ──────────────────────────────────────────────────────────────────────────────────────
  // ── check ─────────────────────────────────────────────────────────────────────────────────────
  // ── command line ──────────────────────────────────────────────────────────────────────────────
  'CLI-MISSING': {
    severity: 'error',
    en: 'there is no file or folder {path}',
    vi: 'không có tệp hay thư mục {path}',
    hint: {
      en: 'Check the spelling of the path; it is read from the current folder.',
      vi: 'Hãy kiểm tra lại đường dẫn, tính từ thư mục hiện tại.',
    },
  },
  'CLI-NO-SOURCE': {
    severity: 'error',
    en: 'the folder {path} has no .txt or .md file',
    vi: 'thư mục {path} không có tệp .txt hay .md nào',
    hint: {
      en: 'Put the articles in it, one file each, with their pictures beside them.',
      vi: 'Hãy đặt các bài vào đó, mỗi bài một tệp, ảnh để bên cạnh.',
    },
  },
  'CLI-OUTPUT': {
    severity: 'error',
    en: 'the output folder {path} cannot be made or written into',
    vi: 'không tạo hoặc không ghi được thư mục kết quả {path}',
    hint: {
      en: 'Choose another folder with --output, or ask for the right to write there; nothing was built.',
      vi: 'Hãy chọn thư mục khác bằng --output hoặc xin quyền ghi; chưa ấn bản nào được tạo.',
    },
  },
  'CLI-OUTPUT-FILE': {
    severity: 'error',
    en: 'the output folder {path} cannot be made: a file stands in its place',
    vi: 'không tạo được thư mục kết quả {path}: một tệp đang chiếm chỗ',
    hint: {
      en: 'Choose another folder with --output, or move that file away; nothing was built.',
      vi: 'Hãy chọn thư mục khác bằng --output hoặc dời tệp đó đi; chưa ấn bản nào được tạo.',
    },
  },
  'CLI-WRITE': {
    severity: 'error',
    en: '{path} could not be written',
    vi: 'không ghi được {path}',
    hint: {
      en: 'Is it open in another program, or the disk full? No part of it was left behind.',
      vi: 'Tệp có đang mở trong chương trình khác, hay đĩa đã đầy? Không có phần dở dang nào bị để lại.',
    },
  },
  'CLI-SAME-NAME': {
    severity: 'error',
    en: '{path} was already made of {other} in this run, so it is not written again',
    vi: '{path} đã được tạo từ {other} trong lần chạy này nên không ghi đè',
    hint: {
      en: 'Rename one of the two files: the editions take their names from the file.',
      vi: 'Hãy đổi tên một trong hai tệp: các ấn bản lấy tên theo tệp nguồn.',
    },
  },
  'CLI-BUG': {
    severity: 'error',
    en: 'anpham failed by a fault of its own: {message}',
    vi: 'anpham gặp lỗi của chính chương trình: {message}',
    hint: {
      en: 'Nothing of this file was written. Please report it; ANPHAM_DEBUG=1 shows where it happened.',
      vi: 'Chưa ghi gì từ tệp này. Xin hãy báo lỗi; đặt ANPHAM_DEBUG=1 để thấy chỗ xảy ra.',
    },
  },
} satisfies Record<string, CodeEntry>;

/** The table, read by code. */
export const codes: Readonly<Record<DiagnosticCode, CodeEntry>> = table;
