import type { Confirmable } from '../../assessment/still-true';
import type { Key } from '../../policy/answer';
import { rowName, stepRowName } from '../../policy/names';
import { words } from '../../policy/present';
import { addressOf, type Walk } from '../../policy/walk';
import { stillTrueStrings } from '../../strings/still-true';
import { Button, Heading, Tick } from '../../ui';
import { SummaryList } from '../../ui/content/summary-list';
import { AnswerValue } from '../../views/answers';
import { againAt } from './addresses';

interface ConfirmListProps {
  readonly draft: string;
  /** The passage as if all were confirmed. */
  readonly walk: Walk;
  readonly title: string;
  readonly offers: readonly Confirmable[];
  readonly ticked: ReadonlySet<Key>;
  /** Without it the answers are only shown. */
  readonly onTick?: (ids: readonly Key[], on: boolean) => void;
}

const labelOf = (walk: Walk, { step, asked }: Confirmable): string => {
  const { field } = asked;
  const label = words(walk, field.label, 'en', asked.row);
  const [row] = asked.rows;
  const within =
    field.kind === 'group' && field.over !== undefined && row
      ? rowName(walk.model, field, row.id, 0, 'en')
      : stepRowName(walk.model, step, 'en');
  return within === undefined ? label : `${within}: ${label}`;
};

/** The answers of one section, each with a tick and a way to its page. */
export const ConfirmList = ({ draft, walk, title, offers, ticked, onTick }: ConfirmListProps) => (
  <section aria-label={title}>
    <Heading level={2}>{title}</Heading>
    <SummaryList
      rows={offers.map((offer) => {
        const label = labelOf(walk, offer);
        return {
          key: label,
          value: onTick ? (
            <Tick
              id={`still-${offer.id.replaceAll('/', '--')}`}
              checked={ticked.has(offer.id)}
              onChange={(event) => onTick([offer.id], event.target.checked)}
              label={
                <>
                  {stillTrueStrings.still}
                  <span className="govuk-visually-hidden"> {label}</span>
                </>
              }
            >
              <AnswerValue walk={walk} asked={offer.asked} language="en" />
            </Tick>
          ) : (
            <AnswerValue walk={walk} asked={offer.asked} language="en" />
          ),
          actions: [{ text: stillTrueStrings.change, href: againAt(draft, addressOf(offer.step)), about: label }],
        };
      })}
    />
    {onTick && offers.length > 1 && (
      <p className="govuk-body">
        <Button
          type="button"
          look="link"
          onClick={() =>
            onTick(
              offers.map(({ id }) => id),
              true,
            )
          }
        >
          {stillTrueStrings.section}
          <span className="govuk-visually-hidden"> {title}</span>
        </Button>
      </p>
    )}
  </section>
);
