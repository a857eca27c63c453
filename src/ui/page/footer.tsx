import type { ReactNode } from 'react';
import { Anchor } from '../link';
import { useWords } from '../words';

export interface FooterProps {
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly children?: ReactNode;
}

/**
 * Links that every page has (help, accessibility statement), and a line about the service. Our own classes, since
 * GOV.UK Frontend's footer brings the royal arms.
 */
export const Footer = ({ links, children }: FooterProps) => {
  const { supportLinks } = useWords();
  return (
    <footer className="govuk-template__footer app-footer">
      <div className="govuk-width-container">
        <h2 className="govuk-visually-hidden">{supportLinks}</h2>
        <ul className="app-footer__links">
          {links.map(({ text, href }) => (
            <li key={href} className="app-footer__item">
              <Anchor className="govuk-link app-footer__link" href={href}>
                {text}
              </Anchor>
            </li>
          ))}
        </ul>
        {children && <div className="app-footer__text">{children}</div>}
      </div>
    </footer>
  );
};
