import { as, type Carry, type Dialect, link, nearly, oneOf, said, unknown } from './dialect.ts'
import { lost, never } from './imported.ts'

const repost: Carry = (value) => never(value, 'reposts are not messages here: none is ever heard')
const profile = unknown('what somebody says of themselves', 'from:')
const nowhere = unknown('a place', 'lang:')
const post = unknown("X's number of a post")
const counted = unknown('how many follow or like')
const addressText = unknown('what an address says', 'link:')
const image = said('has', 'image')
const media = nearly(image, 'of media, only pictures are looked for here', 'less')

/** X: rules of its API v2 and of PowerTrack, and what its search box takes ("Operators" in its documentation, read in November 2026). */
export const x: Dialect = {
  title: 'X',
  wild: '',
  mixes: true,
  compare: () => 'folded',
  // In quotes, signs are spaces: "#love #snow" finds love snow.
  quoted: (text) => text.replaceAll(/[#@$*]/g, ' '),
  alone: (value, tools) => {
    if (value.how !== 'bare') return null
    if (/^https?:\/\//i.test(value.text)) return link(value, tools)
    if (!/^\$\p{L}+$/u.test(value.text)) return null
    return tools.changed(
      value,
      tools.words({ ...value, text: value.text.slice(1) }),
      'a cashtag is the word without its $ here',
      'more',
    )
  },
  fields: {
    from: as('from'),
    to: as('to'),
    lang: as('lang'),
    url: link,
    url_contains: nearly(link, 'of a link only its domain is looked for here', 'other'),
    contains: (value, tools) =>
      tools.changed(
        value,
        tools.words({ ...value, how: 'quoted' }),
        'what stands inside a word is not found here, only whole words',
        'less',
      ),
    has: oneOf({
      links: said('has', 'link'),
      images: image,
      media,
      videos: unknown('whether they hold a video'),
      video_link: unknown('whether they hold a video'),
    }),
    is: oneOf({
      reply: said('is', 'reply'),
      quote: said('has', 'quote'),
      retweet: repost,
      nullcast: (value) => never(value, 'what is shown to some alone is not heard here'),
    }),
    filter: oneOf({
      links: said('has', 'link'),
      images: image,
      media,
      replies: said('is', 'reply'),
      quote: said('has', 'quote'),
      retweets: repost,
      nativeretweets: repost,
    }),
    since: as('after'),
    until: as('before'),
    retweets_of: repost,
    retweets_of_user: repost,
    retweets_of_tweet_id: repost,
    retweets_of_status_id: repost,
    sample: (value) => lost(value, 'every message is heard here, not a part of them'),
    bio: profile,
    user_bio: profile,
    bio_name: profile,
    bio_location: profile,
    bio_contains: profile,
    bio_name_contains: profile,
    place: nowhere,
    place_contains: nowhere,
    place_country: nowhere,
    bounding_box: nowhere,
    point_radius: nowhere,
    profile_country: nowhere,
    profile_region: nowhere,
    profile_locality: nowhere,
    url_title: addressText,
    url_description: addressText,
    source: unknown('with which program they were written'),
    context: unknown("X's own topics", 'the words of it'),
    entity: unknown("X's own topics", 'the words of it'),
    list: unknown("X's lists", 'from:'),
    conversation_id: post,
    in_reply_to_tweet_id: post,
    in_reply_to_status_id: post,
    quotes_of_tweet_id: post,
    followers_count: counted,
    friends_count: counted,
    statuses_count: counted,
    listed_count: counted,
    min_faves: counted,
    min_retweets: counted,
    min_replies: counted,
  },
}
