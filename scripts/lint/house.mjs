// A plugin for oxlint with one rule, house/imports: an import that the table of the house does not allow is an error.
import { posix } from 'node:path';
import { doors, rooms, roots } from './rooms.mjs';

/** The path of a file inside src/, or undefined for a file elsewhere. */
const insideSrc = (file) => {
  const path = file.replaceAll('\\', '/');
  const at = path.lastIndexOf('/src/');
  return at < 0 ? undefined : path.slice(at + '/src/'.length);
};

/** The first part of a path without its ending: `policy` for policy/parse, `services` for services.ts. */
const roomOf = (path) => path.split('/')[0].replace(/\.\w+$/, '');

const featureOf = (path) => path.split('/')[1];

/** `@noble/hashes` for `@noble/hashes/sha2.js`. */
const packageOf = (specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

const list = (words) => (words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words[0]);

const refusePackage = (file, specifier) => {
  const name = packageOf(specifier);
  if (name in doors && file !== doors[name]) return `${name} has one door: import it from src/${doors[name]}.`;
  const room = file === undefined ? undefined : roomOf(file);
  if (room === undefined || roots.includes(room)) return undefined;
  if (rooms[room].packages?.includes(name)) return undefined;
  const owners = Object.keys(rooms).filter((other) => rooms[other].packages?.includes(name));
  const whose = owners.length === 0 ? 'no room imports it' : `it belongs to ${list(owners)}`;
  return `src/${room} may not import the package ${name} (${whose}): ${rooms[room].instead}`;
};

/** @param {'value' | 'type' | 'late'} kind */
const refuseRoom = (from, to, kind) => {
  const room = roomOf(from);
  const target = roomOf(to);
  if (roots.includes(target))
    return room === target
      ? undefined
      : `Nothing imports src/${target}: it is where the parts are put together. Take the part as an argument.`;
  if (roots.includes(room)) return undefined;
  if (room === target) {
    return room === 'features' && featureOf(from) !== featureOf(to)
      ? 'A feature never imports another: move what they share down to views, ui or a room below.'
      : undefined;
  }
  const { rooms: open = [], types = [], late = [], instead } = rooms[room];
  if (
    open.includes(target) ||
    (kind === 'type' && types.includes(target)) ||
    (kind === 'late' && late.includes(target))
  )
    return undefined;
  if (late.includes(target))
    return `Screens reach src/${target} only by import(), which keeps it out of the first download (import type is free).`;
  return `src/${room} may not import src/${target}: ${instead}`;
};

/** Why an import is refused, as a sentence, or undefined where it is allowed. */
export const refuse = (filename, specifier, kind) => {
  const from = insideSrc(filename);
  const plain = specifier.replace(/\?.*$/, '');
  if (!plain.startsWith('.')) return refusePackage(from, plain);
  if (from === undefined) return undefined;
  const to = posix.join(posix.dirname(from), plain);
  const room = roomOf(from);
  if (to.startsWith('..'))
    return roots.includes(room)
      ? undefined
      : `src/${room} may not import what lies outside src: let main.tsx load it and pass it in.`;
  return refuseRoom(from, to, kind);
};

const imports = {
  create: (context) => {
    const room = roomOf(insideSrc(context.filename) ?? 'main');
    const check = (source, kind) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const message = refuse(context.filename, source.value, kind);
      if (message !== undefined) context.report({ node: source, message });
    };
    const kindOf = (word) => (word === 'type' ? 'type' : 'value');
    return {
      Program: (node) => {
        if (room in rooms || roots.includes(room)) return;
        context.report({
          node,
          message: `src/${room} is no room of the house: put the file into one, or add the room to scripts/lint/rooms.mjs.`,
        });
      },
      ImportDeclaration: ({ source, importKind }) => check(source, kindOf(importKind)),
      ExportNamedDeclaration: ({ source, exportKind }) => check(source, kindOf(exportKind)),
      ExportAllDeclaration: ({ source, exportKind }) => check(source, kindOf(exportKind)),
      ImportExpression: ({ source }) => check(source, 'late'),
      TSImportType: ({ source, argument }) => check(source ?? argument?.literal ?? argument, 'type'),
    };
  },
};

export default { meta: { name: 'house' }, rules: { imports } };
