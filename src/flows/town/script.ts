/** What was said in the pretend town, read from the text files beside: who said it, to whom, how long ago, and what we did. */

/** A conversation, from its first words on. `title`: of what is talked about. */
export type Scene = { readonly title: string | null; readonly beats: readonly Beat[] }

/** One thing that happened. `ago`: milliseconds before now. */
export type Beat = { readonly ago: number } & (
  | { readonly is: 'says'; readonly who: string; readonly to: string | null; readonly text: string }
  | {
      readonly is: 'answers'
      readonly who: Colleague
      readonly to: string | null
      readonly text: string
      readonly ends: Ending
    }
  | { readonly is: 'notes'; readonly who: Colleague; readonly text: string }
  | { readonly is: 'closes' | 'leaves'; readonly who: Colleague }
  | { readonly is: 'snoozes'; readonly who: Colleague; readonly forMs: number }
  | { readonly is: 'assigns'; readonly who: Colleague; readonly to: Colleague }
)

export type Colleague = 'kit' | 'ana'

/** What becomes of an answer. `there`: it was given on the channel itself. */
export type Ending = 'sent' | 'refused' | 'unknown' | 'there'

/** A line of a script that can't be read, and which. */
export class ScriptTrouble extends Error {
  override name = 'ScriptTrouble'
}

/** `source`: the text of square.txt, comments.txt or guest-book.txt, whose heads explain the marks. Throws ScriptTrouble. */
export function read(source: string): Scene[] {
  return source
    .replaceAll(/^#.*\n/gm, '')
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .map(scene)
}

function scene(lines: readonly string[]): Scene {
  const title = lines[0]?.startsWith('= ') ? lines[0].slice(2).trim() : null
  const beats: Beat[] = []
  for (const line of title === null ? lines : lines.slice(1)) beats.push(beat(line, beats.at(-1)?.ago ?? null))
  if (beats[0]?.is !== 'says') throw new ScriptTrouble(`Nobody begins: ${lines[0]}`)
  return { title, beats }
}

/** `14m | ada | I will run.` or `+2h | kit to ada, refused | Walk, Ada.` */
function beat(line: string, before: number | null): Beat {
  const [when, who, text] = line.split(/ *\| */, 3).map((part) => part.trim())
  const [, name, to, act] = /^(\w+)(?: to (\w+))?(?:, (.+))?$/.exec(who ?? '') ?? []
  if (when === undefined || name === undefined) throw new ScriptTrouble(`This line is not "when | who | what": ${line}`)
  if (when.startsWith('+') === (before === null))
    throw new ScriptTrouble(`The first line says how long ago, the others "+" how much later: ${line}`)
  const ago = before === null ? span(when, line) : before - span(when.slice(1), line)
  if (ago < 0) throw new ScriptTrouble(`Nobody speaks in the future: ${line}`)
  const rest = line.split('|').slice(2).join('|').trim()
  if (!isColleague(name)) {
    if (act !== undefined || text === undefined)
      throw new ScriptTrouble(`${name} is not one of us, and can only speak: ${line}`)
    return { ago, is: 'says', who: name, to: to ?? null, text: rest }
  }
  return { ago, ...ourBeat({ who: name, to: to ?? null, act: act ?? 'sent', text: rest }, line) }
}

type OurBeat =
  Exclude<Beat, { is: 'says' }> extends infer B ? (B extends { ago: number } ? Omit<B, 'ago'> : never) : never

function ourBeat(
  { who, to, act, text }: { who: Colleague; to: string | null; act: string; text: string },
  line: string,
): OurBeat {
  const [verb, what = ''] = act.split(' ')
  switch (verb) {
    case 'sent':
    case 'refused':
    case 'unknown':
    case 'there':
      if (text === '') throw new ScriptTrouble(`An answer without words: ${line}`)
      return { is: 'answers', who, to, text, ends: verb }
    case 'note':
      return { is: 'notes', who, text }
    case 'done':
      return { is: 'closes', who }
    case 'noted':
      return { is: 'leaves', who }
    case 'snooze':
      return { is: 'snoozes', who, forMs: span(what, line) }
    case 'assign':
      if (!isColleague(what)) throw new ScriptTrouble(`Assigned to whom? ${line}`)
      return { is: 'assigns', who, to: what }
    default:
      throw new ScriptTrouble(`Nobody here can "${act}": ${line}`)
  }
}

export const isColleague = (name: string): name is Colleague => name === 'kit' || name === 'ana'

const units: Readonly<Record<string, number>> = { d: 24 * 3_600_000, h: 3_600_000, m: 60_000 }

/** `12d 4h` in milliseconds. Throws ScriptTrouble, with the line. */
export function span(words: string, line: string): number {
  if (!/^(\d+[dhm] ?)+$/.test(words)) throw new ScriptTrouble(`How long is "${words}"? ${line}`)
  return words
    .matchAll(/(\d+)([dhm])/g)
    .reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? 0), 0)
}
