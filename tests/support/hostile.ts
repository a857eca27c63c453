import bigList from 'big-list-of-naughty-strings/blns.json';
import { canonicalText, refusedCharacters } from '../../src/base/text';

/** What a script that got loose would say: every attempt below sets it, wherever it runs. */
export const loose = 'injected';

const code = (...points: readonly number[]): string => String.fromCodePoint(...points);
const unit = (...units: readonly number[]): string => String.fromCharCode(...units);
const run = `${loose}=1`;

/**
 * Texts that have broken programs of this kind, by what they try. All but the last were written for this app, and `loose`
 * is what would show that one has run; those of the Big List of Naughty Strings open dialogs.
 */
export const hostileByKind: Readonly<Record<string, readonly string[]>> = {
  script: [
    `<script>${run}</script>`,
    `"><script>${run}//`,
    `</title></textarea></style><script>${run}</script>`,
    `<scr<script>ipt>${run}</scr</script>ipt>`,
    `<svg><script href="data:text/javascript,${run}" /></svg>`,
    `<![CDATA[<script>${run}</script>]]>`,
    `<!--><script>${run}</script>-->`,
  ],
  handler: [
    `<img src=x onerror=${run}>`,
    `" autofocus onfocus="${run}`,
    `' onmouseover='${run}`,
    `<svg onload=${run}>`,
    `<details open ontoggle=${run}>`,
    `<body onpageshow=${run}>`,
    `<iframe srcdoc="&lt;script&gt;parent.${run}&lt;/script&gt;"></iframe>`,
    '<style>*{display:none}</style>',
    '<base href="https://elsewhere.example/">',
    '<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">',
  ],
  address: [
    `javascript:${run}`,
    `JaVaScRiPt:${run}`,
    `java\tscript:${run}`,
    `data:text/html,<script>${run}</script>`,
    'https://council.example@elsewhere.example/',
    '//elsewhere.example/%2e%2e/%00',
    '../../../../etc/passwd',
    String.raw`C:\con\nul`,
    '#/a/../sign',
  ],
  entity: ['&lt;script&gt;', '&#60;b&#62;', '&amp;amp;', '&#x202e;', '&nosuch;', '%3Cb%3E', String.raw`\u003cb\u003e`],
  query: ["Robert'); DELETE FROM drafts;--", "' OR '1'='1", '" ; --', '1; SHUTDOWN', '{"$where":"1"}'],
  template: [
    '{{7*7}}',
    '${7*7}',
    '{{constructor.constructor("return 1")()}}',
    '<%= 7*7 %>',
    '#{7*7}',
    '[[7*7]]',
    '{0}',
  ],
  format: ['%s%s%s%n', '%d', '{}', '%', '\\', String.raw`\n\r\0`, '$&', '$1', "$'", '$$'],
  formula: [
    '=1+1',
    '=HYPERLINK("https://elsewhere.example","look")',
    '+1',
    '-1+2',
    '@SUM(A1)',
    `=cmd|' /C calc'!A0`,
    ';=1',
  ],
  property: [
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'length',
    'then',
    'null',
  ],
  value: [
    'undefined',
    'NaN',
    'Infinity',
    '-0',
    '1e309',
    '0x1F',
    '1_000',
    'true',
    '[]',
    '[object Object]',
    '007',
    '١٢٣',
  ],
  order: [
    `invoice${code(0x202e)}fdp.exe`,
    `${code(0x2066)}approved${code(0x2069)} not`,
    `${code(0x200f)}left${code(0x200e)}`,
    code(0x061c),
  ],
  script_of_others: ['שלום', 'مرحبا', 'Привет', '你好', 'ไทย', 'аpproved', 'ｆｕｌｌ', '𝐛𝐨𝐥𝐝', 'ﬁne'],
  marks: [
    `Z${code(0x0351, 0x036b, 0x0343, 0x0348, 0x0352).repeat(20)}`,
    code(0x0301),
    `e${code(0x0301)}`,
    `${code(0x1100)}${code(0x1161)}`,
    `a${code(0x20dd)}`,
  ],
  unseen: [
    code(0x200b),
    `zero${code(0x200b)}width`,
    code(0xfeff),
    `soft${code(0xad)}hyphen`,
    `no${code(0xa0)}break`,
    code(0x2028),
    code(0x2029),
    code(0xe0041),
    code(0xfe0f),
    code(0x115f),
    code(0x3164),
    code(0xfff9),
  ],
  control: [
    code(0),
    `a${code(0)}b`,
    code(7),
    code(8),
    code(0x1b, 0x5b, 0x33, 0x31, 0x6d),
    code(0x7f),
    code(0x85),
    '\r',
    '\t',
  ],
  surrogate: [unit(0xd800), unit(0xdc00), `${unit(0xd83d)}x`, unit(0xdfff, 0xd800), code(0xffff), code(0x10ffff)],
  picture: [
    code(0x1f600),
    code(0x1f469, 0x200d, 0x1f4bb),
    code(0x1f44d, 0x1f3fd),
    code(0x1f1ec, 0x1f1e7),
    `1${code(0xfe0f, 0x20e3)}`,
  ],
  long: [
    'W'.repeat(3000),
    'i'.repeat(3000),
    'word '.repeat(700),
    `${'-'.repeat(500)}>`,
    '('.repeat(400),
    '\n'.repeat(400),
  ],
  space: [' ', ' leading', 'trailing ', 'two  spaces', ' \n ', '\u3000'],
  pdf: [
    ') Tj ET',
    '>> endobj 1 0 obj <<',
    'endstream',
    '%%EOF',
    '(unbalanced',
    '<FEFF0041>',
    '/JavaScript (x)',
    'trailer << /Root 9 0 R >>',
  ],
  big_list: bigList.filter((text) => text !== ''),
};

/** All of them. */
export const hostile: readonly string[] = Object.values(hostileByKind).flat();

/** Those that a record takes as they stand, on one line: the dangerous ones, since the others are refused at the door. */
export const hostileAllowed: readonly string[] = [
  ...new Set(
    hostile
      .map((text) => canonicalText(text, false))
      .filter((text) => text !== '' && refusedCharacters(text, false).length === 0),
  ),
];
