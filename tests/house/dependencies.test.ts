import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Versions = Readonly<Record<string, string>>;

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
};

/** The rows below a heading of docs/dependencies.md: names, versions and what for. */
const rowsBelow = (heading: string): readonly (readonly string[])[] => {
  const guide = readFileSync('docs/dependencies.md', 'utf8');
  const section = guide.split('\n## ').find((one) => one.startsWith(heading)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map((cells) => cells.slice(1));
};

/** What a row names; `/dom` after a package of a scope is another package of that scope. */
const namesIn = (cell: string): readonly string[] => {
  const names = [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  const scope = names[0]?.split('/')[0] ?? '';
  return names.map((name) => (name.startsWith('/') ? scope + name : name));
};

const versionsBelow = (heading: string): Versions =>
  Object.fromEntries(
    rowsBelow(heading).flatMap(([names = '', versions = '']) => {
      const all = versions.split(', ');
      return namesIn(names).map((name, index) => [name, all.length === 1 ? all[0] : all[index]]);
    }),
  ) as Versions;

describe('every package has its row, with its exact version and what it is for', () => {
  it.each([
    ['In the browser', dependencies],
    ['For building and testing', devDependencies],
  ])('%s', (heading, packages) => {
    expect(versionsBelow(heading)).toEqual(packages);
    for (const version of Object.values(packages)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    for (const [names, , what] of rowsBelow(heading))
      expect([names, what]).toEqual([names, expect.stringMatching(/\w/)]);
  });
});

it('what is installed is what was locked: every package has the hash of its content', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly integrity?: string; readonly link?: boolean }>>;
  };
  const without = Object.entries(packages).filter(
    ([path, { integrity }]) => path !== '' && integrity?.startsWith('sha512-') !== true,
  );
  expect(without.map(([path]) => path)).toEqual([]);
});
