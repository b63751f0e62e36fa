import { as, type Carry, type Dialect, link, marked, nearly, oneOf, said, unknown } from './dialect.ts'
import { lost, never } from './imported.ts'

const nowhere = unknown('a place', 'lang:')
const counted = unknown('how many saw or liked them')
const words: Carry = (value, tools) => tools.words(value)

/** Talkwalker ("Search Syntax" and its guide to Boolean operators, read in November 2026). */
export const talkwalker: Dialect = {
  title: 'Talkwalker',
  wild: '*?',
  mixes: true,
  // `++` is as written, `+` with its accents; without them accents don't matter.
  compare: (text, plus) => {
    if (plus > 1) return 'cased'
    return plus === 0 && /^[^#@]*\p{L}/u.test(text) && /\p{Script=Latin}/u.test(text) ? 'unaccented' : 'folded'
  },
  quoted: (text) => text,
  alone: (value) =>
    value.how === 'bare' && (value.text === 'SENTENCE' || value.text === 'PARAGRAPH')
      ? lost(value, 'sentences are not told apart here: both sides must be there, anywhere; NEAR/15 comes near')
      : null,
  fields: {
    title: nearly(words, 'a title is read with the text: the words are looked for in both', 'more'),
    content: nearly(words, 'a title is read with the text: the words are looked for in both', 'more'),
    author: as('from'),
    'author.name': as('from'),
    'author.shortname': as('from'),
    lang: as('lang'),
    language: as('lang'),
    hashtag: marked('#'),
    tags: marked('#'),
    mention: marked('@'),
    link: link,
    links: link,
    url: unknown('their own address', 'in:'),
    domainurl: unknown('the site they were said on', 'in: or on:'),
    site: unknown('the site they were said on', 'in: or on:'),
    sourcetype: oneOf({ socialmedia_bluesky: said('on', 'bluesky') }),
    sentiment: unknown('a sentiment', 'is:complaint or is:praise'),
    posttype: oneOf({
      comment: said('is', 'reply'),
      reply: said('is', 'reply'),
      image: said('has', 'image'),
      link: said('has', 'link'),
      retweet: (value) => never(value, 'reposts are not messages here: none is ever heard'),
    }),
    sourcegeo: nowhere,
    sourcecountry: nowhere,
    country: nowhere,
    'author.gender': unknown('who the author is'),
    'author.country': nowhere,
    reach: counted,
    engagement: counted,
    followers: unknown('how many follow somebody'),
  },
}
