/**
 * The fields by which a Vietnamese archive keeps a document (Thông tư 02/2019/TT-BNV), as one table: the
 * name of each in data, how it is called, and what of it a publication says anyway. Whoever reads a source,
 * writes XMP or prints a sheet takes the fields from here. No I/O.
 */
import { plainWord } from './plain-word.js';

interface Field {
  /** As an archivist calls it; a source may too. */
  readonly vi: string;
  readonly en: string;
  /** Text unless said. A date is `YYYY-MM-DD`, or as much of it as is known. */
  readonly type?: 'Date' | 'Integer';
}

/** In the order of the circular. */
export const recordFields = {
  DocCode: { vi: 'Mã định danh văn bản', en: 'Identifier of the document' },
  FileCode: { vi: 'Mã hồ sơ', en: 'Code of the file that it belongs to' },
  TypeName: { vi: 'Tên loại văn bản', en: 'Type of the document' },
  CodeNumber: { vi: 'Số của văn bản', en: 'Number of the document' },
  CodeNotation: { vi: 'Ký hiệu của văn bản', en: 'Notation of the document' },
  IssuedDate: { vi: 'Ngày, tháng, năm văn bản', en: 'Date of issue', type: 'Date' },
  OrganName: { vi: 'Tên cơ quan, tổ chức ban hành văn bản', en: 'Issuing organisation' },
  Subject: { vi: 'Trích yếu nội dung', en: 'Subject' },
  Language: { vi: 'Ngôn ngữ', en: 'Language' },
  PageAmount: { vi: 'Số lượng trang của văn bản', en: 'Number of pages', type: 'Integer' },
  Description: { vi: 'Ghi chú', en: 'Remarks' },
  InforSign: { vi: 'Ký hiệu thông tin', en: 'Information sign' },
  Keyword: { vi: 'Từ khóa', en: 'Keywords' },
  Mode: { vi: 'Chế độ sử dụng', en: 'Mode of use' },
  ConfidenceLevel: { vi: 'Mức độ tin cậy', en: 'Level of confidence' },
  Autograph: { vi: 'Bút tích', en: 'Autograph' },
  Format: { vi: 'Tình trạng vật lý', en: 'Physical condition' },
} as const satisfies Readonly<Record<string, Field>>;

export type RecordFieldName = keyof typeof recordFields;

/** What a source says of a document; pages are counted. */
export type ArchiveFields = Readonly<Partial<Record<RecordFieldName, string>>>;

/** One field with its value. */
export interface RecordEntry {
  readonly name: RecordFieldName;
  readonly field: Field;
  readonly value: string;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets what the table says
export const recordFieldNames = Object.keys(recordFields) as readonly RecordFieldName[];

/** The field that a key names: by its name in data or as archivists call it, in any case. */
export function recordFieldOf(key: string): RecordFieldName | undefined {
  return recordFieldNames.find((name) =>
    [name, recordFields[name].vi].some((one) => plainWord(one) === plainWord(key)),
  );
}

/** What of a publication's metadata is in its record. */
interface Recorded {
  readonly title?: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly language: string;
  readonly subjects?: readonly string[];
  readonly archive?: ArchiveFields;
}

/**
 * The record of a publication in the order of the circular: what the source says, and what it says in other
 * words (title, publisher, date, language, keywords); what nobody says is left out.
 */
export function archiveRecord(metadata: Recorded, pages: number): readonly RecordEntry[] {
  const { title, publisher, date, language, subjects, archive } = metadata;
  const derived: Readonly<Partial<Record<RecordFieldName, string | undefined>>> = {
    IssuedDate: date,
    OrganName: publisher,
    Subject: title,
    Language: language,
    PageAmount: String(pages),
    Keyword: subjects?.join(', '),
  };
  return recordFieldNames.flatMap((name) => {
    const value = archive?.[name] ?? derived[name];
    return value ? [{ name, field: recordFields[name], value }] : [];
  });
}
