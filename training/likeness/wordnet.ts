/** WordNet's files as pairs of texts that mean the same: a word and what it is explained by, and words of one root. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Pair = readonly [one: string, other: string]

type Synset = { key: string; lemmas: string[]; gloss: string; examples: string[]; related: string[] }

const files = ['noun', 'verb', 'adj', 'adv']

/** Derivationally related (withdraw, withdrawal), similar, entailed, caused, or a verb of one group: not opposites. */
const relations = new Set(['+', '&', '*', '>', '$'])

/** In the order of the files: the same pairs every time. */
export function readWordNet(folder: string): Pair[] {
  const synsets = files.flatMap((file) =>
    readFileSync(join(folder, `data.${file}`), 'utf8')
      .split('\n')
      .flatMap((line) => synsetIn(line) ?? []),
  )
  const place = new Map(synsets.map(({ key }, at) => [key, at]))
  return synsets.flatMap((synset, at) => [...within(synset), ...across(synset, at)])

  function across({ lemmas, related }: Synset, at: number): Pair[] {
    return related.flatMap((key) => {
      const other = place.get(key) ?? 0
      return other > at ? [[lemmas.join(' '), synsets[other]?.lemmas.join(' ') ?? ''] as const] : []
    })
  }
}

function within({ lemmas: [first = '', ...others], gloss, examples }: Synset): Pair[] {
  const all = [first, ...others].join(' ')
  return [
    [all, gloss],
    ...examples.slice(0, 3).flatMap((example): Pair[] => [
      [gloss, example],
      [all, example],
    ]),
    ...others.map((other): Pair => [first, other]),
  ]
}

/** See wndb(5WN): offset, file, kind, count (hex), count × (word, id), count, count × (relation, offset, kind, parts), | gloss */
function synsetIn(line: string): Synset | null {
  const [data = '', explained] = line.split(' | ')
  if (line.startsWith(' ') || explained === undefined) return null
  const fields = data.split(' ')
  const lemmaCount = Number.parseInt(fields[3] ?? '0', 16)
  const lemmas = Array.from({ length: lemmaCount }, (_, at) =>
    (fields[4 + 2 * at] ?? '').replace(/\(.*\)/, '').replaceAll('_', ' '),
  )
  const pointers = fields.slice(5 + 2 * lemmaCount)
  const related: string[] = []
  for (let at = 0; at + 3 < pointers.length; at += 4)
    if (relations.has(pointers[at] ?? '')) related.push(keyOf(pointers[at + 2], pointers[at + 1]))
  return {
    key: keyOf(fields[2], fields[0]),
    lemmas,
    gloss: explained.replace(/"[^"]*"/g, ''),
    examples: [...explained.matchAll(/"([^"]+)"/g)].map(([, example = '']) => example),
    related,
  }
}

/** An adjective that only stands beside another (kind s) is pointed to as an adjective. */
const keyOf = (kind = '', offset = '') => `${kind === 's' ? 'a' : kind}${offset}`
