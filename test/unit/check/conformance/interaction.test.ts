import { describe, expect, it } from 'vitest';
import { interactionCodes } from '../../../../src/conformance-codes/interaction.js';
import type { StandardName } from '../../../../src/check/pdf/conformance/standards.js';
import { saidOf, type Change } from '../../../support/broken-twin.js';
import { stream, taggedObjects, type TinyObjects } from '../../../support/tiny-pdf.js';

/** Everything that a reader meets beside the pages, and nothing wrong with it. */
const good: TinyObjects = {
  ...taggedObjects,
  1: `${taggedObjects[1]?.replace(/\/Names << .* >> >>$/, '')} /AcroForm 40 0 R /Outlines 45 0 R /OCProperties 50 0 R /Names 55 0 R /AF [57 0 R] >>`,
  4: `${taggedObjects[4]?.replace('/Annots [16 0 R]', '/Annots [16 0 R 41 0 R 42 0 R]')}`,
  11: '<< /S /Document /P 10 0 R /NS 58 0 R /K [12 0 R 14 0 R 46 0 R 47 0 R] >>',
  15: '<< /Nums [0 [12 0 R] 1 [12 0 R 13 0 R 14 0 R] 2 13 0 R 3 46 0 R 4 47 0 R] >>',
  16: '<< /Type /Annot /Subtype /Link /Rect [10 10 20 20] /StructParent 2 /F 4 /Contents (Bai hai) /A << /S /URI /URI (a) >> >>',
  40: '<< /Fields [41 0 R] >>',
  41: '<< /Type /Annot /Subtype /Widget /FT /Btn /T (o) /TU (Chon) /Contents (Chon) /Rect [30 10 40 20] /StructParent 3 /F 4 /AP << /N << /Yes 44 0 R >> >> >>',
  42: '<< /Type /Annot /Subtype /Square /Rect [50 10 60 20] /StructParent 4 /F 4 /Contents (Khung) /AP << /N 44 0 R >> >>',
  44: stream('', '/Type /XObject /Subtype /Form /BBox [0 0 10 10]'),
  45: '<< /First 48 0 R /Last 49 0 R /Count 2 >>',
  46: '<< /S /Form /P 11 0 R /Pg 4 0 R /K << /Type /OBJR /Pg 4 0 R /Obj 41 0 R >> >>',
  47: '<< /S /Annot /P 11 0 R /Pg 4 0 R /K << /Type /OBJR /Pg 4 0 R /Obj 42 0 R >> >>',
  48: '<< /Title (Mot) /Parent 45 0 R /Next 49 0 R /Dest [12 0 R /Fit] >>',
  49: '<< /Title (Hai) /Parent 45 0 R /Prev 48 0 R /A << /S /GoTo /D (b) /SD [13 0 R /Fit] >> >>',
  50: '<< /OCGs [51 0 R 52 0 R] /D << /Name (Chinh) /Order [51 0 R [(Nhom) 52 0 R]] >> /Configs [<< /Name (Phu) >>] >>',
  51: '<< /Type /OCG /Name (Lop mot) >>',
  52: '<< /Type /OCG /Name (Lop hai) >>',
  55: '<< /Dests << /Names [(a) 12 0 R (b) [12 0 R /Fit]] >> /EmbeddedFiles << /Names [(t) 57 0 R] >> >>',
  56: stream('hai chu', '/Type /EmbeddedFile /Subtype /application#2Fpdf'),
  57: '<< /Type /Filespec /F (a.pdf) /UF (a.pdf) /Desc (Ban goc) /AFRelationship /Source /EF << /F 56 0 R >> >>',
  58: '<< /Type /Namespace /NS (http://iso.org/pdf2/ssn) >>',
};

const said = (standard: StandardName, ...changes: readonly Change[]): readonly string[] =>
  saidOf(interactionCodes, good, standard, changes);

describe('what a reader meets beside the pages', () => {
  it.each<StandardName>(['pdfa-3a', 'pdfa-4f', 'pdfua-1', 'pdfua-2'])('may be good by %s', (standard) => {
    expect(said(standard)).toEqual([]);
  });
});

