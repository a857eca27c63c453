import { type ComponentProps, type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { classes } from '../classes';
import { Anchor, type LinkProps } from '../link';

type Look = 'secondary' | 'warning' | 'inverse';

const lookClass = (look: Look | undefined) => look && `govuk-button--${look}`;

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  readonly look?: Look | 'link' | undefined;
  /** Whether a second click within a second is dropped, for what must not be done twice. */
  readonly once?: boolean | undefined;
}

/** As long as GOV.UK Frontend waits (button.mjs). */
const doubleClick = 1000;

/** A button. It submits its form, unless `type` says otherwise. */
export const Button = ({ look, once, type = 'submit', disabled, onClick, ...rest }: ButtonProps) => {
  const last = useRef(Number.NEGATIVE_INFINITY);
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (once) {
      if (event.timeStamp - last.current < doubleClick) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      last.current = event.timeStamp;
    }
    onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      className={look === 'link' ? 'govuk-link app-link-button' : classes('govuk-button', lookClass(look))}
      disabled={disabled}
      aria-disabled={disabled ? true : undefined}
      onClick={click}
    />
  );
};

export interface ButtonLinkProps extends Omit<LinkProps, 'className'> {
  readonly look?: Look | undefined;
  /** Whether it starts the service: larger, with an arrow. */
  readonly start?: boolean | undefined;
}

// A link that looks like a button is announced as one, so the space bar must press it too.
const pressWithSpace = (event: KeyboardEvent<HTMLAnchorElement>) => {
  if (event.key !== ' ') return;
  event.preventDefault();
  event.currentTarget.click();
};

/** A link that looks like a button, for going on without sending anything. */
export const ButtonLink = ({ look, start, children, ...rest }: ButtonLinkProps) => (
  <Anchor
    {...rest}
    role="button"
    draggable={false}
    className={classes('govuk-button', lookClass(look), start && 'govuk-button--start')}
    onKeyDown={pressWithSpace}
  >
    {children}
    {start && (
      <svg
        className="govuk-button__start-icon"
        xmlns="http://www.w3.org/2000/svg"
        width="17.5"
        height="19"
        viewBox="0 0 33 40"
        aria-hidden="true"
        focusable="false"
      >
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    )}
  </Anchor>
);

/** Buttons and links in a row, one below the other on narrow screens. */
export const ButtonGroup = ({ children }: Pick<ComponentProps<'div'>, 'children'>) => (
  <div className="govuk-button-group">{children}</div>
);
