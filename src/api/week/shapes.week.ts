/** What the API gives of a week. */
import { z } from '@hono/zod-openapi'

const Line = z.object({
  text: z.string(),
  /** Where on the desk one sees more; null: nowhere. */
  to: z.string().nullable(),
})

export const Letter = z
  .object({
    /** Its Monday and its Sunday. */
    from: z.iso.date(),
    to: z.iso.date(),
    title: z.string(),
    changed: z.array(Line),
    next: z.array(Line),
  })
  .openapi('WeekLetter')

const Language = z.enum(['en', 'de'])

/** `mails`: the desk has a mail server. `last`: how the last letter fared. */
export const WeekMail = z
  .object({
    mails: z.boolean(),
    language: Language.nullable(),
    last: z
      .object({ monday: z.iso.date(), state: z.enum(['queued', 'sent', 'refused']), why: z.string().nullable() })
      .nullable(),
  })
  .openapi('WeekMail')

/** In which language; null: not at all. */
export const NewWeekMail = z.object({ language: Language.nullable() })

export type Letter = z.infer<typeof Letter>
export type WeekMail = z.infer<typeof WeekMail>
