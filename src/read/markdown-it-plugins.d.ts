declare module 'markdown-it-container' {
  import type MarkdownIt from 'markdown-it';
  const plugin: (
    md: MarkdownIt,
    name: string,
    options: { readonly validate: (info: string, marker: string) => boolean },
  ) => void;
  export default plugin;
}
declare module 'markdown-it-deflist' {
  import type { PluginSimple } from 'markdown-it';
  const plugin: PluginSimple;
  export default plugin;
}
declare module 'markdown-it-footnote' {
  import type { PluginSimple } from 'markdown-it';
  const plugin: PluginSimple;
  export default plugin;
}
