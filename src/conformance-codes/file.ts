/** What is said of files whose bytes and objects break a standard (`check/pdf/conformance/file/`). */
import { conformanceEntries } from './conformance-entries.js';

export const fileCodes = conformanceEntries({
  'PDFA-HEADER': {
    en: 'the file begins with “{line}”, which is not the header that the standard asks for',
    vi: 'tệp mở đầu bằng “{line}”, không phải dòng đầu mà tiêu chuẩn yêu cầu',
  },
  'PDFA-BINARY-COMMENT': {
    en: 'the second line is not a comment of at least four bytes above 127',
    vi: 'dòng thứ hai không phải chú thích gồm ít nhất bốn byte lớn hơn 127',
  },
});
