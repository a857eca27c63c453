import type { ReactElement } from 'react';
import {
  BackLink,
  Button,
  ButtonLink,
  Checkboxes,
  type Choice,
  Details,
  ErrorMessage,
  ErrorSummary,
  Fieldset,
  Hint,
  InsetText,
  Label,
  Panel,
  PhaseBanner,
  type Question,
  Radios,
  type Size,
  Tag,
  type TagColour,
  TextInput,
  WarningText,
} from '../../../src/ui';
import { Textarea } from '../../../src/ui/form/textarea';
import { SummaryList } from '../../../src/ui/content/summary-list';
import { Select } from '../../../src/ui/form/select';
import { DateInput } from '../../../src/ui/form/date-input';
import { FileUpload } from '../../../src/ui/form/file-upload';
import { TaskList } from '../../../src/ui/content/task-list';
import { NotificationBanner } from '../../../src/ui/content/notification-banner';
import { Table } from '../../../src/ui/content/table';
import { OrganisationHeader, ServiceNavigation } from '../../../src/ui/page/header';

/** The options of an example, as far as the examples that we compare use them. */
export interface Options {
  readonly [name: string]: unknown;
}

const part = (options: Options, name: string): Options => (options[name] ?? {}) as Options;
const list = (options: Options, name: string): readonly Options[] => (options[name] ?? []) as readonly Options[];
const text = (options: Options, name = 'text'): string | undefined => {
  const value = options[name];
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : undefined;
};
const words = (options: Options, name = 'text'): string => text(options, name) ?? '';
const flag = (options: Options, name: string): boolean | undefined => (options[name] ? true : undefined);

/** What a block's modifier class says: `govuk-label--l` is `l`. */
const modifier = ({ classes }: Options): string | undefined =>
  typeof classes === 'string' ? /--(\S+)$/.exec(classes)?.[1] : undefined;

const oneOf = <Name extends string>(names: readonly Name[], options: Options): Name | undefined =>
  names.find((name) => name === modifier(options));

const sizes: readonly Size[] = ['s', 'm', 'l', 'xl'];
const colours: readonly TagColour[] = ['grey', 'green', 'teal', 'blue', 'purple', 'magenta', 'red', 'orange', 'yellow'];

const labelled = (caption: Options) => ({
  label: words(caption),
  size: oneOf(sizes, caption),
  heading: flag(caption, 'isPageHeading'),
});

const question = (options: Options): Question => ({
  id: text(options, 'id') ?? text(options, 'idPrefix'),
  name: words(options, 'name'),
  ...labelled(options.fieldset ? part(part(options, 'fieldset'), 'legend') : part(options, 'label')),
  hint: text(part(options, 'hint')),
  error: text(part(options, 'errorMessage')),
  describedBy: text(options, 'describedBy'),
});

const choices = (options: Options): readonly Choice[] => {
  const items = list(options, 'items');
  return items
    .map((item, index) => ({
      value: words(item, 'value'),
      text: words(item),
      hint: text(part(item, 'hint')),
      disabled: flag(item, 'disabled'),
      exclusive: Boolean(items[index - 1]?.divider),
    }))
    .filter(({ value }) => value !== '');
};

const ticked = (options: Options) =>
  list(options, 'items')
    .filter(({ checked, selected }) => checked || selected)
    .map((item) => words(item, 'value'));

const action = (item: Options) => ({
  text: words(item),
  href: words(item, 'href'),
  about: text(item, 'visuallyHiddenText'),
});

const task = (item: Options) => {
  const status = part(item, 'status');
  const tag = part(status, 'tag');
  return {
    title: words(part(item, 'title')),
    hint: text(part(item, 'hint')),
    href: text(item, 'href'),
    status: words(status.tag ? tag : status),
    colour: oneOf(colours, tag),
    waiting: flag(status, 'classes'),
  };
};

const table = (options: Options) => {
  const [first = []] = options.rows as readonly (readonly Options[])[];
  return (
    <Table
      caption={text(options, 'caption')}
      captionSize={oneOf(sizes, { classes: options.captionClasses })}
      columns={first.map((cell, at) => ({
        label: words(list(options, 'head')[at] ?? {}),
        numeric: flag(cell, 'format'),
      }))}
      rows={(options.rows as readonly (readonly Options[])[]).map((row) => row.map((cell) => words(cell)))}
      rowHeaders={flag(options, 'firstCellIsHeader')}
    />
  );
};

const navigation = (item: Options) => ({
  text: words(item),
  href: words(item, 'href'),
  current: item.current ? ('page' as const) : item.active ? ('section' as const) : undefined,
});

