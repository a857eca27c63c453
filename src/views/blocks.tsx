import { inLanguage } from '../policy/present';
import type { Blocks as PolicyBlocks, Language } from '../policy/text';
import { Blocks } from '../ui';

/** A policy's longer text. `fill` puts in the things that a text names. */
export const PolicyText = ({
  blocks,
  language,
  fill = (text) => text,
  level,
}: {
  readonly blocks: PolicyBlocks;
  readonly language: Language;
  readonly fill?: ((text: string) => string) | undefined;
  /** The level of headings among the blocks. */
  readonly level?: 2 | 3 | undefined;
}) => (
  <Blocks
    level={level}
    blocks={blocks.map((block) => {
      switch (block.kind) {
        case 'list':
        case 'steps':
          return {
            kind: 'list',
            items: block.items.map((item) => fill(inLanguage(item, language))),
            ...(block.kind === 'steps' && { numbered: true }),
          };
        case 'checklist':
          return { kind: 'checklist', items: block.items.map((item) => fill(inLanguage(item, language))) };
        case 'link':
          return { ...block, text: fill(inLanguage(block.text, language)) };
        case 'paragraph':
        case 'heading':
          return { ...block, text: fill(inLanguage(block.text, language)) };
      }
    })}
  />
);
