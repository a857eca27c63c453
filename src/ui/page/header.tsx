import type { ReactNode } from 'react';
import { classes } from '../classes';
import { Anchor } from '../link';
import { useWords } from '../words';

export interface OrganisationHeaderProps {
  /** The organisation's name, as text: a service off GOV.UK bears neither crown nor GOV.UK's logo. */
  readonly name: string;
  readonly href: string;
}

export const OrganisationHeader = ({ name, href }: OrganisationHeaderProps) => (
  <div className="govuk-generic-header">
    <div className="govuk-generic-header__container govuk-width-container">
      <div className="govuk-generic-header__logo">
        <Anchor href={href} className="govuk-generic-header__homepage-link">
          {name}
        </Anchor>
      </div>
    </div>
  </div>
);

export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  /** `page` where this is the page shown, `section` where the page shown is below it. */
  readonly current?: 'page' | 'section' | undefined;
}

export interface ServiceNavigationProps {
  readonly service: string;
  readonly href?: string | undefined;
  readonly items?: readonly NavigationItem[] | undefined;
}

const Item = ({ text, href, current }: NavigationItem) => (
  <li className={classes('govuk-service-navigation__item', current && 'govuk-service-navigation__item--active')}>
    <Anchor
      className="govuk-service-navigation__link"
      href={href}
      aria-current={current && (current === 'page' ? 'page' : true)}
    >
      {current ? <strong className="govuk-service-navigation__active-fallback">{text}</strong> : text}
    </Anchor>
  </li>
);

/** The service's name, and the few places that are always at hand; on narrow screens they stay in sight. */
export const ServiceNavigation = ({ service, href, items = [] }: ServiceNavigationProps) => {
  const words = useWords();
  return (
    <section className="govuk-service-navigation" aria-label={words.serviceInformation}>
      <div className="govuk-width-container">
        <div className="govuk-service-navigation__container">
          <span className="govuk-service-navigation__service-name">
            {href ? (
              <Anchor href={href} className="govuk-service-navigation__link">
                {service}
              </Anchor>
            ) : (
              <span className="govuk-service-navigation__text">{service}</span>
            )}
          </span>
          {items.length > 0 && (
            <nav aria-label={words.menu} className="govuk-service-navigation__wrapper">
              <ul className="govuk-service-navigation__list" id="navigation">
                {items.map((item) => (
                  <Item key={item.href} {...item} />
                ))}
              </ul>
            </nav>
          )}
        </div>
      </div>
    </section>
  );
};

export interface ServiceHeaderProps {
  readonly organisation: string;
  readonly service: string;
  readonly home: string;
  readonly items?: readonly NavigationItem[] | undefined;
  /** What stands below: a phase banner. */
  readonly children?: ReactNode;
}

/** Whose service this is, what it is called, and where to go from anywhere. */
export const ServiceHeader = ({ organisation, service, home, items, children }: ServiceHeaderProps) => (
  <header className="govuk-template__header">
    <OrganisationHeader name={organisation} href={home} />
    <ServiceNavigation service={service} href={home} items={items} />
    {children}
  </header>
);
