/** What is said of the facts that a source gives of its publication: numbers, persons, claims. */
import type { CodeEntry } from '../code-entry.js';

export const factCodes = {
  'READ-FACTS-FILE': {
    severity: 'error',
    clause: 'YAML 1.2',
    en: 'the file of facts beside the text is not valid YAML: {yaml}',
    vi: 'tệp thông tin cạnh bài không đúng YAML: {yaml}',
    hint: {
      en: 'Write “key: value” lines; quote a value that holds a colon.',
      vi: 'Hãy viết các dòng “khóa: giá trị”; giá trị có dấu hai chấm phải đặt trong ngoặc kép.',
    },
  },
  'FACT-KEY': {
    severity: 'warning',
    en: '“{key}” says nothing here; it is left out',
    vi: '“{key}” không có nghĩa gì ở đây nên bị bỏ',
    hint: {
      en: 'The keys are listed in schema/publication.schema.json.',
      vi: 'Danh sách khóa nằm trong schema/publication.schema.json.',
    },
  },
  'FACT-DIGIT': {
    severity: 'error',
    clause: 'ISO 2108, ISO 3297',
    en: 'the {number} under “{key}” is wrong: with these digits the last would have to be {digit}',
    vi: '{number} ở “{key}” sai: với các chữ số này thì chữ số cuối phải là {digit}',
    hint: {
      en: 'Compare it with the number that was assigned, digit by digit.',
      vi: 'Hãy so từng chữ số với số đã được cấp.',
    },
  },
  'FACT-NEEDS': {
    severity: 'error',
    en: 'what stands under “{key}” says nothing without “{needs}”; it is left out',
    vi: 'phần ghi ở “{key}” thiếu “{needs}” thì không có nghĩa nên bị bỏ',
    hint: { en: 'Write that key too, or take this one away.', vi: 'Hãy ghi thêm khóa ấy hoặc bỏ khóa này.' },
  },
} satisfies Record<string, CodeEntry>;
