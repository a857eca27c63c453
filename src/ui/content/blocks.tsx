import { useWords } from '../words';
import { Heading } from './heading';

/** A piece of guidance as data: text, never markup. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered?: boolean | undefined }
  /** Things to tick on paper; nothing is kept, so they are no inputs. */
  | { readonly kind: 'checklist'; readonly items: readonly string[] }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

const BlockView = ({ block, level }: { readonly block: Block; readonly level: 2 | 3 | 4 }) => {
  const { opensInNewTab } = useWords();
  switch (block.kind) {
    case 'paragraph':
      return <p className="govuk-body">{block.text}</p>;
    case 'heading':
      return <Heading level={level}>{block.text}</Heading>;
    case 'list': {
      const List = block.numbered ? 'ol' : 'ul';
      return (
        <List className={`govuk-list govuk-list--${block.numbered ? 'number' : 'bullet'}`}>
          {block.items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </List>
      );
    }
    case 'checklist':
      return (
        <ul className="govuk-list app-checklist">
          {block.items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </ul>
      );
    case 'link':
      return (
        <p className="govuk-body">
          <a className="govuk-link" href={block.href} target="_blank" rel="noreferrer noopener">
            {block.text} <span className="app-no-print">{opensInNewTab}</span>
          </a>
        </p>
      );
  }
};

export interface BlocksProps {
  readonly blocks: readonly Block[];
  /** The level of headings among the blocks: one below the heading that they stand under. */
  readonly level?: 2 | 3 | 4 | undefined;
}

/** Guidance written as data. Links leave the app, so they open beside it and say so. */
export const Blocks = ({ blocks, level = 2 }: BlocksProps) =>
  blocks.map((block, index) => <BlockView key={index} block={block} level={level} />);
