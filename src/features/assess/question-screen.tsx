import { lazy, Suspense, useEffect } from 'react';
import type { Key } from '../../policy/answer';
import { pagesAfter } from '../../policy/remaining';
import { addressOf, type AskedField, type Step } from '../../policy/walk';
import { useServices } from '../../services';
import { after } from '../../strings/left';
import { walkStrings } from '../../strings/walk';
import { partOf, stepTitle } from '../../policy/names';
import { inLanguage, words } from '../../policy/present';
import { Button, Details, ErrorSummary, Heading, InsetText, Link } from '../../ui';
import { usePainted } from '../../ui/painted';
import { PolicyDates } from '../../views/policy-about';
import { Screen } from '../../views/screen';
import { useAssessment, useSession } from './draft-context';
import { assessmentAt } from './addresses';
import { FieldView } from './form/field-view';
import { controlId } from './form/fields';
import { Aside, fetchLate, PageHelp, Textarea } from './form/late-controls';
import { Folded } from './form/folded';
import { linesOf } from './form/lines';
import { PageTop } from './form/page-top';
import type { WalkOn } from './form/overlay';
import { usePageForm } from './page-form';
import { Saved } from './saved';

// Nobody needs them to answer the first question.
const changing = () => import('./change-notice');
const ChangeNotice = lazy(() => changing().then((module) => ({ default: module.ChangeNotice })));
const ChangeReason = lazy(() => changing().then((module) => ({ default: module.ChangeReason })));

interface QuestionScreenProps {
  readonly step: Step;
  readonly back: string;
  /** The page has been answered, and its answers are in the log. */
  readonly onDone: (address: string) => void;
  /** How far the page looks along the answers, where it is opened before its turn. */
  readonly walkOn?: WalkOn;
  /** Whether it leads back to where the answers are checked. */
  readonly returns?: boolean;
  /** What has been settled on the page already, and is folded away. */
  readonly settled?: ReadonlySet<Key>;
}

/** A page that asks more than this is a form rather than a question. */
const many = 6;
const nothing: ReadonlySet<Key> = new Set();

/** One page of questions at its own address. */
export const QuestionScreen = ({ step, back, onDone, walkOn, returns, settled = nothing }: QuestionScreenProps) => {
  const session = useSession();
  const isPainted = usePainted();
  const { afterPaint, clock } = useServices();
  const today = clock().slice(0, 10);
  const assessment = useAssessment();
  const address = addressOf(step);
  const language = 'en';
  const form = usePageForm(step, () => onDone(address), walkOn);
  const { walk } = form;
  const { page } = step;
  const title = stepTitle(walk, step, language);
  const section = walk.model.policy.sections.find((one) => one.id === page.section);
  useEffect(() => session.visited(address), [session, address]);

  const submit = (event: { readonly preventDefault: () => void }): void => {
    event.preventDefault();
    form.submit();
  };
  const part = partOf(walk, step, language);
  // Of a page that is opened again only what is still open stands in sight.
  const isFolded = ({ key }: AskedField): boolean => settled.has(key) && settled.size < form.asked.length;
  const open = form.asked.filter((asked) => !isFolded(asked));
  const beside = open.filter((asked) => asked.field.aside);
  const lines = linesOf(walk, form.asked, language);
  const field = (asked: AskedField) => (
    <FieldView
      key={asked.key}
      fields={form.fields}
      asked={asked}
      layout={lines.has(asked.key) ? 'line' : form.asked.length > many ? 'small' : undefined}
      asHeading={asked === form.asked[0] && words(walk, asked.field.label, language, asked.row) === title}
    />
  );
  return (
    <Screen title={title} back={back} wrong={form.errors.length > 0}>
      {form.errors.length > 0 && (
        <ErrorSummary
          key={form.attempt}
          errors={form.errors.map((one) => ({ text: one.text, field: controlId(one.key) }))}
        />
      )}
      <PolicyDates scope={walk} today={today} />
      <Heading caption={section && walkStrings.caption(inLanguage(section.title, language), part)}>{title}</Heading>
      <PageTop walk={walk} step={step} language={language} fill={form.fill} />
      {form.restored && <InsetText>{walkStrings.pending}</InsetText>}
      <form onSubmit={submit} onChange={() => void afterPaint.add(fetchLate)} noValidate>
        {open.filter((asked) => !asked.field.aside).map(field)}
        {beside.length > 0 && (
          <Suspense>
            <Aside
              labels={beside.map((asked) => words(walk, asked.field.label, language, asked.row))}
              open={beside.some(({ key }) => walk.counted.has(key))}
              wrong={form.errors.some(({ key }) => beside.some((asked) => asked.key === key))}
            >
              {beside.map(field)}
            </Aside>
          </Suspense>
        )}
        {form.asked.some(isFolded) && (
          <Details summary={walkStrings.confirmed} open={form.errors.some(({ key }) => settled.has(key))}>
            {form.asked.filter(isFolded).map(field)}
          </Details>
        )}
        <div role="status">
          {form.change && (
            <Suspense>
              <ChangeNotice {...form.change} step={step} />
            </Suspense>
          )}
        </div>
        {form.needsReason && (
          <Suspense>
            <ChangeReason
              value={form.reason}
              wasUnsure={form.wasUnsure}
              error={form.reasonError}
              onChange={form.changeReason}
            />
          </Suspense>
        )}
        {(page.why || page.guidance) && (
          <Folded summary={walkStrings.help(page.why !== undefined, page.guidance !== undefined)}>
            <PageHelp walk={walk} step={step} language={language} />
          </Folded>
        )}
        <Folded summary={walkStrings.note} open={assessment.notes.has(address)}>
          <Textarea
            id="note"
            name="note"
            label={walkStrings.noteLabel}
            hint={walkStrings.noteHint}
            limit={4000}
            error={form.noteError}
            value={form.note}
            onChange={(event) => form.changeNote(event.target.value)}
          />
        </Folded>
        <div className="govuk-button-group">
          <Button>{walkStrings.next}</Button>
          <Link href={assessmentAt(session.draft.id)}>{walkStrings.sections}</Link>
        </div>
      </form>
      {!returns && (
        <p className="govuk-body-s govuk-!-margin-bottom-1 app-form__after">
          {/* it takes a look at every way ahead, for which nobody should wait */}
          {isPainted && after(pagesAfter(walk, address))}
        </p>
      )}
      <Saved />
    </Screen>
  );
};
