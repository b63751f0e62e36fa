/** What a message must have to be matched: its text, and whatever else is known of it. */
export type Post = {
  text: string
  title?: string | null
  author?: { id: string; handle?: string | null; name?: string | null } | null
  /** Handles or ids it is addressed to; where a channel does not say, its `mentions` stand in. */
  to?: readonly string[]
  /** Languages (BCP 47), as declared or as understood. */
  langs?: readonly string[]
  links?: readonly string[]
  /** Handles or ids of who is named in it. */
  mentions?: readonly string[]
  /** Hashtags that the channel carries beside the text, with or without their `#`. */
  tags?: readonly string[]
  images?: readonly { alt: string }[]
  quotes?: string | null
  inReplyTo?: string | null
  /** The name or id of the room it was said in. */
  room?: string | null
  channel?: string | null
  at?: Date
  /** What understanding says of it: question, complaint, praise ... */
  labels?: readonly string[]
  objective?: string | null
  assignee?: string | null
}
