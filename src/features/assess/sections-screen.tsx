import { failure } from '../../base/result';
import { partsOfKey } from '../../policy/answer';
import { inLanguage, subjectOf, words } from '../../policy/present';
import { remainingPages } from '../../policy/remaining';
import { addressOf, type Walk } from '../../policy/walk';
import { sectionsStrings } from '../../strings/sections';
import { sentenceFor } from '../../strings/failures';
import { ButtonLink, Heading, Link } from '../../ui';
import { NotificationBanner } from '../../ui/content/notification-banner';
import { type Task, TaskList } from '../../ui/content/task-list';
import { Screen } from '../../views/screen';
import { askAt, checkAt, outcomeAt, questionAt } from './addresses';
import { useAssessment, useSession } from './draft-context';
import { Saved } from './saved';

interface SectionsScreenProps {
  /** The address that was asked for, where it is none of a page on the path. */
  readonly missed?: string | undefined;
}

/** Why the page that was asked for is not shown. */
const Missed = ({ walk, address }: { readonly walk: Walk; readonly address: string }) => {
  const page = walk.model.pages.get(partsOfKey(address).field);
  return (
    <NotificationBanner>
      <p className="govuk-notification-banner__heading">
        {page
          ? sectionsStrings.notAsked(words(walk, page.title, 'en'))
          : sentenceFor(failure('address.unknown', address))}
      </p>
      {page && <p className="govuk-body">{sectionsStrings.notAskedKept}</p>}
    </NotificationBanner>
  );
};

/** The sections of the policy, with how far each one is. */
export const SectionsScreen = ({ missed }: SectionsScreenProps) => {
  const { draft } = useSession();
  const { walk } = useAssessment();
  const { path, outcome } = walk;
  const current = outcome === undefined ? path.at(-1) : undefined;
  const tasks = walk.model.policy.sections.flatMap((section): readonly Task[] => {
    const steps = path.filter((step) => step.page.section === section.id);
    const [first] = steps;
    const title = inLanguage(section.title, 'en');
    if (!first) return outcome === undefined ? [{ title, status: sectionsStrings.waiting, waiting: true }] : [];
    const open = current && steps.includes(current) ? current : undefined;
    const answered = steps.length - (open ? 1 : 0);
    return [
      {
        title,
        hint: answered > 0 && sectionsStrings.pages(answered),
        href: questionAt(draft.id, addressOf(open ?? first)),
        ...(open ? { status: sectionsStrings.inProgress, colour: 'blue' as const } : { status: sectionsStrings.done }),
      },
    ];
  });
  return (
    <Screen title={sectionsStrings.title} back="/">
      {missed !== undefined && <Missed walk={walk} address={missed} />}
      <Heading caption={subjectOf(walk)}>{sectionsStrings.title}</Heading>
      <p className="govuk-body">
        {sectionsStrings.progress(current ? path.length - 1 : path.length)}
        {current && ` ${sectionsStrings.left(remainingPages(walk))}`}
      </p>
      <TaskList tasks={tasks} />
      {current ? (
        <ButtonLink href={questionAt(draft.id, addressOf(current))}>{sectionsStrings.carryOn}</ButtonLink>
      ) : (
        <div className="govuk-button-group">
          <ButtonLink href={outcomeAt(draft.id)}>{sectionsStrings.outcome}</ButtonLink>
          <ButtonLink look="secondary" href={checkAt(draft.id)}>
            {sectionsStrings.check}
          </ButtonLink>
        </div>
      )}
      <p className="govuk-body">
        <Link href={askAt(draft.id)}>{sectionsStrings.ask}</Link>
      </p>
      <Saved />
    </Screen>
  );
};