/** For each component of GOV.UK Frontend: ours, from the options of an example. */
export const examples: Readonly<Record<string, (options: Options) => ReactElement>> = {
  'back-link': (options) => <BackLink href={text(options, 'href') ?? '#'}>{text(options)}</BackLink>,
  button: (options) =>
    options.href ? (
      <ButtonLink href={words(options, 'href')} start={flag(options, 'isStartButton')}>
        {words(options)}
      </ButtonLink>
    ) : (
      <Button
        name={text(options, 'name')}
        type={options.type === 'button' ? 'button' : 'submit'}
        look={oneOf(['secondary', 'warning', 'inverse'], options)}
        disabled={flag(options, 'disabled')}
      >
        {words(options)}
      </Button>
    ),
  'character-count': (options) => (
    <Textarea
      {...question(options)}
      limit={Number(options.maxlength)}
      threshold={Number(options.threshold ?? 0)}
      defaultValue={text(options, 'value')}
    />
  ),
  checkboxes: (options) => (
    <Checkboxes
      {...question(options)}
      options={choices(options)}
      defaultValue={ticked(options)}
      layout={oneOf(['small'], options)}
    />
  ),
  'date-input': (options) => {
    const values = part(options, 'values');
    const box = (name: string) => ({
      name: options.namePrefix ? `${words(options, 'namePrefix')}-${name}` : name,
      defaultValue: text(values, options.namePrefix ? `${words(options, 'namePrefix')}-${name}` : name),
    });
    return (
      <DateInput
        {...question(options)}
        id={words(options, 'id')}
        day={options.day === false ? undefined : box('day')}
        month={box('month')}
        year={box('year')}
        wrong={part(options, 'year').error ? ['year'] : undefined}
      />
    );
  },
  details: (options) => (
    <Details summary={words(options, 'summaryText')} open={flag(options, 'open')}>
      {words(options)}
    </Details>
  ),
  'error-message': (options) => <ErrorMessage>{words(options)}</ErrorMessage>,
  'error-summary': (options) => (
    <ErrorSummary
      errors={list(options, 'errorList').map((item) => ({ text: words(item), field: text(item, 'href')?.slice(1) }))}
    >
      {text(options, 'descriptionText')}
    </ErrorSummary>
  ),
  fieldset: (options) => {
    const { label, ...legend } = labelled(part(options, 'legend'));
    return <Fieldset legend={label} {...legend} describedBy={text(options, 'describedBy')} />;
  },
  'file-upload': (options) => (
    <FileUpload {...question(options)} multiple={flag(options, 'multiple')} disabled={flag(options, 'disabled')} />
  ),
  'generic-header': (options) => <OrganisationHeader name={words(options, 'logoText')} href="/" />,
  hint: (options) => <Hint>{words(options)}</Hint>,
  input: (options) => (
    <TextInput
      {...question(options)}
      width={options.classes ? 5 : undefined}
      prefix={text(part(options, 'prefix'))}
      suffix={text(part(options, 'suffix'))}
      defaultValue={text(options, 'value')}
      inputMode={options.inputmode ? 'decimal' : undefined}
      autoComplete={text(options, 'autocomplete')}
      spellCheck={flag(options, 'spellcheck')}
      disabled={flag(options, 'disabled')}
    />
  ),
  'inset-text': (options) => <InsetText>{words(options)}</InsetText>,
  label: (options) => {
    const { label, ...rest } = labelled(options);
    return <Label {...rest}>{label}</Label>;
  },
  'notification-banner': (options) => (
    <NotificationBanner title={text(options, 'titleText')} success={options.type === 'success'}>
      {words(options)}
    </NotificationBanner>
  ),
  panel: (options) => (
    <Panel title={words(options, 'titleText')} level={options.headingLevel ? 2 : 1}>
      {text(options)}
    </Panel>
  ),
  'phase-banner': (options) => <PhaseBanner tag={words(part(options, 'tag'))}>{words(options)}</PhaseBanner>,
  radios: (options) => (
    <Radios
      {...question(options)}
      options={choices(options)}
      defaultValue={ticked(options)[0]}
      layout={oneOf(['inline'], options)}
    />
  ),
  select: (options) => (
    <Select
      {...question(options)}
      options={list(options, 'items').map((item) => ({
        value: words(item, 'value'),
        text: words(item),
        disabled: flag(item, 'disabled'),
      }))}
      defaultValue={ticked(options)[0] ?? text(options, 'value')}
    />
  ),
  'service-navigation': (options) => (
    <ServiceNavigation
      service={words(options, 'serviceName')}
      href={text(options, 'serviceUrl')}
      items={list(options, 'navigation').map(navigation)}
    />
  ),
  'summary-list': (options) => (
    <SummaryList
      plain={flag(options, 'classes')}
      card={
        options.card
          ? {
              title: words(part(part(options, 'card'), 'title')),
              actions: list(part(part(options, 'card'), 'actions'), 'items').map(action),
            }
          : undefined
      }
      rows={list(options, 'rows').map((row) => ({
        key: words(part(row, 'key')),
        value: words(part(row, 'value')),
        actions: list(part(row, 'actions'), 'items').map(action),
      }))}
    />
  ),
  table,
  tag: (options) => <Tag colour={oneOf(colours, options)}>{words(options)}</Tag>,
  'task-list': (options) => <TaskList tasks={list(options, 'items').map(task)} />,
  textarea: (options) => (
    <Textarea
      {...question(options)}
      rows={options.rows ? Number(options.rows) : undefined}
      defaultValue={text(options, 'value')}
    />
  ),
  'warning-text': (options) => <WarningText>{words(options)}</WarningText>,
};
