import type { Block } from '../../pdf/document';
import type { Readable } from '../../pdf/read';
import type { ProvenRecord } from '../../record/chain';
import { useServices } from '../../services';
import type { FoundFile } from '../../storage/reading';
import { pagesStrings } from '../../strings/pages';
import { readStrings } from '../../strings/read';
import { Button, ButtonGroup, InsetText } from '../../ui';
import { DocumentView } from '../../views/document';
import { Beside, type Headings } from '../../views/pages/beside';
import { bookmarksOf } from '../../views/pages/headings';
import { Screen } from '../../views/screen';
import { TakeExtract } from './take-extract';

interface ReadDocumentProps {
  readonly file: FoundFile;
  readonly document: Readable;
  readonly record: ProvenRecord | undefined;
  readonly back: string;
}

/** After each heading of the first two levels, the way to the page where it stands. */
const pageLinks = (model: Readable['model'], headings: Headings | undefined) => {
  if (!headings) return undefined;
  const found = bookmarksOf(model, headings.bookmarks);
  return (block: Block) => {
    const bookmark = block.kind === 'heading' && block.level <= 2 ? found.get(block) : undefined;
    return (
      bookmark && (
        <div className="app-document__at app-no-print">
          <Button type="button" look="link" lang="en" onClick={() => headings.go(bookmark)}>
            {pagesStrings.at(bookmark.page + 1)}
            <span className="govuk-visually-hidden">{pagesStrings.atHidden(bookmark.title)}</span>
          </Button>
        </div>
      )
    );
  };
};

/** A proven document as a page: what its PDF says, to be read beside its pages, printed, or taken away in part. */
export const ReadDocument = ({ file, document: { title, language, model }, record, back }: ReadDocumentProps) => {
  const services = useServices();
  return (
    <Screen title={title} back={back}>
      <Beside pdf={file.pdf} draw={services.pages} lead={pagesStrings.leads.read}>
        {(headings) => {
          const after = pageLinks(model, headings);
          return (
            <article lang={language} className="app-document">
              <DocumentView blocks={model.slice(0, 1)} />
              <aside lang="en">
                <InsetText>{readStrings.original}</InsetText>
                <ButtonGroup>
                  <Button type="button" onClick={() => services.handOver(file.name, 'application/pdf', file.pdf)}>
                    {readStrings.download}
                  </Button>
                  <Button type="button" look="secondary" onClick={() => window.print()}>
                    {readStrings.print}
                  </Button>
                </ButtonGroup>
                {record && <TakeExtract record={record} />}
              </aside>
              <DocumentView blocks={model.slice(1)} after={after} />
            </article>
          );
        }}
      </Beside>
    </Screen>
  );
};
