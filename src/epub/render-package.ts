/**
 * The files of the EPUB, rendered by epub-gen-memory through our own templates and joined by what we
 * bring ourselves. The subclass leaves its constructor's checks and its rendering as they are, gives
 * the fixed identifier instead of the random one, and takes the files before the library zips them.
 * It hands the library neither fonts nor pictures nor a cover, so that there is nothing to fetch.
 * Version 1.1.2 is pinned by the lock file; `test/unit/epub/render-package.test.ts` holds the contract.
 */
import { compile } from 'ejs';
import { EPub, type Chapter, type Options } from 'epub-gen-memory';
import { ncxHref, type ContentFile, type PackageFile, type PackageModel } from './package-model.js';
import { chapterTemplate, navigationTemplate, ncxTemplate, packageTemplate } from './templates.js';
import type { ZipEntry } from './write-zip.js';

/** Folder of the package document, as the library's container.xml says. */
const packageFolder = 'OEBPS/';

/** epub-gen-memory, made repeatable. */
export class EpubRenderer extends EPub {
  constructor(options: Options, chapters: readonly Chapter[], identifier: string) {
    super(options, chapters);
    this.uuid = identifier;
  }

  /** Every file rendered, by its path in the container. */
  async renderFiles(): Promise<readonly ZipEntry[]> {
    await this.render();
    const files = Object.values(this.zip.files).filter((file) => !file.dir);
    const others = files.map(async (file) => ({ name: file.name, text: await file.async('string') }));
    return [...(await Promise.all(others)), ...this.#documents];
  }

  #documents: readonly ZipEntry[] = [];

  /** The library would compile the template anew for each chapter, and copy each into its archive. */
  protected override async generateTemplateFiles(): Promise<void> {
    const { content, options } = this;
    const { lang, prependChapterTitles } = options;
    const render = compile(options.chapterXHTML);
    this.#documents = content.map((chapter) => ({
      name: packageFolder + chapter.filename,
      text: render({ lang, prependChapterTitles, ...chapter }),
    }));
    this.content = [];
    await super.generateTemplateFiles();
    this.content = content;
  }
}

/** Renders package, navigation and chapters, and adds the other files. */
export async function renderPackage(
  model: PackageModel,
  documents: readonly ContentFile[],
  files: { readonly css: string; readonly others: readonly PackageFile[] },
): Promise<readonly ZipEntry[]> {
  const { metadata, phrases } = model;
  // The library knows nothing of `m`: its check of the options lets other keys through to the templates.
  const options: Options & { readonly m: PackageModel } = {
    title: metadata.title,
    author: [...metadata.creators],
    publisher: '',
    description: '',
    date: metadata.modified,
    lang: metadata.language,
    tocTitle: phrases['contents'] ?? '',
    css: files.css,
    fonts: [],
    version: 3,
    prependChapterTitles: false,
    verbose: false,
    contentOPF: packageTemplate,
    tocXHTML: navigationTemplate,
    tocNCX: ncxTemplate,
    chapterXHTML: chapterTemplate,
    m: model,
  };
  // `content` is empty because the library's own path would rewrite it (attributes lost, alt="" replaced).
  const chapters = documents.map((document) => ({
    title: document.title,
    filename: document.href,
    // The library's check of an author who is not there makes three errors for each chapter, with their stacks.
    author: '',
    content: '',
    m: document,
  }));
  const rendered = await new EpubRenderer(options, chapters, metadata.identifier).renderFiles();
  // The library makes an NCX always.
  const kept = rendered.filter(({ name }) => model.hasNcx || name !== packageFolder + ncxHref);
  return [...kept, ...files.others.map((file) => ({ name: packageFolder + file.href, file }))];
}
