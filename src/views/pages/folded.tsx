import { pagesStrings as strings } from '../../strings/pages';
import { Details } from '../../ui';
import type { OpenedPages } from './use-pages';
import type { Place } from './sight';
import { Viewer } from './viewer';

interface FoldedPagesProps {
  readonly opened: OpenedPages | undefined;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** Where their text is for those who do not see them. */
  readonly lead: string;
  /** Where to go, each time that it is another. */
  readonly to?: Place | undefined;
}

/** The pages of a document, to be unfolded. */
export const FoldedPages = ({ opened, open, onOpen, lead, to }: FoldedPagesProps) => (
  <div className="app-pages app-no-print">
    <Details summary={strings.show} open={open} onToggle={(event) => onOpen(event.currentTarget.open)}>
      <p className="govuk-body">{lead}</p>
      {open && opened === undefined && <p className="govuk-body">{strings.opening}</p>}
      {opened === 'failed' && <p className="govuk-body">{strings.failed}</p>}
      {open && opened && opened !== 'failed' && <Viewer to={to} pages={opened.pages} about={opened.about} />}
    </Details>
  </div>
);
