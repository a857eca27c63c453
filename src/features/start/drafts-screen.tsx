import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { IsoDate } from '../../base/calendar';
import { daysInBin, type DraftLine } from '../../storage/draft-list';
import { keyOfDue } from '../../storage/due';
import { draftsStrings } from '../../strings/drafts';
import { Button, ButtonLink, Details, focusElement, Heading, Link, TextInput, WarningText } from '../../ui';
import { Select } from '../../ui/form/select';
import { NotificationBanner } from '../../ui/content/notification-banner';
import { Loading } from '../../views/problem';
import { Screen } from '../../views/screen';
import { Sentence } from '../../views/sentence';
import { DamagedDrafts } from './damaged-drafts';
import { deedId, DraftItem } from './draft-item';
import { RecordList } from './record-list';
import { Gone, OpenedSoon } from './retention';
import { nameOf, type Order, orders, placeOf, shownDrafts } from './shown-drafts';
import { type Deed, type Done, useDrafts } from './use-drafts';

/** How many drafts are on the page at first, and how many more each time. */
const portion = 25;

/** What takes a deed back. */
const undoing: Partial<Readonly<Record<Deed, Deed>>> = { remove: 'putBack', archive: 'unarchive' };

/** Until when what goes within a month is kept, by the key that its announcement has. */
type Until = ReadonlyMap<string, IsoDate>;

type Act = ReturnType<typeof useDrafts>['act'];

/** What was just done, with a way to take it back. It stays until something else is done. */
const DoneBanner = ({ done: { deed, draft, name }, act }: { readonly done: Done; readonly act: Act }) => {
  const undo = undoing[deed];
  return (
    <NotificationBanner success>
      <p className="govuk-notification-banner__heading app-words">
        {draftsStrings.did[deed](name)}{' '}
        {undo && (
          <Button type="button" look="link" onClick={() => void act(undo, draft)}>
            {draftsStrings.undo}
          </Button>
        )}
      </p>
    </NotificationBanner>
  );
};

interface AskProps {
  readonly draft: DraftLine;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** The one deed that cannot be taken back is asked about first. */
const AskBanner = ({ draft, onYes, onNo }: AskProps) => {
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (question.current) focusElement(question.current);
  }, []);
  return (
    <NotificationBanner>
      <p ref={question} className="govuk-notification-banner__heading app-words">
        {draftsStrings.forGoodAsk(nameOf(draft))}
      </p>
      <div className="govuk-button-group">
        <Button type="button" look="warning" onClick={onYes}>
          {draftsStrings.forGood}
        </Button>
        <Button type="button" look="secondary" onClick={onNo}>
          {draftsStrings.keep}
        </Button>
      </div>
    </NotificationBanner>
  );
};

interface ItemsProps {
  readonly rows: readonly DraftLine[];
  readonly until: Until;
  readonly act: Act;
}

const Items = ({ rows, until, act }: ItemsProps) => {
  const [most, setMost] = useState(portion);
  const left = rows.length - most;
  return (
    <>
      <ul className="govuk-list app-drafts">
        {rows.slice(0, most).map((row) => (
          <DraftItem key={row.id} row={row} until={until} act={act} />
        ))}
      </ul>
      {left > 0 && (
        <Button type="button" look="secondary" onClick={() => setMost(most + portion)}>
          {draftsStrings.more(Math.min(left, portion))}
        </Button>
      )}
    </>
  );
};

/** Drafts that are put away, closed at first. */
const Away = ({
  title,
  rows,
  until,
  act,
  children,
}: ItemsProps & { readonly title: string; readonly children?: ReactNode }) =>
  rows.length > 0 && (
    <Details summary={title}>
      {children}
      <Items rows={rows} until={until} act={act} />
    </Details>
  );

/** Every assessment and signed record of this browser: to find, carry on with, name, copy, put away and bring back. */
export const DraftsScreen = () => {
  const { list, failures, done, act, forget } = useDrafts();
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<Order>('changed');
  const [asking, setAsking] = useState<DraftLine>();
  const rows = list?.rows ?? [];
  const until: Until = new Map(list?.keeping?.soon.map((one) => [keyOfDue(one), one.until]));
  const found = shownDrafts(rows, search, order);
  const inPlace = (place: ReturnType<typeof placeOf>, of = found) => of.filter((row) => placeOf(row) === place);
  const [here, all] = [inPlace('here'), inPlace('here', rows)];
  const perform: Act = (deed, draft, name) => {
    if (deed === 'forGood' && asking === undefined) {
      forget();
      setAsking(draft);
      return Promise.resolve(false);
    }
    setAsking(undefined);
    return act(deed, draft, name);
  };
  return (
    <Screen title={draftsStrings.title} back="/">
      {failures.map((one) => (
        <WarningText key={`${one.code} ${one.place}`}>
          <Sentence failure={one} />
        </WarningText>
      ))}
      {done && done.deed !== 'rename' && <DoneBanner key={done.number} done={done} act={perform} />}
      {asking && (
        <AskBanner
          key={asking.id}
          draft={asking}
          onYes={() => void perform('forGood', asking)}
          onNo={() => {
            setAsking(undefined);
            document.getElementById(deedId('forGood', asking))?.focus();
          }}
        />
      )}
      <Heading>{draftsStrings.title}</Heading>
      <p className="govuk-body">
        {draftsStrings.local} <Link href="/backup">{draftsStrings.keepSafe}</Link>
      </p>
      {!list && failures.length === 0 && <Loading />}
      {list && (
        <>
          <Gone keeping={list.keeping} />
          <OpenedSoon keeping={list.keeping} />
          {list.damaged.length > 0 && <DamagedDrafts drafts={list.damaged} />}
          <Heading level={2}>{draftsStrings.drafts}</Heading>
          {all.length === 0 && <p className="govuk-body">{draftsStrings.none}</p>}
          {rows.length > 1 && (
            <form role="search" className="app-finder" onSubmit={(event) => event.preventDefault()}>
              <TextInput
                name="search"
                type="search"
                label={draftsStrings.search}
                autoComplete="off"
                value={search}
                onChange={(event) => setSearch(event.target.value)}
              />
              <Select
                name="order"
                label={draftsStrings.sort}
                options={orders.map((value) => ({ value, text: draftsStrings.orders[value] }))}
                value={order}
                onChange={(event) => setOrder(orders.find((one) => one === event.target.value) ?? 'changed')}
              />
            </form>
          )}
          <p className="govuk-body-s" role="status">
            {done?.deed === 'rename' && `${draftsStrings.did.rename(done.name)} `}
            {all.length > 0 && draftsStrings.count(here.length, all.length)}
          </p>
          <Items key={`${search} ${order}`} rows={here} until={until} act={perform} />
          <Away
            title={draftsStrings.archiveTitle(inPlace('archive').length)}
            rows={inPlace('archive')}
            until={until}
            act={perform}
          />
          <Away title={draftsStrings.binTitle(inPlace('bin').length)} rows={inPlace('bin')} until={until} act={perform}>
            <p className="govuk-body">{draftsStrings.binLead(daysInBin)}</p>
          </Away>
          <ButtonLink href="/" look="secondary">
            {draftsStrings.start}
          </ButtonLink>
          <RecordList rows={list.records} until={until} />
        </>
      )}
    </Screen>
  );
};
