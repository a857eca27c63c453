import type { ComponentProps, ReactNode } from 'react';

export interface HeadingProps extends Omit<ComponentProps<'h1'>, 'className'> {
  readonly level?: 1 | 2 | 3 | 4 | undefined;
  readonly size?: 's' | 'm' | 'l' | 'xl' | undefined;
  /** What the heading belongs to, above it and smaller. */
  readonly caption?: ReactNode;
}

const sizes = { 1: 'l', 2: 'm', 3: 's', 4: 's' } as const;

export const Heading = ({ level = 1, size = sizes[level], caption, children, ...rest }: HeadingProps) => {
  const Level = `h${level}` as const;
  return (
    <>
      {caption && <span className={`govuk-caption-${size === 's' ? 'm' : size}`}>{caption}</span>}
      <Level className={`govuk-heading-${size}`} {...rest}>
        {children}
      </Level>
    </>
  );
};
