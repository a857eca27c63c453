import { useSite } from '../../services';
import { accessibility } from '../../strings/accessibility';
import { Blocks, Heading } from '../../ui';
import { Screen } from '../../views/screen';

/** The accessibility statement, for the service and council of the settings. */
export const Accessibility = () => {
  const site = useSite();
  const app = site?.ok ? site.value.settings.app : undefined;
  return (
    <Screen title={accessibility.title} back="/">
      <Heading size="xl">{accessibility.title}</Heading>
      {app && <p className="govuk-body">{accessibility.of(app.service, app.council)}</p>}
      <Blocks blocks={accessibility.blocks} />
    </Screen>
  );
};
