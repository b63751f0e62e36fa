/** `/how/WORD`: whoever was given the link says how we did. One page without a script; it sets nothing, and only a press of a button counts. */
import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import { MOST_WORDS } from '../../domain/verdict/verdict.ts'
import { hearVerdict, howPage, type Page } from '../../flows/ask-how.ts'
import { type Env, letIn } from '../door/actor.ts'
import type { House } from '../house.ts'
import { type HowWords, wordsFor } from './how.words.ts'

export function howPages(app: Hono<Env>, house: House): void {
  app.get('/how/:word', letIn(house, 'GET /how/:word'), async (c) =>
    answer(c, await howPage(house.db, c.req.param('word'), house.clock.now())),
  )

  app.post('/how/:word', letIn(house, 'POST /how/:word'), async (c) => {
    const form = await c.req.parseBody()
    const now = house.clock.now()
    const word = c.req.param('word')
    if (form.content !== 'yes' && form.content !== 'no') return answer(c, await howPage(house.db, word, now))
    const said = { content: form.content === 'yes', words: typeof form.words === 'string' ? form.words : '' }
    const page = await hearVerdict(house.db, word, said, now)
    return page === null ? answer(c, await howPage(house.db, word, now)) : answer(c, page, 'thanks')
  })
}

function answer(c: Context<Env>, page: Page | null, said?: 'thanks') {
  const words = wordsFor(c.req.header('accept-language') ?? '')
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex, nofollow')
  return c.html(whole(words, page, said === 'thanks'), page === null ? 404 : 200)
}

const whole = (words: HowWords, page: Page | null, thanks: boolean) => html`<!doctype html>
<html lang="${words.lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page === null ? words.missing : words.title}</title>
<style>
  body { max-width: 30rem; margin: 12vh auto 2rem; padding: 0 1.25rem; font: 1.0625rem/1.5 system-ui, sans-serif; background: Canvas; color: CanvasText; }
  h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; }
  label { display: block; margin: 1.5rem 0 .25rem; }
  textarea { box-sizing: border-box; width: 100%; min-height: 6rem; padding: .5rem; font: inherit; border: 1px solid GrayText; border-radius: .5rem; background: Field; color: FieldText; }
  .choice { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0 0; }
  button { flex: 1; min-height: 3rem; padding: .5rem 1rem; font: inherit; font-weight: 600; border: 2px solid currentColor; border-radius: .5rem; background: Canvas; color: CanvasText; cursor: pointer; }
  button[aria-pressed="true"] { background: CanvasText; color: Canvas; }
  button:focus-visible, textarea:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
  .soft { opacity: .75; font-size: .9375rem; }
  .thanks { border-inline-start: 4px solid currentColor; padding-inline-start: .75rem; margin: 0 0 1.5rem; }
</style>
<main>${page === null ? html`<h1>${words.missing}</h1>` : asking(words, page, thanks)}</main>
</html>`

function asking(words: HowWords, page: Page, thanks: boolean) {
  const pressed = (content: boolean) => String(page.content === content)
  return html`${thanks ? html`<p class="thanks" role="status">${words.thanks}</p>` : ''}
<h1>${words.title}</h1>
<p>${words.asks(page)}</p>
${
  page.open
    ? html`<form method="post">
  <label for="words">${words.words}</label>
  <textarea id="words" name="words" maxlength="${MOST_WORDS}">${page.words}</textarea>
  <div class="choice">
    <button name="content" value="yes" aria-pressed="${pressed(true)}">${words.yes}</button>
    <button name="content" value="no" aria-pressed="${pressed(false)}">${words.no}</button>
  </div>
</form>
<p class="soft">${words.kept}</p>`
    : html`<p>${words.over}</p>`
}`
}
