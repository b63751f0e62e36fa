/** Everything that can be done, once: feeds the keys, the palette, the sheet and the tooltips. */
import type { WordId } from '../words/words.ts'

export type Group = 'move' | 'do' | 'go' | 'desk'

/**
 * `keys` are alternatives; a space parts the steps of a sequence: `g i` is g, then i. `Mod` is Ctrl or ⌘.
 * An action with `always` also works while typing and while single keys are switched off. One that is `unlisted` is one of
 * a row of its kind, and the sheet and the palette name the row instead.
 */
type Action = { words: WordId; group: Group; keys: readonly string[]; always?: boolean; unlisted?: boolean }

export const actions = {
  next: { words: 'do.next', group: 'move', keys: ['j', 'ArrowDown'] },
  previous: { words: 'do.previous', group: 'move', keys: ['k', 'ArrowUp'] },
  open: { words: 'do.open', group: 'move', keys: ['Enter', 'o'] },
  original: { words: 'do.original', group: 'move', keys: ['O'] },
  back: { words: 'do.back', group: 'move', keys: ['u', 'Escape'] },
  fresh: { words: 'do.fresh', group: 'move', keys: ['.'] },
  viewNext: { words: 'do.view.next', group: 'move', keys: [']'] },
  viewPrevious: { words: 'do.view.previous', group: 'move', keys: ['['] },
  view1: { words: 'do.view', group: 'move', keys: ['1'] },
  view2: { words: 'do.view', group: 'move', keys: ['2'], unlisted: true },
  view3: { words: 'do.view', group: 'move', keys: ['3'], unlisted: true },
  view4: { words: 'do.view', group: 'move', keys: ['4'], unlisted: true },
  view5: { words: 'do.view', group: 'move', keys: ['5'], unlisted: true },
  view6: { words: 'do.view', group: 'move', keys: ['6'], unlisted: true },
  view7: { words: 'do.view', group: 'move', keys: ['7'], unlisted: true },
  view8: { words: 'do.view', group: 'move', keys: ['8'], unlisted: true },
  view9: { words: 'do.view', group: 'move', keys: ['9'], unlisted: true },
  reply: { words: 'do.reply', group: 'do', keys: ['r'] },
  note: { words: 'do.note', group: 'do', keys: ['n'] },
  send: { words: 'do.send', group: 'do', keys: ['Mod+Enter'], always: true },
  sendDone: { words: 'do.send.done', group: 'do', keys: ['Mod+Shift+Enter'], always: true },
  done: { words: 'do.done', group: 'do', keys: ['e'] },
  reopen: { words: 'do.reopen', group: 'do', keys: [] },
  snooze: { words: 'do.snooze', group: 'do', keys: ['h', 'b'] },
  wake: { words: 'do.wake', group: 'do', keys: [] },
  noted: { words: 'do.noted', group: 'do', keys: [] },
  assign: { words: 'do.assign', group: 'do', keys: ['a'] },
  mine: { words: 'do.mine', group: 'do', keys: ['i'] },
  aboutUs: { words: 'do.about-us', group: 'do', keys: ['y'] },
  notAboutUs: { words: 'do.not-about-us', group: 'do', keys: ['x'] },
  answers: { words: 'do.answers', group: 'do', keys: [';'] },
  question: { words: 'do.question', group: 'do', keys: ['q'] },
  askHow: { words: 'how.ask', group: 'do', keys: [] },
  label: { words: 'do.label', group: 'do', keys: ['l'] },
  person: { words: 'do.person', group: 'do', keys: ['g p'] },
  history: { words: 'do.history', group: 'do', keys: ['H'] },
  step: { words: 'do.step', group: 'do', keys: ['f'] },
  dismiss: { words: 'do.dismiss', group: 'do', keys: ['-'] },
  ladder: { words: 'do.ladder', group: 'do', keys: ['!'] },
  speak: { words: 'do.speak', group: 'do', keys: ['c'] },
  remember: { words: 'do.remember', group: 'do', keys: ['+'] },
  promiseKept: { words: 'do.promise.kept', group: 'do', keys: ['p'] },
  promiseBroken: { words: 'do.promise.broken', group: 'do', keys: ['P'] },
  stepWrite: { words: 'do.step.write', group: 'do', keys: ['w'] },
  stepDone: { words: 'do.step.done', group: 'do', keys: ['d'] },
  stepLater: { words: 'do.step.later', group: 'do', keys: ['D'] },
  stepLeft: { words: 'do.step.left', group: 'do', keys: ['W'] },
  hold: { words: 'do.hold', group: 'do', keys: ['t'] },
  join: { words: 'do.join', group: 'do', keys: ['s'] },
  apart: { words: 'do.apart', group: 'do', keys: [] },
  upshotNothing: { words: 'do.upshot.nothing', group: 'do', keys: ['0'] },
  serve: { words: 'do.serve', group: 'do', keys: ['v'] },
  letGo: { words: 'do.let-go', group: 'do', keys: ['X'] },
  undo: { words: 'do.undo', group: 'do', keys: ['z'] },
  goList: { words: 'do.go.list', group: 'go', keys: ['g i'] },
  goMine: { words: 'do.go.mine', group: 'go', keys: ['g m'] },
  goQuestions: { words: 'do.go.questions', group: 'go', keys: ['g q'] },
  goObjectives: { words: 'do.go.objectives', group: 'go', keys: ['g o'] },
  goRooms: { words: 'do.go.rooms', group: 'go', keys: ['g r'] },
  goListeners: { words: 'do.go.listeners', group: 'go', keys: ['g l'] },
  goCircle: { words: 'do.go.circle', group: 'go', keys: ['g c'] },
  goSettings: { words: 'do.go.settings', group: 'go', keys: ['g s'] },
  search: { words: 'do.search', group: 'go', keys: ['/'] },
  begin: { words: 'do.begin', group: 'desk', keys: [] },
  addRoom: { words: 'rooms.add', group: 'desk', keys: [] },
  palette: { words: 'do.palette', group: 'desk', keys: ['Mod+k'], always: true },
  sheet: { words: 'do.sheet', group: 'desk', keys: ['?'] },
  signOut: { words: 'do.sign-out', group: 'desk', keys: [] },
} as const satisfies Record<string, Action>

export type ActionId = keyof typeof actions
export const actionIds = Object.keys(actions) as ActionId[]

/** The action as its plain type, whose optional parts can be asked for. */
export const actionOf = (id: ActionId): Action => actions[id]
