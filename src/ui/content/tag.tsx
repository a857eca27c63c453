import type { ReactNode } from 'react';
import { classes } from '../classes';

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow';

export interface TagProps {
  readonly colour?: TagColour | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** The status of something, in a word or two; the colour only repeats what the words say. */
export const Tag = ({ colour, className, children }: TagProps) => (
  <strong className={classes('govuk-tag', colour && `govuk-tag--${colour}`, className)}>{children}</strong>
);