describe('an annotation', () => {
  it.each<[StandardName, string, ...Change[]]>([
    ['pdfa-3a', 'PDFA-ANNOTATION-TYPE', [42, '/Square', '/Movie']],
    ['pdfa-1a', 'PDFA-ANNOTATION-TYPE', [42, '/Square', '/Polygon']],
    ['pdfa-4', 'PDFA-ANNOTATION-TYPE', [42, '/Square', '/FileAttachment']],
    ['pdfa-3a', 'PDFA-ANNOTATION-F', [42, '/F 4', '']],
    ['pdfa-4f', 'PDFA-ANNOTATION-F', [16, '/F 4', '']],
    ['pdfa-3a', 'PDFA-ANNOTATION-HIDDEN', [42, '/F 4', '/F 0']],
    ['pdfa-3a', 'PDFA-ANNOTATION-HIDDEN', [42, '/F 4', '/F 260']],
    ['pdfa-1a', 'PDFA-ANNOTATION-HIDDEN', [42, '/F 4', '/F 36']],
    ['pdfa-1a', 'PDFA-ANNOTATION-OPACITY', [42, '/F 4', '/F 4 /CA 0.5']],
    ['pdfa-1a', 'PDFA-ANNOTATION-COLOR', [42, '/F 4', '/F 4 /C [1 0 0]']],
    ['pdfa-3a', 'PDFA-APPEARANCE', [42, '/AP << /N 44 0 R >>', '']],
    ['pdfa-3a', 'PDFA-APPEARANCE-KEYS', [42, '/N 44', '/D 44 0 R /N 44']],
    ['pdfa-3a', 'PDFA-APPEARANCE-BUTTON', [41, '<< /Yes 44 0 R >>', '44 0 R']],
    ['pdfa-4f', 'PDFA-APPEARANCE-STREAM', [42, '44 0 R', '<< /Yes 44 0 R >>']],
    ['pdfua-1', 'PDFUA-ANNOTATION-TAG', [47, '/S /Annot', '/S /P']],
    ['pdfua-1', 'PDFUA-ANNOTATION-DESCRIPTION', [42, '/Contents (Khung)', '']],
    ['pdfua-1', 'PDFUA-LINK-TAG', [13, '/S /Link', '/S /Span']],
    ['pdfua-1', 'PDFUA-ANNOTATION-TYPE', [42, '/Square', '/TrapNet']],
    ['pdfua-1', 'PDFUA-TABS', [4, '/Tabs /S', '']],
    ['pdfua-1', 'PDFUA-PRINTER-MARK', [42, '/Square', '/PrinterMark']],
    ['pdfua-2', 'PDFUA-TABS', [4, '/Tabs /S', '/Tabs /C']],
    ['pdfua-2', 'PDFUA-ANNOTATION-TAG', [47, '/S /Annot', '/S /P']],
    ['pdfua-2', 'PDFUA-ANNOTATION-ARTIFACT', [42, '/F 4', '/F 5']],
    ['pdfua-2', 'PDFUA-ANNOTATION-ARTIFACT', [41, '[30 10 40 20]', '[30 10 30 10]']],
    ['pdfua-2', 'PDFUA-ANNOTATION-ARTIFACT', [42, '/Square', '/Popup']],
    ['pdfua-2', 'PDFUA-ANNOTATION-CONTENTS', [42, '/Square', '/Ink'], [42, '/Contents (Khung)', '']],
    ['pdfua-2', 'PDFUA-ANNOTATION-TYPE', [42, '/Square', '/Movie']],
    ['pdfua-2', 'PDFUA-PRINTER-MARK', [42, '/Square', '/PrinterMark']],
    ['pdfua-2', 'PDFUA-ANNOTATION-ALT', [47, '/S /Annot', '/S /Annot /Alt (khac)']],
    ['pdfua-2', 'PDFUA-LINK-TAG', [13, '/S /Link', '/S /Span']],
    [
      'pdfua-2',
      'PDFUA-LINK-TARGETS',
      [42, '/Square', '/Link /A << /S /URI /URI (b) >>'],
      [42, '/StructParent 4', '/StructParent 2'],
    ],
    ['pdfua-2', 'PDFUA-ATTACHMENT-RELATION', [42, '/Square', '/FileAttachment /FS << /F (a) >>']],
  ])('%s: %s', (standard, code, ...changes) => {
    expect(said(standard, ...changes)).toContain(code);
  });

  it('may be outside the page or hidden', () => {
    const bare = [42, '/Contents (Khung)', ''] as const;
    expect(said('pdfua-1', bare, [42, '[50 10 60 20]', '[250 10 260 20]'])).toEqual([]);
    expect(said('pdfua-1', bare, [42, '/F 4', '/F 2'])).toEqual([]);
  });

  it('needs no appearance as a link, or when it has no area', () => {
    expect(said('pdfa-3a', [42, '[50 10 60 20]', '[50 10 50 10]'], [42, '/AP << /N 44 0 R >>', ''])).toEqual(
      [],
    );
  });
});

