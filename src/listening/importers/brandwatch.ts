import { as, type Carry, type Dialect, link, marked, nearly, oneOf, said, unknown } from './dialect.ts'
import { never } from './imported.ts'

const nowhere = unknown('a place', 'lang:')
const repost: Carry = (value) => never(value, 'reposts are not messages here: none is ever heard')
const reddit = unknown("Reddit's own fields", 'in:')

/** Brandwatch Consumer Research ("Query Operators" in its help, read in November 2026). */
export const brandwatch: Dialect = {
  title: 'Brandwatch',
  wild: '*?',
  mixes: false,
  // A word without accents finds the accented ones too; with accents it is exact.
  compare: (text) => (/^[^#@]*[a-z]/i.test(text) && !/[^\p{ASCII}“”„]/u.test(text) ? 'unaccented' : 'folded'),
  quoted: (text) => text,
  alone: () => null,
  fields: {
    title: nearly(
      (value, { words }) => words(value),
      'a title is read with the text: the words are looked for in both',
      'more',
    ),
    raw: (value, { words, changed }) => {
      const node = words({ ...value, how: 'cased' })
      return /^[\p{L}\p{N} ]+$/u.test(value.text)
        ? node
        : changed(value, node, 'the signs between words are not read', 'more')
    },
    author: as('from'),
    weblogtitle: as('from'),
    blogname: as('from'),
    site: (value, tools) =>
      value.text.toLowerCase() === 'bsky.app'
        ? said('on', 'bluesky')(value, tools)
        : unknown('the site they were said on', 'in: or on:')(value, tools),
    url: unknown('their own address', 'in:'),
    links: link,
    hashtags: marked('#'),
    tags: marked('#'),
    at_mentions: marked('@'),
    language: as('lang'),
    engagementtype: oneOf({
      reply: said('is', 'reply'),
      comment: said('is', 'reply'),
      quote: said('has', 'quote'),
      retweet: repost,
    }),
    engagingwith: nearly(as('to'), 'to: also finds who is mentioned', 'more'),
    imagetype: oneOf({ image: said('has', 'image') }),
    publishersubtype: oneOf({ image: said('has', 'image') }),
    continent: nowhere,
    country: nowhere,
    region: nowhere,
    city: nowhere,
    latitude: nowhere,
    longitude: nowhere,
    authorgender: unknown('who the author is'),
    authorverified: unknown('who was verified'),
    authorverifiedtype: unknown('who was verified'),
    authorfollowers: unknown('how many follow somebody'),
    subreddit: reddit,
    redditauthorflair: reddit,
    redditpostflair: reddit,
    channelid: unknown('the page they were said on', 'in:'),
    rating: unknown('a rating'),
    publication: unknown('a publication', 'in:'),
    topleveldomain: unknown('the site they were said on', 'in:'),
  },
}
