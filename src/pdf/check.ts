import { type Failure, failure } from '../base/result';
import { isCanonicalText, refusedCharacters } from '../base/text';
import type { Block, DocumentModel, Matrix, Text } from './document';
import { pageOf } from './print/furniture';
import { plain } from './print/wrap';
import type { CopyOptions, PrintOptions } from './print-document';
import { fileIdPattern, isPrintableTime, languagePattern, mediaTypePattern } from './tagged/tokens';

export type PrintCode =
  | 'pdf.text-characters'
  | 'pdf.text-form'
  | 'pdf.empty'
  | 'pdf.heading-order'
  | 'pdf.table-shape'
  | 'pdf.time'
  | 'pdf.language'
  | 'pdf.file-id'
  | 'pdf.attachment-name'
  | 'pdf.attachment-type'
  | 'pdf.too-long';

interface Said {
  readonly place: string;
  readonly text: string;
  readonly lines?: boolean;
}

const texts = (place: string, list: readonly Text[]): readonly Said[] =>
  list.map((text, index) => ({ place: `${place}[${index}]`, text: plain(text) }));

const legendTexts = ({ legend = [] }: Matrix): readonly string[] => legend.map(({ text }) => text);

/** Every text of a block, with its place. */
export const saidIn = (block: Block, place: string): readonly Said[] => {
  switch (block.kind) {
    case 'heading':
      return [{ place, text: block.text }];
    case 'paragraph':
      return [{ place, text: plain(block.text) }];
    case 'list':
      return texts(`${place}.items`, block.items);
    case 'table':
      return [
        ...texts(
          `${place}.columns`,
          block.columns.map(({ heading }) => heading),
        ),
        ...block.rows.flatMap((row, index) => texts(`${place}.rows[${index}]`, row)),
      ];
    case 'pairs':
      return block.pairs.flatMap(({ label, value }, index) => texts(`${place}.pairs[${index}]`, [label, value]));
    case 'words':
      return [
        { place: `${place}.label`, text: block.label },
        { place: `${place}.text`, text: block.text, lines: true },
      ];
    case 'panel':
      return [{ place: `${place}.title`, text: block.title }, ...texts(`${place}.lines`, block.lines)];
    case 'matrix':
      return [
        { place: `${place}.alt`, text: block.alt },
        ...texts(`${place}.across`, [block.across.label, ...block.across.levels]),
        ...texts(`${place}.up`, [block.up.label, ...block.up.levels]),
        ...block.cells.flatMap((row, index) =>
          texts(
            `${place}.cells[${index}]`,
            row.map(({ text }) => text),
          ),
        ),
        ...texts(`${place}.legend`, legendTexts(block)),
      ];
    case 'contents':
      return [{ place, text: block.title }];
    case 'pageBreak':
    case 'space':
      return [];
  }
};

const checkSaid = ({ place, text, lines = false }: Said): readonly Failure<PrintCode>[] => {
  const refused = refusedCharacters(text, lines);
  if (refused.length > 0) return [failure('pdf.text-characters', place, { characters: refused.join(' ') })];
  if (!isCanonicalText(text, lines)) return [failure('pdf.text-form', place)];
  return text === '' ? [failure('pdf.empty', place)] : [];
};

/** What is sure to fit on one page. */
const matrixLevels = 6;
const matrixText = 30;

const matrixTexts = (matrix: Matrix): readonly string[] => [
  ...[matrix.across, matrix.up].flatMap((axis) => [axis.label, ...axis.levels]),
  ...matrix.cells.flat().map(({ text }) => text),
  ...legendTexts(matrix),
];

const checkShape = (block: Block, place: string): readonly Failure<PrintCode>[] => {
  const wrong =
    (block.kind === 'table' &&
      (block.columns.length === 0 ||
        block.columns.some(({ share }) => !(share > 0)) ||
        block.rows.some(({ length }) => length !== block.columns.length))) ||
    (block.kind === 'pairs' && block.pairs.length === 0) ||
    (block.kind === 'list' && block.items.length === 0) ||
    (block.kind === 'matrix' &&
      ([block.across, block.up].some(({ levels }) => levels.length < 1 || levels.length > matrixLevels) ||
        (block.legend ?? []).length > matrixLevels ||
        matrixTexts(block).some(({ length }) => length > matrixText) ||
        block.cells.length !== block.up.levels.length ||
        block.cells.some(({ length }) => length !== block.across.levels.length)));
  return wrong ? [failure('pdf.table-shape', place)] : [];
};

/** PDF/UA-1, 7.4.2: headings begin at level 1 and go down one level at a time. */
const checkHeadings = (model: DocumentModel): readonly Failure<PrintCode>[] => {
  let above = 0;
  return model.flatMap((block, index) => {
    if (block.kind !== 'heading') return [];
    const wrong = block.level > above + 1;
    above = block.level;
    return wrong ? [failure('pdf.heading-order', `[${index}]`, { level: block.level })] : [];
  });
};

const unsafeInFileNames = /[\\/:*?"<>|]|^\.|\.$/;

/** Everything that would make a document unprintable, found before a line is drawn. */
export const checkDocument = (
  model: DocumentModel,
  options: CopyOptions & Partial<Pick<PrintOptions, 'signature'>>,
): readonly Failure<PrintCode>[] => {
  const {
    title,
    running = title,
    author,
    subject,
    language,
    createdAt,
    fileId,
    attachments,
    signature,
    footer,
  } = options;
  const about: readonly Said[] = [
    { place: 'title', text: title },
    ...(running === title ? [] : [{ place: 'running', text: running }]),
    { place: 'author', text: author },
    { place: 'subject', text: subject },
    { place: 'footer.reference', text: footer.reference },
    { place: 'footer.recordId', text: footer.recordId },
    { place: 'footer.page', text: (footer.page ?? pageOf)(1, 1) },
    ...texts('footer.copy', footer.copy ?? []),
    ...(signature
      ? [
          { place: 'signature.name', text: signature.name },
          { place: 'signature.reason', text: signature.reason },
        ]
      : []),
    ...attachments.flatMap(({ name, description }, index) => texts(`attachments[${index}]`, [name, description])),
  ];
  const seen = new Set<string>();
  return [
    ...about.flatMap(checkSaid),
    ...model.flatMap((block, index) => saidIn(block, `[${index}]`).flatMap(checkSaid)),
    ...model.flatMap((block, index) => checkShape(block, `[${index}]`)),
    ...checkHeadings(model),
    ...(isPrintableTime(createdAt) ? [] : [failure('pdf.time', 'createdAt')]),
    ...(!signature || isPrintableTime(signature.signedAt) ? [] : [failure('pdf.time', 'signature.signedAt')]),
    ...(languagePattern.test(language) ? [] : [failure('pdf.language', 'language')]),
    ...(fileIdPattern.test(fileId) ? [] : [failure('pdf.file-id', 'fileId')]),
    ...attachments.flatMap(({ name, type }, index) => {
      const twice = seen.has(name);
      seen.add(name);
      return [
        ...(twice || unsafeInFileNames.test(name)
          ? [failure('pdf.attachment-name', `attachments[${index}]`, { name })]
          : []),
        ...(mediaTypePattern.test(type) ? [] : [failure('pdf.attachment-type', `attachments[${index}]`, { type })]),
      ];
    }),
  ];
};