describe('a form', () => {
  it.each<[StandardName, string, ...Change[]]>([
    ['pdfa-3a', 'PDFA-NEED-APPEARANCES', [40, '<<', '<< /NeedAppearances true']],
    ['pdfa-1a', 'PDFA-WIDGET-APPEARANCE', [41, '/AP', '/XX']],
    ['pdfa-4f', 'PDFA-WIDGET-ACTION', [41, '/F 4', '/F 4 /A << /S /URI >>']],
    ['pdfa-3a', 'PDFA-WIDGET-TRIGGER', [41, '/F 4', '/F 4 /AA << >>']],
    ['pdfa-3a', 'PDFA-FIELD-TRIGGER', [41, '/F 4', '/F 4 /AA << >>']],
    ['pdfa-3a', 'PDFA-XFA', [40, '<<', '<< /XFA 44 0 R']],
    ['pdfua-2', 'PDFA-XFA', [40, '<<', '<< /XFA 44 0 R']],
    ['pdfa-3a', 'PDFA-NEEDS-RENDERING', [1, '/Lang', '/NeedsRendering true /Lang']],
    [
      'pdfua-1',
      'PDFUA-DYNAMIC-XFA',
      [40, '<<', '<< /XFA [(config) 44 0 R]'],
      [44, '', stream('<dynamicRender >required</dynamicRender>')],
    ],
    ['pdfua-1', 'PDFUA-FIELD-NAME', [41, '/TU (Chon)', '']],
    ['pdfua-1', 'PDFUA-FORM-CHILD', [46, '/K <<', '/K [1 <<'], [46, '41 0 R >>', '41 0 R >>]']],
    ['pdfua-1', 'PDFUA-WIDGET-TAG', [46, '/S /Form', '/S /P']],
    ['pdfua-2', 'PDFUA-WIDGET-TAG', [46, '/S /Form', '/S /P']],
    ['pdfua-2', 'PDFUA-WIDGET-LABEL', [41, '/Contents (Chon)', '']],
    [
      'pdfua-2',
      'PDFUA-FORM-WIDGETS',
      [42, '/Square', '/Widget'],
      [46, '/K <<', '/K [<< /Type /OBJR /Obj 42 0 R >> <<'],
      [46, '41 0 R >>', '41 0 R >>]'],
    ],
  ])('%s: %s', (standard, code, ...changes) => {
    expect(said(standard, ...changes)).toContain(code);
  });

  it('may be printed, and then says what its parts are', () => {
    const text: readonly Change[] = [
      [46, '/K <<', '/A << /O /PrintField /Role /cb >> /K [1 <<'],
      [46, '41 0 R >>', '41 0 R >>]'],
    ];
    expect(said('pdfua-1', ...text)).toEqual([]);
  });

  it('has names of fields, not of their widgets', () => {
    const field: Change = [40, '[41 0 R]', '[59 0 R]'];
    const parent: Change = [59, '', '<< /T (o) /TU (Chon) /FT /Btn /Kids [41 0 R] >>'];
    const widget: Change = [41, '/T (o) /TU (Chon)', '/Parent 59 0 R'];
    expect(said('pdfua-1', field, parent, widget)).toEqual([]);
    expect(
      said('pdfua-1', field, parent, [59, '/TU (Chon)', ''], widget, [41, '/F 4', '/F 4 /TU (Chon)']),
    ).toEqual(['PDFUA-FIELD-NAME']);
  });
});

