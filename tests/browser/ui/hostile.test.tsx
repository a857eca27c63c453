import { cleanup, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, expect, it } from 'vitest';
import {
  BackLink,
  Blocks,
  Button,
  Checkboxes,
  Details,
  ErrorSummary,
  Footer,
  Panel,
  PhaseBanner,
  Radios,
  ServiceHeader,
  Tag,
  TextInput,
  WarningText,
} from '../../../src/ui';
import { SummaryList } from '../../../src/ui/content/summary-list';
import { Table } from '../../../src/ui/content/table';
import { Select } from '../../../src/ui/form/select';
import { Textarea } from '../../../src/ui/form/textarea';
import { hostile, loose } from '../../support/hostile';

afterEach(cleanup);

/** Every component that shows a text, with the same one in every place of it. */
const screenWith = (text: string): ReactElement => (
  <>
    <ServiceHeader organisation={text} service={text} home="/" items={[{ text, href: '/guidance' }]}>
      <PhaseBanner tag={text}>{text}</PhaseBanner>
    </ServiceHeader>
    <BackLink href="/">{text}</BackLink>
    <ErrorSummary errors={[{ text, field: 'words' }]} />
    <Blocks
      blocks={[
        { kind: 'heading', text },
        { kind: 'paragraph', text },
        { kind: 'list', items: [text], numbered: true },
        { kind: 'link', text, href: 'https://council.example/' },
      ]}
    />
    <Details summary={text}>{text}</Details>
    <WarningText>{text}</WarningText>
    <Panel title={text}>{text}</Panel>
    <Tag>{text}</Tag>
    <SummaryList rows={[{ key: text, value: text }]} />
    <Table caption={text} columns={[{ label: text }]} rows={[[text]]} rowHeaders />
    <TextInput name="words" label={text} hint={text} error={text} defaultValue={text} />
    <Textarea name="more" label={text} hint={text} defaultValue={text} />
    <Radios name="one" label={text} hint={text} options={[{ value: 'a', text, hint: text }]} />
    <Checkboxes name="many" label={text} options={[{ value: 'a', text, hint: text }]} />
    <Select name="list" label={text} options={[{ value: 'a', text }]} />
    <Button>{text}</Button>
    <Footer links={[{ text, href: '/' }]}>{text}</Footer>
  </>
);

/** What a page is made of, without its words. */
const skeletonOf = (root: Element): readonly string[] =>
  [...root.querySelectorAll('*')].map((element) => `${element.tagName} ${element.getAttributeNames().join(' ')}`);

it('a text stays a text, in every place of every component that shows one', () => {
  const plain = skeletonOf(render(screenWith('Plain')).container);
  cleanup();
  expect(plain.length).toBeGreaterThan(60);
  for (const text of hostile) {
    const { container } = render(screenWith(text));
    expect(skeletonOf(container), JSON.stringify(text)).toEqual(plain);
    expect(container.querySelector('legend')?.textContent, JSON.stringify(text)).toBe(text);
    cleanup();
  }
  expect(loose in globalThis).toBe(false);
});
