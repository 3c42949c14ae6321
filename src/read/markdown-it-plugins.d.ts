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

declare module 'markdown-it/lib/rules_block/html_block.mjs' {
  import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs';
  export default function htmlBlock(
    state: StateBlock,
    startLine: number,
    endLine: number,
    silent: boolean,
  ): boolean;
}

declare module 'markdown-it/lib/rules_inline/html_inline.mjs' {
  import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';
  export default function htmlInline(state: StateInline, silent: boolean): boolean;
}
