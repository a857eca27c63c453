import { type SubmitEvent, useEffect, useState } from 'react';
import { type Confirmable, reopensGaps, type StillTrue, stillTrue } from '../../assessment/still-true';
import type { Key } from '../../policy/answer';
import { inLanguage, subjectOf } from '../../policy/present';
import { addressOf } from '../../policy/walk';
import { stillTrueStrings } from '../../strings/still-true';
import { Button, ButtonGroup, Details, Heading, InsetText } from '../../ui';
import { Loading } from '../../views/problem';
import { Screen } from '../../views/screen';
import { assessmentAt, checkAt, againAt } from './addresses';
import type { Navigate } from './assess';
import { ConfirmList } from './confirm-list';
import { useAssessment, useSession } from './draft-context';
import { Saved } from './saved';
import type { Session } from './session';

/** Fewer than this are not worth a list: their pages are opened. */
const worthAList = 3;

/** Where what is ticked is kept until Continue, as what is being typed is. */
const pendingTicks = 'still-true';

/** What this tab knows of the list: what is ticked, what has been listed, and what was left unticked for its page to open. */
interface Memory {
  readonly ticked: ReadonlySet<Key>;
  readonly listed: Set<Key>;
  readonly left: Set<Key>;
}

const memories = new WeakMap<Session, Memory>();

const memoryOf = (session: Session): Memory => {
  const kept = session.pending().findLast((row) => row.field === pendingTicks)?.raw;
  const ticked = Array.isArray(kept) ? (kept as readonly Key[]) : [];
  const memory = memories.get(session) ?? { ticked: new Set(ticked), listed: new Set(ticked), left: new Set<Key>() };
  memories.set(session, memory);
  return memory;
};

/** What is put on the list now; nothing where a page comes next. */
const listedNow = ({ offers, gap }: StillTrue, reopens: boolean, { listed, left }: Memory): readonly Confirmable[] => {
  if (reopens && gap) return [];
  const open = offers.filter(({ id }) => !left.has(id));
  return reopens || open.length >= worthAList || open.some(({ id }) => listed.has(id)) ? open : [];
};

interface ListProps {
  readonly view: StillTrue;
  readonly offers: readonly Confirmable[];
  readonly memory: Memory;
  readonly reopens: boolean;
}

/** The answers of the earlier record that the path asks, to be ticked. */
const List = ({ view, offers, memory, reopens }: ListProps) => {
  const session = useSession();
  const [ticked, setTicked] = useState(memory.ticked);
  const [byOne, setByOne] = useState(!reopens);
  const { walk } = view;
  useEffect(() => offers.forEach(({ id }) => memory.listed.add(id)), [offers, memory]);
  const tick = (ids: readonly Key[], on: boolean): void => {
    const next = new Set([...ticked].filter((id) => !ids.includes(id)));
    if (on) ids.forEach((id) => next.add(id));
    memories.set(session, { ...memory, ticked: next });
    setTicked(next);
    void session.keep(pendingTicks, [...next]);
  };
  const confirm = (chosen: readonly Confirmable[]): void => {
    for (const { id } of offers) if (!chosen.some((one) => one.id === id)) memory.left.add(id);
    memories.set(session, { ...memory, ticked: new Set() });
    const changes = chosen.flatMap(({ answers }) => [...answers].map(([field, value]) => ({ field, value })));
    void session.give(changes, [pendingTicks]);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    confirm(byOne ? offers.filter(({ id }) => ticked.has(id)) : offers);
  };
  const sections = walk.model.policy.sections.flatMap((section) => {
    const own = offers.filter(({ step }) => step.page.section === section.id);
    return own.length > 0 ? [{ id: section.id, title: inLanguage(section.title, 'en'), offers: own }] : [];
  });
  const lists = sections.map((section) => (
    <ConfirmList
      key={section.id}
      draft={session.draft.id}
      walk={walk}
      title={section.title}
      offers={section.offers}
      ticked={ticked}
      {...(byOne && { onTick: tick })}
    />
  ));
  return (
    <Screen title={stillTrueStrings.title} back={assessmentAt(session.draft.id)} wide>
      <Heading caption={subjectOf(walk)}>{stillTrueStrings.title}</Heading>
      <p className="govuk-body-l">{byOne ? stillTrueStrings.lead : stillTrueStrings.reopenLead}</p>
      <InsetText>{stillTrueStrings.none}</InsetText>
      <form onSubmit={submit} noValidate>
        {byOne ? lists : <Details summary={stillTrueStrings.list(offers.length)}>{lists}</Details>}
        {byOne && (
          <p className="govuk-body" role="status">
            {stillTrueStrings.ticked(offers.filter(({ id }) => ticked.has(id)).length, offers.length)}
          </p>
        )}
        <ButtonGroup>
          <Button once>{byOne ? stillTrueStrings.next : stillTrueStrings.everything}</Button>
          {!byOne && (
            <Button type="button" look="secondary" onClick={() => setByOne(true)}>
              {stillTrueStrings.byOne}
            </Button>
          )}
        </ButtonGroup>
      </form>
      <Saved />
    </Screen>
  );
};

/** What comes next for the answers of an earlier record: the list of those to confirm, or else the next page that is open. */
export const StillTrueScreen = ({ navigate }: { readonly navigate: Navigate }) => {
  const session = useSession();
  const assessment = useAssessment();
  const view = stillTrue(assessment);
  const reopens = reopensGaps(assessment);
  const memory = memoryOf(session);
  const offers = listedNow(view, reopens, memory);
  const { id } = session.draft;
  const next = (reopens ? view.gap : undefined) ?? view.next;
  const to = next ? againAt(id, addressOf(next)) : checkAt(id);
  const listing = offers.length > 0;
  useEffect(() => {
    if (!listing) navigate(to, { replace: true });
  }, [listing, navigate, to]);
  return listing ? <List view={view} offers={offers} memory={memory} reopens={reopens} /> : <Loading />;
};
