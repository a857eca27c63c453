import { askedOnPath, questionOf } from '../../assessment/asked';
import { confirmedKeys } from '../../assessment/confirmed';
import { answerWords, words, subjectOf } from '../../policy/present';
import { partsOfKey } from '../../policy/answer';
import { unsureKeys } from '../../policy/scope';
import { addressOf, type Walk } from '../../policy/walk';
import { checkStrings, historyStrings } from '../../strings/check';
import { ButtonLink, Heading, InsetText, Link } from '../../ui';
import { SummaryList, type SummaryRow } from '../../ui/content/summary-list';
import { Answers } from '../../views/answers';
import { answeredWords } from '../../views/shown';
import { Screen } from '../../views/screen';
import { askAt, assessmentAt, changeAt, historyAt, outcomeAt, questionAt } from './addresses';
import { useAssessment, useSession } from './draft-context';

/** Answers that the path no longer leads to: kept, and shown as not counted. */
const SetAside = () => {
  const { walk, answers, setAside } = useAssessment();
  const rows = setAside.flatMap((key) => {
    const { field, row } = partsOfKey(key);
    const place = walk.model.places.get(field);
    const answer = answers.get(key);
    if (!place || answer === undefined || place.field.kind === 'group') return [];
    return [
      {
        key: words(walk, place.field.label, 'en', row),
        value: answerWords(walk.model, place.field, answer, 'en').join('; '),
      },
    ];
  });
  if (rows.length === 0) return null;
  return (
    <>
      <Heading level={2}>{checkStrings.setAside}</Heading>
      <p className="govuk-body">{checkStrings.setAsideWhy}</p>
      <SummaryList rows={rows} />
    </>
  );
};

/** The answers that are not known, in sight: the others are folded away by section. */
const NotSure = ({ walk }: { readonly walk: Walk }) => {
  const { draft } = useSession();
  const places = askedOnPath(walk);
  const rows = unsureKeys(walk).flatMap((key): readonly SummaryRow[] => {
    const place = places.get(key);
    if (!place) return [];
    const question = questionOf(walk, place, 'en');
    return [
      {
        key: question,
        value: answeredWords(walk, place.asked, 'en'),
        actions: [{ text: checkStrings.change, href: changeAt(draft.id, place.address), about: question }],
      },
    ];
  });
  if (rows.length === 0) return null;
  return (
    <>
      <Heading level={2}>{checkStrings.notSure}</Heading>
      <SummaryList rows={rows} />
    </>
  );
};

/** Every answer on the path, each with a way to change it. */
export const CheckScreen = () => {
  const { draft } = useSession();
  const assessment = useAssessment();
  const { walk, notes } = assessment;
  const open = walk.outcome === undefined ? walk.path.at(-1) : undefined;
  return (
    <Screen title={checkStrings.title} back={assessmentAt(draft.id)} wide>
      <Heading caption={subjectOf(walk)}>{checkStrings.title}</Heading>
      {open ? <InsetText>{checkStrings.unfinished}</InsetText> : <p className="govuk-body">{checkStrings.lead}</p>}
      <NotSure walk={walk} />
      <Answers
        walk={walk}
        notes={notes}
        language="en"
        changeAt={(address) => changeAt(draft.id, address)}
        confirmed={confirmedKeys(assessment)}
        folded
      />
      <SetAside />
      <p className="govuk-body">
        <Link href={historyAt(draft.id)}>{historyStrings.link}</Link>
      </p>
      {unsureKeys(walk).length > 0 && (
        <p className="govuk-body">
          <Link href={askAt(draft.id)}>{checkStrings.ask}</Link>
        </p>
      )}
      {open ? (
        <ButtonLink href={questionAt(draft.id, addressOf(open))}>{checkStrings.carryOn}</ButtonLink>
      ) : (
        <ButtonLink href={outcomeAt(draft.id)}>{checkStrings.next}</ButtonLink>
      )}
    </Screen>
  );
};
