import { Fragment, type ReactNode } from 'react';
import type { Block, DocumentModel, Matrix, Text } from '../pdf/document';
import { classes, Heading } from '../ui';
import { SummaryList } from '../ui/content/summary-list';
import { StackedTable } from '../ui/content/stacked-table';

const Runs = ({ text }: { readonly text: Text }) =>
  typeof text === 'string'
    ? text
    : text.map((run, index) => (run.bold ? <strong key={index}>{run.text}</strong> : run.text));

/** The grid as a figure with its text alternative, as in the PDF; its cells are for those who see them. */
const Grid = ({ matrix: { alt, up, across, cells, legend = [] } }: { readonly matrix: Matrix }) => (
  <div role="img" aria-label={alt} className="app-document__grid">
    <table className="govuk-table app-matrix" role="presentation">
      <tbody>
        {cells.toReversed().map((row, index) => (
          <tr key={index}>
            <td className="govuk-table__cell">{up.levels.toReversed()[index]}</td>
            {row.map((cell, column) => (
              <td
                key={column}
                className={classes(
                  'govuk-table__cell',
                  `app-document__tone-${cell.tone}`,
                  cell.chosen && 'app-matrix__cell--marked',
                )}
              >
                {cell.chosen ? <strong>{cell.text}</strong> : cell.text}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <td className="govuk-table__cell app-document__axes">
            ↑ {up.label}
            <br />→ {across.label}
          </td>
          {across.levels.map((level) => (
            <td key={level} className="govuk-table__cell">
              {level}
            </td>
          ))}
        </tr>
        {legend.length > 0 && (
          <tr>
            <td className="govuk-table__cell" colSpan={across.levels.length + 1}>
              {legend.map(({ text, tone }) => (
                <span key={text} className={`app-document__key app-document__tone-${tone}`}>
                  {text}
                </span>
              ))}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  </div>
);

const BlockView = ({ block, under }: { readonly block: Block; readonly under: string }) => {
  switch (block.kind) {
    case 'heading':
      return <Heading level={block.level}>{block.text}</Heading>;
    case 'paragraph':
      return (
        <p className={block.small ? 'govuk-body-s' : 'govuk-body'}>
          <Runs text={block.text} />
        </p>
      );
    case 'list': {
      const List = block.style === 'number' ? 'ol' : 'ul';
      return (
        <List className={`govuk-list govuk-list--${block.style}`}>
          {block.items.map((item, index) => (
            <li key={index}>
              <Runs text={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return (
        <StackedTable
          label={under}
          columns={block.columns.map(({ heading }) => heading)}
          rows={block.rows.map((row) => row.map((cell, index) => <Runs key={index} text={cell} />))}
          rowHeaders={block.rowHeaders}
        />
      );
    case 'pairs':
      return (
        <SummaryList
          rows={block.pairs.map(({ label, value }) => ({ key: <Runs text={label} />, value: <Runs text={value} /> }))}
        />
      );
    case 'words':
      return (
        <blockquote className="app-document__words">
          <p className="govuk-body-s govuk-!-font-weight-bold">{block.label}</p>
          {block.text.split('\n').map((line, index) =>
            line === '' ? null : (
              <p key={index} className="govuk-body">
                {line}
              </p>
            ),
          )}
        </blockquote>
      );
    case 'panel':
      return (
        <div className="app-document__panel">
          <p className="govuk-heading-m">{block.title}</p>
          {block.lines.map((line, index) => (
            <p key={index} className="govuk-body">
              <Runs text={line} />
            </p>
          ))}
        </div>
      );
    case 'matrix':
      return <Grid matrix={block} />;
    case 'pageBreak':
      return (
        <hr className="govuk-section-break govuk-section-break--xl govuk-section-break--visible app-document__page" />
      );
    case 'contents': // lists pages, which a screen has not
    case 'space':
      return null;
  }
};

interface DocumentViewProps {
  readonly blocks: DocumentModel;
  /** What stands after a block and is none of the document's own words. */
  readonly after?: ((block: Block) => ReactNode) | undefined;
}

/** A document drawn from the blocks that its PDF is printed from, in their order and with their words. */
export const DocumentView = ({ blocks, after }: DocumentViewProps) =>
  blocks.map((block, index) => {
    const above = blocks.slice(0, index).findLast(({ kind }) => kind === 'heading');
    return (
      <Fragment key={index}>
        <BlockView block={block} under={above?.kind === 'heading' ? above.text : ''} />
        {after?.(block)}
      </Fragment>
    );
  });
