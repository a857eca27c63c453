import type { MouseEvent } from 'react';
import { navigate } from 'wouter/use-hash-location';
import type { LinkProps } from '../ui';

/** Whether a click means this window, and not a new tab or a download. */
const isPlain = ({ button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey;

/**
 * A link inside the app goes by the router; any other, as the browser does. Not the router's own link, which every
 * change of the address renders again, on every page that has one.
 */
export const AppLink = ({ href, ref: _, onClick, ...rest }: LinkProps) => {
  if (!href.startsWith('/')) return <a href={href} onClick={onClick} {...rest} />;
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    if (event.defaultPrevented || !isPlain(event)) return;
    event.preventDefault();
    navigate(href);
  };
  return <a href={`#${href}`} onClick={follow} {...rest} />;
};
