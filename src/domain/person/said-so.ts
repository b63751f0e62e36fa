/** Under what other name people say that they are known: "I'm @kit on Bluesky too", "auch bekannt als kit@kit.example". Pure; English and German. */

/** Longer texts are read no further: who they are, people say at once. */
const mostRead = 2_000

const openings = `i['’]?m|i am|it['’]?s me|aka|also known as|(?:you know|find|follow|reach) me|my (?:(?:other|second|private|old|new) )?(?:account|handle|name|mail|e-?mail|address)|i (?:also |already )?(?:write|wrote|mailed|e-?mailed|post|posted|tweeted)|ich bin|ich hei(?:ß|ss)e|auch bekannt als|alias|ihr kennt mich|(?:find|folg)e?t? mir|mein[e]? (?:(?:anderer|zweiter|privater|alter|neuer|andere|zweite|private|alte|neue) )?(?:account|konto|name|mail|mailadresse|adresse)|ich (?:habe|hab|schreibe|schrieb)`

/** What may stand between: "I'm, on Bluesky, also known as @kit". */
const between = String.raw`also|too|already|the same|that|one|as|is|was|to|you|here|there|over|known|called|from|under|by|me|auch|schon|der|die|das|als|ist|war|euch|ihnen|dir|hier|dort|bekannt|von|unter|on \p{L}+|at \p{L}+|auf \p{L}+|bei \p{L}+`

const mail = String.raw`[\p{L}\p{N}._+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+`
const handle = String.raw`@[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*(?:@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)?`
// "I'm @kit's brother" and "I'm @kit fan" tell of somebody else.
const own = String.raw`(?!['’]s|[\p{L}\p{N}@]|\s+(?:fan|fans|brother|sister|wife|husband|bruder|schwester|frau|mann)(?!\p{L}))`

const says = new RegExp(
  String.raw`(?<!\p{L})(?:${openings})(?:[\s,:(]+(?:${between})(?!\p{L}))*[\s,:(]+(?<who>${mail}|${handle})${own}`,
  'giu',
)

/** The handles and mail addresses, in lower case and without the @ before them. */
export const saidToBe = (text: string): string[] => [
  ...new Set(
    [...text.slice(0, mostRead).matchAll(says)].map(({ groups }) =>
      (groups?.who ?? '').toLowerCase().replace(/^@/, ''),
    ),
  ),
]

/** As the database spells a handle: its local part, letters and digits alone. */
export const keyOfHandle = (handle: string): string =>
  (handle.replace(/\.bsky\.social$/, '').split('@')[0] ?? '').replaceAll(/[^\p{L}\p{N}]/gu, '')
