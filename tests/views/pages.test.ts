import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentModel } from '../../src/pdf/document';
import { bookmarksOf } from '../../src/views/pages/headings';
import { gap, layOut, sightOf } from '../../src/views/pages/sight';

const a4 = { width: 595.28, height: 841.89 };

test('pages fit the column or have their size on paper, and stand one below the other', () => {
  expect(layOut([a4, a4], 'fit', 500)).toMatchObject([
    { top: 0, width: 500, height: 707 },
    { top: 707 + gap, width: 500, height: 707 },
  ]);
  expect(layOut([a4], 'actual', 500)).toMatchObject([{ width: 794, height: 1123 }]); // 210 by 297 mm at 96 an inch
  expect(layOut([a4], 'large', 500)).toMatchObject([{ width: 1191, height: 1684 }]);
});

test('where the column is scrolled to a page, that one is read; what is in sight is in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ width: fc.integer({ min: 50, max: 2000 }), height: fc.integer({ min: 50, max: 2000 }) }), {
        minLength: 1,
        maxLength: 20,
      }),
      fc.nat(19),
      fc.integer({ min: 200, max: 2000 }),
      (sizes, wanted, width) => {
        const pages = layOut(sizes, 'fit', width);
        const page = Math.min(wanted, pages.length - 1);
        const { top = 0, height = 0 } = pages[page] ?? {};
        const seen = sightOf(pages, top, height);
        expect([seen.first, seen.current]).toEqual([page, page]);
        const whole = sightOf(pages, 0, (pages.at(-1)?.top ?? 0) + (pages.at(-1)?.height ?? 0));
        expect([whole.first, whole.last]).toEqual([0, pages.length - 1]);
      },
    ),
  );
});

test('the page being read is the one that reaches a third down what is seen', () => {
  const pages = layOut([a4, a4], 'fit', 500); // the second begins at 723
  expect(sightOf(pages, 723 - 240, 600)).toEqual({ first: 0, last: 1, current: 0 });
  expect(sightOf(pages, 723 - 180, 600)).toEqual({ first: 0, last: 1, current: 1 });
});

test('each heading finds its bookmark, also where two are called the same and where bookmarks have more', () => {
  const heading = (text: string) => ({ kind: 'heading', level: 2, text }) as const;
  const model: DocumentModel = [
    heading('Risks'),
    { kind: 'paragraph', text: 'Risks' },
    heading('Signed'),
    heading('Risks'),
  ];
  const at = (title: string, page: number) => ({ title, page, down: 0 });
  const found = bookmarksOf(model, [at('Risks', 0), at('Contents', 0), at('Signed', 1), at('Risks', 2)]);
  expect(model.map((block) => found.get(block)?.page)).toEqual([0, undefined, 1, 2]);
  expect(bookmarksOf(model, []).size).toBe(0);
});
