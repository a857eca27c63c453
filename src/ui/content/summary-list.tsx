import type { ReactNode } from 'react';
import { classes } from '../classes';
import { Link } from '../link';

export interface SummaryAction {
  readonly text: string;
  /** What the link is about, for those who hear it out of its row: "Change" and then this, hidden. */
  readonly about?: string | undefined;
  readonly href: string;
}

export interface SummaryRow {
  readonly key: ReactNode;
  readonly value: ReactNode;
  readonly actions?: readonly SummaryAction[] | undefined;
}

export interface SummaryCard {
  readonly title: string;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly actions?: readonly SummaryAction[] | undefined;
}

export interface SummaryListProps {
  readonly rows: readonly SummaryRow[];
  /** Whether rows stand without lines between them. */
  readonly plain?: boolean | undefined;
  /** A frame with a title, where a page lists several things of one kind. */
  readonly card?: SummaryCard | undefined;
}

interface ActionsProps {
  readonly className: string;
  readonly itemClass: string;
  readonly actions: readonly SummaryAction[];
  readonly card?: string | undefined;
}

const linkTo = (action: SummaryAction, card: string | undefined) => {
  const about = [action.about, card && `(${card})`].filter(Boolean).join(' ');
  return (
    <Link href={action.href}>
      {action.text}
      {about && <span className="govuk-visually-hidden"> {about}</span>}
    </Link>
  );
};

/** Several links are a list, so that screen readers say how many; one is not. */
const ActionList = ({ className, itemClass, actions, card }: ActionsProps) => (
  <ul className={className}>
    {actions.map((action) => (
      <li key={`${action.text} ${action.href}`} className={itemClass}>
        {linkTo(action, card)}
      </li>
    ))}
  </ul>
);

const RowActions = ({ actions, card }: Pick<ActionsProps, 'actions' | 'card'>) => {
  const [first, ...others] = actions;
  if (!first) return null;
  return (
    <dd className="govuk-summary-list__actions">
      {others.length === 0 ? (
        linkTo(first, card)
      ) : (
        <ActionList
          className="govuk-summary-list__actions-list"
          itemClass="govuk-summary-list__actions-list-item"
          actions={actions}
          card={card}
        />
      )}
    </dd>
  );
};

const CardActions = ({ actions, card }: Pick<ActionsProps, 'actions' | 'card'>) => {
  const [first, ...others] = actions;
  if (!first) return null;
  const className = 'govuk-summary-card__actions';
  return others.length === 0 ? (
    <div className={className}>{linkTo(first, card)}</div>
  ) : (
    <ActionList className={className} itemClass="govuk-summary-card__action" actions={actions} card={card} />
  );
};

/** Questions and answers, each with a link to change it. */
export const SummaryList = ({ rows, plain, card }: SummaryListProps) => {
  const anyActions = rows.some(({ actions }) => actions?.length);
  const list = (
    <dl className={classes('govuk-summary-list', plain && 'govuk-summary-list--no-border')}>
      {rows.map(({ key, value, actions = [] }, index) => (
        <div
          key={index}
          className={classes(
            'govuk-summary-list__row',
            anyActions && actions.length === 0 && 'govuk-summary-list__row--no-actions',
          )}
        >
          <dt className="govuk-summary-list__key">{key}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
          <RowActions actions={actions} card={card?.title} />
        </div>
      ))}
    </dl>
  );
  if (!card) return list;
  const Level = `h${card.level ?? 2}` as const;
  return (
    <div className="govuk-summary-card">
      <div className="govuk-summary-card__title-wrapper">
        <Level className="govuk-summary-card__title">{card.title}</Level>
        <CardActions actions={card.actions ?? []} card={card.title} />
      </div>
      <div className="govuk-summary-card__content">{list}</div>
    </div>
  );
};