describe('an action', () => {
  it.each<[StandardName, string, ...Change[]]>([
    ['pdfa-3a', 'PDFA-ACTION', [16, '/S /URI', '/S /Launch']],
    ['pdfa-3a', 'PDFA-ACTION', [16, '/S /URI', '/S /URI /Next [<< /S /JavaScript >>]']],
    ['pdfa-1a', 'PDFA-ACTION', [49, '/S /GoTo', '/S /GoToE']],
    ['pdfa-4f', 'PDFA-ACTION', [1, '/Lang', '/OpenAction << /S /Sound >> /Lang']],
    ['pdfa-3a', 'PDFA-NAMED-ACTION', [16, '/S /URI', '/S /Named /N /Print']],
    ['pdfa-3a', 'PDFA-CATALOG-TRIGGER', [1, '/Lang', '/AA << >> /Lang']],
    ['pdfa-3a', 'PDFA-PAGE-TRIGGER', [4, '/Tabs', '/AA << >> /Tabs']],
    ['pdfa-4f', 'PDFA-TRIGGER', [4, '/Tabs', '/AA << /O << /S /JavaScript >> >> /Tabs']],
    ['pdfua-2', 'PDFUA-DESTINATION', [48, '[12 0 R', '[3 0 R']],
    ['pdfua-2', 'PDFUA-DESTINATION', [48, '[12 0 R /Fit]', '(b)'], [55, '(b) [12', '(b) [4']],
    ['pdfua-2', 'PDFUA-GOTO', [49, '/SD', '/XX'], [55, '(b) [12', '(b) [4']],
    [
      'pdfua-1',
      'PDFUA-MEDIA-TYPE',
      [16, '/S /URI', '/S /Rendition /R << /S /MR /C << /S /MCD /Alt [(vi) (Nhac)] >> >>'],
    ],
    [
      'pdfua-1',
      'PDFUA-MEDIA-DESCRIPTION',
      [16, '/S /URI', '/S /Rendition /R << /S /MR /C << /S /MCD /CT (audio/mpeg) /Alt [(vi) ()] >> >>'],
    ],
  ])('%s: %s', (standard, code, ...changes) => {
    expect(said(standard, ...changes)).toContain(code);
  });

  it('of the pointer may stand in additional actions', () => {
    expect(said('pdfa-4f', [16, '/F 4', '/F 4 /AA << /E << /S /JavaScript >> >>'])).toEqual([]);
  });
});

describe('the document', () => {
  it.each<[StandardName, string, ...Change[]]>([
    ['pdfa-1a', 'PDFA-EMBEDDED'],
    ['pdfa-1a', 'PDFA-EMBEDDED', [55, '57 0 R', 'null'], [57, '/EF << /F 56 0 R >>', '']],
    ['pdfa-3a', 'PDFA-EMBEDDED-TYPE', [56, 'application#2Fpdf', 'pdf']],
    ['pdfa-3a', 'PDFA-EMBEDDED-NAME', [57, '/UF (a.pdf)', '']],
    ['pdfua-1', 'PDFA-EMBEDDED-NAME', [57, '/UF (a.pdf)', '/UF ()']],
    ['pdfa-3a', 'PDFA-EMBEDDED-RELATION', [57, '/AFRelationship /Source', '']],
    ['pdfa-3a', 'PDFA-EMBEDDED-ASSOCIATED', [1, '/AF [57 0 R]', '']],
    ['pdfa-2a', 'PDFA-EMBEDDED-CONFORMS'],
    ['pdfa-4', 'PDFA-EMBEDDED-CONFORMS'],
    ['pdfa-4f', 'PDFA-EMBEDDED-FILES', [55, '/EmbeddedFiles', '/XX']],
    ['pdfua-2', 'PDFUA-EMBEDDED-DESCRIPTION', [57, '/Desc (Ban goc)', '']],
    ['pdfa-3a', 'PDFA-LAYERS-NAME', [50, '/Name (Chinh)', '']],
    ['pdfua-2', 'PDFA-LAYERS-NAME', [50, '/Name (Phu)', '']],
    ['pdfa-3a', 'PDFA-LAYERS-NAME-TWICE', [50, '(Phu)', '(Chinh)']],
    ['pdfa-3a', 'PDFA-LAYERS-ORDER', [50, '(Nhom) 52 0 R', '(Nhom)']],
    ['pdfa-3a', 'PDFA-LAYERS-AS', [50, '/Name (Phu)', '/Name (Phu) /AS []']],
    ['pdfa-3a', 'PDFA-ALTERNATE-PRESENTATIONS', [55, '<<', '<< /AlternatePresentations << >>']],
    ['pdfa-4f', 'PDFA-PRESENTATION-STEPS', [4, '/Tabs', '/PresSteps << >> /Tabs']],
    ['pdfa-4f', 'PDFA-REQUIREMENTS', [1, '/Lang', '/Requirements [] /Lang']],
  ])('%s: %s', (standard, code, ...changes) => {
    expect(said(standard, ...changes)).toContain(code);
  });

  it('may leave its only configuration of layers without a name in PDF/UA-2', () => {
    expect(said('pdfua-2', [50, '/Configs [<< /Name (Phu) >>]', ''], [50, '/Name (Chinh)', ''])).toEqual([]);
  });
});
