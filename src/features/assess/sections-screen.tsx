import { inLanguage, subjectOf } from '../../policy/present';
import { addressOf } from '../../policy/walk';
import { en } from '../../strings/en';
import { ButtonLink, Heading, TaskList, type Task } from '../../ui';
import { Screen } from '../../views/screen';
import { checkAt, outcomeAt, questionAt } from './addresses';
import { useAssessment, useSession } from './draft-context';
import { Saved } from './saved';

/** The sections of the policy, with how far each one is. */
export const SectionsScreen = () => {
  const { draft } = useSession();
  const { walk } = useAssessment();
  const { path, outcome } = walk;
  const current = outcome === undefined ? path.at(-1) : undefined;
  const tasks = walk.model.policy.sections.flatMap((section): readonly Task[] => {
    const steps = path.filter((step) => step.page.section === section.id);
    const [first] = steps;
    const title = inLanguage(section.title, 'en');
    if (!first) return outcome === undefined ? [{ title, status: en.sections.waiting, waiting: true }] : [];
    const open = current && steps.includes(current) ? current : undefined;
    return [
      {
        title,
        href: questionAt(draft.id, addressOf(open ?? first)),
        ...(open ? { status: en.sections.inProgress, colour: 'blue' as const } : { status: en.sections.done }),
      },
    ];
  });
  return (
    <Screen title={en.sections.title} back="/">
      <Heading caption={subjectOf(walk)}>{en.sections.title}</Heading>
      <p className="govuk-body">{en.sections.progress(current ? path.length - 1 : path.length)}</p>
      <TaskList tasks={tasks} />
      {current ? (
        <ButtonLink href={questionAt(draft.id, addressOf(current))}>{en.sections.carryOn}</ButtonLink>
      ) : (
        <div className="govuk-button-group">
          <ButtonLink href={outcomeAt(draft.id)}>{en.sections.outcome}</ButtonLink>
          <ButtonLink look="secondary" href={checkAt(draft.id)}>
            {en.sections.check}
          </ButtonLink>
        </div>
      )}
      <Saved />
    </Screen>
  );
};
