/** A second recipe: a guild of makers over many countries, who are careless otherwise than the people of the town. CARD.md tells each kind. */
import { type Human, type Made, Maker, page, plain, social } from './set.ts'
import { commonFamilies, likedHandles } from './words.ts'

export function guild(seed: number): Made {
  const make = new Maker(seed)
  const times = (count: number, kind: string, work: (human: Human, n: number) => void) => {
    for (let n = 0; n < count; n++) work(make.human(kind), n)
  }
  /** What somebody calls themselves today: surname first, initials, capitals, a middle name, a sign behind it, their trade. */
  const careless = ({ given, family, short, trade }: Human): string =>
    make.pick([
      `${given} ${family}`,
      `${family} ${given}`,
      `${given.charAt(0)}. ${family}`,
      `${given} ${family}`.toUpperCase(),
      `${given} ${make.pick(['J.', 'van', 'M.'])} ${family}`,
      `${given} ${family} ${make.pick(['🌱', '(she/her)', '| hiring', '🧶'])}`,
      `${given} the ${trade}`,
      short,
    ])
  const pages = ['bluesky', 'mastodon', 'forum']
  const handleOf = (human: Human) => (make.chance(0.7) ? make.invented() : make.ofName(human))
  const several = (most: number) => {
    const first = make.number(social.length)
    return Array.from({ length: most }, (_, n) => social[(first + n) % social.length] as string)
  }

  times(800, 'one handle, careless names', (human) => {
    const handle = handleOf(human)
    for (const channel of several(2 + make.number(2)))
      make.speaks(human, channel, {
        handle: channel === 'hackernews' ? handle : make.dotted(handle),
        name: careless(human),
        bio: make.chance(0.6) ? make.bio(human) : undefined,
      })
  })
  times(250, 'both ends of a link', (human) => {
    const handle = make.free(human, 'mastodon', handleOf(human))
    const other = make.free(human, 'forum', handleOf(human))
    make.speaks(human, 'mastodon', { handle, proven: [page('forum', other)], name: careless(human) })
    make.speaks(human, 'forum', { handle: other, links: [page('mastodon', handle)], name: careless(human) })
    make.speaks(human, 'bluesky', { name: careless(human), links: [page('forum', other)] })
  })
  times(500, 'mail of many rooms', (human) => {
    const mail = `${plain(human.family)}.${plain(human.given)}${human.id}@guild${human.id % 40}.example`
    make.speaks(human, 'email', { handle: mail, name: careless(human) })
    make.speaks(human, 'archive', { handle: mail, name: careless(human) })
    make.speaks(human, make.pick(social), {
      handle: plain(`${human.family}${human.given}${human.id}`),
      name: careless(human),
    })
  })
  times(250, 'a shop of their own', (human) => {
    const shop = `https://${plain(make.invented())}${human.id}.example`
    for (const channel of several(2)) make.speaks(human, channel, { proven: [shop], name: careless(human) })
  })
  times(160, 'names without letters in common', (human) => {
    make.speaks(human, 'forum', { name: make.invented(), bio: 'hi' })
    make.speaks(human, make.pick(['mastodon', 'email']), {
      handle: `${plain(human.given)}${human.id}@x.example`,
      name: careless(human),
    })
  })
  times(400, 'a pointer from a new account to the old', (human) => {
    const old = make.pick(pages)
    const handle = make.free(human, old, handleOf(human))
    make.speaks(human, old, { handle, name: careless(human) })
    make.speaks(human, make.pick(social.filter((it) => it !== old)), {
      name: careless(human),
      links: [page(old, handle)],
      bio: make.bio(human),
    })
  })

  times(80, 'trap: father and son', (father) => {
    const son = make.human(father.kind, {
      given: father.given,
      family: father.family,
      short: father.short,
      town: father.town,
    })
    const mail = `workshop.${plain(father.family)}${father.id}@craft.example`
    make.speaks(father, 'email', { handle: mail })
    make.speaks(son, 'forum', { handle: make.invented(), bio: make.bio(son) })
    make.speaks(father, 'bluesky', { handle: make.ofName(father), bio: make.bio(father) })
  })
  times(100, 'trap: couples with one mailbox', (one, n) => {
    const other = make.human(one.kind, { family: make.chance(0.7) ? one.family : make.family() })
    const mail = `wir${n}@home.example`
    make.speaks(one, 'email', { handle: mail, name: `${one.given} ${one.family}` })
    make.speaks(other, 'archive', { handle: mail, name: make.pick([other.given, `${other.given} ${other.family}`]) })
  })
  times(80, 'trap: a desk with one address', (one, n) => {
    const mail = `${make.pick(['sales', 'service', 'bestellung', 'team', 'atelier'])}@maker${n}.example`
    make.speaks(one, 'email', { handle: mail })
    make.speaks(make.human(one.kind), 'archive', { handle: mail })
  })
  times(180, 'trap: a common name', (one, n) => {
    const family = commonFamilies[n % commonFamilies.length] as string
    const other = make.human(one.kind, { given: one.given, family, short: one.short })
    const human = { ...one, family }
    const [a, b] = several(2) as [string, string]
    make.speaks(human, a, {
      handle: n % 10 === 0 ? plain(`${human.given}${family}`) : make.ofName(human),
      bio: make.bio(human),
    })
    make.speaks(other, b, {
      handle: n % 10 === 0 ? plain(`${human.given}${family}`) : make.ofName(other),
      bio: make.bio(other),
    })
  })
  times(150, 'trap: a handle that others have', (one, n) => {
    const handle = n % 3 === 0 ? (likedHandles[n % likedHandles.length] as string) : make.invented()
    const [a, b] = several(2) as [string, string]
    make.speaks(one, a, { handle, name: n % 4 === 0 ? null : careless(one) })
    make.speaks(make.human(one.kind), b, { handle, bio: 'Not who you think' })
  })
  times(100, 'trap: members of one club', (one, n) => {
    const club = `https://club${n % 25}.example/members`
    make.speaks(one, make.pick(social), { links: [club], proven: n % 2 === 0 ? [club] : [] })
  })
  times(120, 'trap: who admires whom', (star) => {
    const handle = make.free(star, 'mastodon', make.ofName(star))
    make.speaks(star, 'mastodon', { handle, links: [`https://${plain(star.family)}${star.id}.example`] })
    make.speaks(make.human(star.kind), make.pick(['forum', 'bluesky']), {
      links: [page('mastodon', handle), `https://${plain(star.family)}${star.id}.example`],
      bio: `Big fan of ${star.given}`,
    })
  })

  make.fill({ people: 5_000, names: 12_000 }, (human, many) => {
    const handle = handleOf(human)
    for (const channel of many === 1 ? [make.pick(social)] : [...several(4), 'email'].slice(0, many))
      make.speaks(human, channel, {
        handle: channel === 'email' ? `${handle}@post${human.id}.example` : handle,
        name: careless(human),
        bio: make.chance(0.5) ? make.bio(human) : undefined,
      })
  })
  return { recipe: 'guild', seed, names: make.names }
}
