import { expect, test } from 'vitest'
import { readSettings, SettingRefused } from './settings.ts'

test('a mail server is named with who writes by it', () => {
  expect(readSettings({}).mail).toBeNull()
  const named = {
    EARSHOT_MAIL: 'smtps://kit:pass@mail.acme.example:465',
    EARSHOT_MAIL_FROM: 'Acme <desk@acme.example>',
  }
  expect(readSettings(named).mail).toEqual({ server: named.EARSHOT_MAIL, from: named.EARSHOT_MAIL_FROM })
})

test.each([
  [{ EARSHOT_MAIL: 'mail.acme.example' }, 'must look like smtps://'],
  [{ EARSHOT_MAIL: 'http://mail.acme.example' }, 'must look like smtps://'],
  [{ EARSHOT_MAIL: 'smtp://mail.acme.example:587' }, 'EARSHOT_MAIL_FROM must say as whom'],
  [{ EARSHOT_MAIL: 'smtp://mail.acme.example:587', EARSHOT_MAIL_FROM: 'Acme' }, 'EARSHOT_MAIL_FROM must say as whom'],
])('%j is refused in words', (env, why) => {
  expect(() => readSettings(env)).toThrow(SettingRefused)
  expect(() => readSettings(env)).toThrow(why)
})
