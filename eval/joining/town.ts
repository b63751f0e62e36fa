/** 5,000 people of a town with 12,000 names. CARD.md tells each kind. */
import { type Human, type Made, Maker, page, plain, social } from './set.ts'
import { likedHandles, likings } from './words.ts'

export function town(seed: number): Made {
  const make = new Maker(seed)
  const times = (count: number, kind: string, work: (human: Human) => void) => {
    for (let n = 0; n < count; n++) work(make.human(kind))
  }
  const two = (): [string, string] => {
    const one = make.pick(social)
    return [one, make.pick(social.filter((it) => it !== one))]
  }
  const mailOf = (human: Human) =>
    `${plain(human.given)}.${plain(human.family)}${make.chance(0.5) ? make.number(99) : ''}${human.id}@${make.pick(['mail', 'post', 'box'])}.example`
  const handleOf = (human: Human) => (make.chance(0.5) ? make.invented() : make.ofName(human))

  times(250, 'pages that name each other', (human) => {
    const [one, two_] = ['mastodon', make.pick(['bluesky', 'forum'])]
    const [a, b] = [make.free(human, one, handleOf(human)), make.free(human, two_, handleOf(human))]
    make.speaks(human, one, { handle: a, proven: [page(two_, b)] })
    make.speaks(human, two_, { handle: b, links: [page(one, a)] })
    make.speaks(human, 'email', { handle: mailOf(human) })
  })
  times(420, 'a page that names the other', (human) => {
    const [one, other] = two()
    const b = make.free(human, other, handleOf(human))
    make.speaks(human, one, {
      handle: handleOf(human),
      links: [page(other, b)],
      name: make.chance(0.3) ? human.short : undefined,
    })
    make.speaks(human, other, { handle: b })
  })
  times(120, 'a chain of links', (human) => {
    const [b, c] = [make.free(human, 'bluesky', handleOf(human)), make.free(human, 'mastodon', handleOf(human))]
    make.speaks(human, 'forum', { handle: handleOf(human), links: [page('bluesky', b)] })
    make.speaks(human, 'bluesky', { handle: b, links: [page('mastodon', c)] })
    make.speaks(human, 'mastodon', {
      handle: c,
      name: make.chance(0.3) ? `${human.given} ${make.misspelt(human.family)}` : undefined,
    })
  })
  times(550, 'one mail address', (human) => {
    const mail = mailOf(human)
    make.speaks(human, 'email', { handle: mail })
    make.speaks(human, 'archive', {
      handle: make.chance(0.3) ? mail.toUpperCase() : mail,
      name: make.pick([
        `${human.given} ${human.family}`,
        `${human.given} ${make.misspelt(human.family)}`,
        human.short,
        null,
        `${human.family}, ${human.given}`,
      ]),
    })
    if (make.chance(0.5)) make.speaks(human, make.pick(social), { handle: handleOf(human) })
  })
  times(200, 'one site of their own', (human) => {
    const [one, other] = two()
    const site = `https://${plain(human.given)}${plain(human.family)}${human.id}.example`
    make.speaks(human, one, { links: [site] })
    make.speaks(human, other, { proven: [site], name: make.chance(0.4) ? human.short : undefined })
  })
  times(160, 'a handle that is their domain', (human) => {
    const domain = `${plain(human.given)}${human.id}.example`
    make.speaks(human, 'bluesky', { handle: domain })
    make.speaks(human, 'feed', { handle: domain, name: make.chance(0.5) ? human.given : undefined })
  })
  times(675, 'one handle everywhere', (human) => {
    const handle = handleOf(human)
    for (const channel of make.chance(0.6) ? social.slice(0, 3) : two())
      make.speaks(human, channel, {
        handle: channel === 'hackernews' ? handle : make.dotted(handle),
        name: make.pick([
          `${human.given} ${human.family}`,
          `${human.given} ${human.family}`,
          `${human.given} ${make.misspelt(human.family)}`,
          `${human.given} ${human.family.charAt(0)}.`,
        ]),
        bio: make.chance(0.4) ? make.bio(human) : undefined,
      })
  })
  times(200, 'one handle, known by a short name', (human) => {
    const handle = make.invented()
    const [one, other] = two()
    make.speaks(human, one, { handle, bio: make.bio(human) })
    make.speaks(human, other, {
      handle,
      name: `${human.short} ${human.family}`,
      bio: make.chance(0.5) ? make.bio(human) : undefined,
    })
  })
  for (let n = 0; n < 120; n++) {
    let human = make.human('one handle, two scripts')
    while (human.other === `${human.given} ${human.family}`) human = { ...make.human(human.kind), kind: human.kind }
    const handle = handleOf(human)
    const [one, other] = two()
    make.speaks(human, one, { handle, name: human.other })
    make.speaks(human, other, { handle })
  }
  times(160, 'one handle, pen names, one bio', (human) => {
    const handle = make.invented()
    const [one, other] = two()
    const bio = `${make.bio(human)} ${make.pick(likings)} too.`
    make.speaks(human, one, { handle, name: make.invented(), bio })
    make.speaks(human, other, { handle, name: null, bio })
  })
  times(160, 'nothing in common', (human) => {
    const [one, other] = two()
    make.speaks(human, one, { handle: make.invented(), name: make.invented() })
    make.speaks(human, other, { handle: make.invented() })
  })

  // From here on, traps: different people who look alike.
  for (let n = 0; n < 150; n++) {
    const one = make.human('trap: namesakes')
    const other = make.human('trap: namesakes', {
      given: one.given,
      family: one.family,
      other: one.other,
      short: one.short,
    })
    const [a, b] = two()
    const shared = n % 6 === 0 ? make.ofName(one) : null
    make.speaks(one, a, { handle: shared ?? make.ofName(one), bio: make.chance(0.5) ? make.bio(one) : undefined })
    make.speaks(other, b, { handle: shared ?? make.invented(), bio: make.chance(0.5) ? make.bio(other) : undefined })
  }
  for (let n = 0; n < 60; n++) {
    const mail = `${make.pick(['info', 'office', 'kontakt', 'hello', 'buchhaltung', 'shop'])}@house${n}.example`
    make.speaks(make.human('trap: a shared mailbox'), 'email', { handle: mail })
    make.speaks(make.human('trap: a shared mailbox'), 'archive', { handle: mail })
  }
  for (let n = 0; n < 60; n++) {
    const one = make.human('trap: a family')
    const other = make.human('trap: a family', { family: one.family, town: one.town })
    const mail = `${plain(one.family)}s${n}@home.example`
    make.speaks(one, 'email', { handle: mail })
    make.speaks(other, 'archive', { handle: mail })
    make.speaks(one, 'forum', { handle: make.ofName(one) })
    make.speaks(other, 'bluesky', { handle: make.ofName(other) })
  }
  for (let n = 0; n < 100; n++) {
    const handle = make.invented()
    const [a, b] = two()
    make.speaks(make.human('trap: a handle that another took'), a, { handle })
    make.speaks(make.human('trap: a handle that another took'), b, { handle })
  }
  for (let n = 0; n < 200; n++)
    make.speaks(make.human('trap: a handle that many like'), make.pick(social), {
      handle: likedHandles[n % likedHandles.length],
    })
  for (let n = 0; n < 60; n++) {
    const house = `https://firm${n}.example`
    const boss = make.human('trap: colleagues')
    for (const one of [boss, make.human(boss.kind), make.human(boss.kind)])
      make.speaks(one, make.pick(social), {
        handle: handleOf(one),
        proven: make.chance(0.5) ? [house] : [],
        links: [house],
      })
  }
  for (let n = 0; n < 60; n++) {
    const star = make.human('trap: fans and bots')
    const [a, b] = two()
    const handle = make.free(star, a, make.ofName(star))
    make.speaks(star, a, { handle, bio: make.bio(star) })
    const fan = make.human('trap: fans and bots')
    make.speaks(fan, b, {
      handle: `${handle}${make.pick(['_bot', '_fans', 'daily'])}`,
      name: make.pick([`${star.given} ${star.family} quotes`, `Fans of ${star.given}`, null]),
      links: [page(a, handle)],
      bio: `Not them: quotes of ${star.given} ${star.family}`,
    })
  }
  for (let n = 0; n < 15; n++) {
    const real = make.human('trap: impostors')
    const [a, b] = two()
    const [handle, bio] = [make.ofName(real), make.bio(real)]
    make.speaks(real, a, { handle, bio })
    make.speaks(make.human('trap: impostors', { given: real.given, family: real.family }), b, { handle, bio })
  }

  make.fill({ people: 5_000, names: 12_000 }, (human, many) => {
    const handle = handleOf(human)
    const [alone] = make.chance(0.5) ? social : two()
    for (const channel of many === 1 ? [alone] : [...social, 'email'].slice(0, many))
      make.speaks(human, channel, {
        handle:
          channel === 'email'
            ? `${handle}@mail${human.id}.example`
            : channel === 'hackernews'
              ? handle
              : make.dotted(handle),
        bio: make.chance(0.3) ? make.bio(human) : undefined,
      })
  })
  return { recipe: 'town', seed, names: make.names }
}
