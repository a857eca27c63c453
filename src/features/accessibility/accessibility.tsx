import { useEffect, useState } from 'react';
import { type Site, useServices } from '../../services';
import { accessibility } from '../../strings/accessibility';
import { Heading } from '../../ui';
import { Screen } from '../../views/screen';

/** The accessibility statement, for the service and council of the settings. */
export const Accessibility = () => {
  const services = useServices();
  const [site, setSite] = useState<Site>();
  useEffect(() => void services.site().then((loaded) => loaded.ok && setSite(loaded.value)), [services]);
  const app = site?.settings.app;
  return (
    <Screen title={accessibility.title} back="/">
      <Heading size="xl">{accessibility.title}</Heading>
      {[...(app ? [accessibility.of(app.service, app.council)] : []), ...accessibility.intro].map((text) => (
        <p key={text} className="govuk-body">
          {text}
        </p>
      ))}
      {accessibility.sections.map(({ title, paragraphs = [], list }) => (
        <section key={title}>
          <Heading level={2}>{title}</Heading>
          {paragraphs.map((text) => (
            <p key={text} className="govuk-body">
              {text}
            </p>
          ))}
          {list && (
            <ul className="govuk-list govuk-list--bullet">
              {list.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </Screen>
  );
};
