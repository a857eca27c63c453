import type { ReactNode } from 'react';
import { classes, idList } from '../classes';
import { Anchor } from '../link';
import { Tag, type TagColour } from './tag';

export interface Task {
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  /** Where the task is done; none while it cannot be started. */
  readonly href?: string | undefined;
  readonly status: string;
  /** The status as a coloured tag, for what still wants doing. What is done stays plain text (GOV.UK's advice). */
  readonly colour?: TagColour | undefined;
  /** Whether the status is written in grey, for what cannot be started yet. */
  readonly waiting?: boolean | undefined;
}

export interface TaskListProps {
  readonly id?: string | undefined;
  readonly tasks: readonly Task[];
}

/** What there is to do and how far each task is. */
export const TaskList = ({ id = 'task-list', tasks }: TaskListProps) => (
  <ul className="govuk-task-list">
    {tasks.map(({ title, hint, href, status, colour, waiting }, index) => {
      const hintId = hint ? `${id}-${index + 1}-hint` : undefined;
      const statusId = `${id}-${index + 1}-status`;
      return (
        <li key={statusId} className={classes('govuk-task-list__item', href && 'govuk-task-list__item--with-link')}>
          <div className="govuk-task-list__name-and-hint">
            {href ? (
              <Anchor
                className="govuk-link govuk-task-list__link"
                href={href}
                aria-describedby={idList(hintId, statusId)}
              >
                {title}
              </Anchor>
            ) : (
              <div>{title}</div>
            )}
            {hintId && (
              <div id={hintId} className="govuk-task-list__hint">
                {hint}
              </div>
            )}
          </div>
          <div
            id={statusId}
            className={classes('govuk-task-list__status', waiting && 'govuk-task-list__status--cannot-start-yet')}
          >
            {colour ? <Tag colour={colour}>{status}</Tag> : status}
          </div>
        </li>
      );
    })}
  </ul>
);
