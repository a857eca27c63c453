import { referenceOf } from '../../base/ids';
import { type AskGroup, type AskList, askList } from '../../assessment/ask';
import { questionOf } from '../../assessment/asked';
import { dueWords } from '../../assessment/dates';
import { inLanguage, roleName, subjectOf, words } from '../../policy/present';
import { addressOf, offeredOptions, type Walk } from '../../policy/walk';
import { useServices } from '../../services';
import { type AskEmail, askStrings, askSubject, askText } from '../../strings/ask';
import { ButtonLink, Details, Heading, InsetText, Link } from '../../ui';
import { SummaryList } from '../../ui/content/summary-list';
import { Email } from '../../views/email';
import { answeredWords, shownRows } from '../../views/shown';
import { Screen } from '../../views/screen';
import { assessmentAt, outcomeAt, questionAt, replyAt } from './addresses';
import { useAssessment, useSession } from './draft-context';

const language = 'en';

/** What a group is asked, in words. */
const emailOf = (walk: Walk, group: AskGroup, { findOut }: AskList, reference: string): AskEmail => ({
  title: subjectOf(walk) ?? inLanguage(walk.model.policy.title, language),
  reference,
  about: shownRows(walk, walk.model.policy.introduction ?? [], language),
  questions: group.questions.map((place) => ({
    question: questionOf(walk, place, language),
    answered: answeredWords(walk, place.asked, language),
    options: offeredOptions(walk, place.asked.field, place.asked.row).flatMap((option) =>
      option.unsure ? [] : [inLanguage(option.label, language)],
    ),
    // what has a condition of its own is due with that
    needed: findOut?.keys.has(place.asked.key) ? dueWords(walk, findOut, language) : undefined,
  })),
  conditions: group.conditions.map((one) => {
    const rule = walk.model.conditions.get(one.id);
    return {
      text: rule ? words(walk, rule.text, language) : one.id,
      due: dueWords(walk, one, language),
      who: one.owner === group.role ? undefined : roleName(walk, one.owner, language),
    };
  }),
});

interface GroupProps {
  readonly walk: Walk;
  readonly group: AskGroup;
  readonly list: AskList;
  readonly draft: string;
}

/** Everything that one role is asked: what to send, and where to put the answers. */
const Group = ({ walk, group, list, draft }: GroupProps) => {
  const { copy } = useServices();
  const role = group.role === undefined ? askStrings.nobody : roleName(walk, group.role, language);
  const email = emailOf(walk, group, list, referenceOf(draft));
  return (
    <section>
      <Heading level={2}>{group.isYou ? askStrings.you(role) : role}</Heading>
      {email.questions.length > 0 && (
        <>
          <Heading level={3}>{askStrings.questions}</Heading>
          <SummaryList
            rows={group.questions.map((place, index) => ({
              key: email.questions[index]?.question,
              value: (
                <>
                  {askStrings.answered(email.questions[index]?.answered ?? '')}
                  {email.questions[index]?.needed !== undefined && (
                    <div className="govuk-hint govuk-!-margin-bottom-0">
                      {askStrings.needed(email.questions[index].needed)}
                    </div>
                  )}
                </>
              ),
              actions: [
                {
                  text: askStrings.reply,
                  href: replyAt(draft, place.address),
                  about: email.questions[index]?.question,
                },
              ],
            }))}
          />
        </>
      )}
      {email.conditions.length > 0 && (
        <>
          <Heading level={3}>{askStrings.conditions}</Heading>
          <ul className="govuk-list govuk-list--bullet">
            {email.conditions.map(({ text, due, who }) => (
              <li key={text}>
                {text}
                <div className="govuk-hint govuk-!-margin-bottom-0">
                  {who !== undefined && `${askStrings.who(who)} `}
                  {askStrings.needed(due)}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {!group.isYou && (
        <Details summary={askStrings.email(role)}>
          <Email name={`ask-${group.role ?? 'nobody'}`} subject={askSubject(email)} body={askText(email)} copy={copy} />
        </Details>
      )}
    </section>
  );
};

/** What is not known and not settled yet, by whoever can help, with an email for each and a place for the answers. */
export const AskScreen = () => {
  const { draft } = useSession();
  const { walk } = useAssessment();
  const list = askList(walk);
  const open = walk.outcome === undefined ? walk.path.at(-1) : undefined;
  const isEmpty = list.groups.length === 0;
  return (
    <Screen title={askStrings.title} back={open ? assessmentAt(draft.id) : outcomeAt(draft.id)} wide>
      <Heading caption={subjectOf(walk)}>{askStrings.title}</Heading>
      <InsetText>
        {isEmpty
          ? open
            ? askStrings.noneYet
            : askStrings.none
          : askStrings.left(list.questions, list.conditions, list.findOut !== undefined)}
      </InsetText>
      {open && <p className="govuk-body">{askStrings.early}</p>}
      {!isEmpty && <p className="govuk-body">{askStrings.lead}</p>}
      {list.groups.map((group) => (
        <Group key={group.role ?? ''} walk={walk} group={group} list={list} draft={draft.id} />
      ))}
      <div className="govuk-button-group">
        {open ? (
          <ButtonLink href={questionAt(draft.id, addressOf(open))}>{askStrings.carryOn}</ButtonLink>
        ) : (
          <ButtonLink href={outcomeAt(draft.id)}>{askStrings.outcome}</ButtonLink>
        )}
        <Link href={assessmentAt(draft.id)}>{askStrings.sections}</Link>
      </div>
    </Screen>
  );
};
