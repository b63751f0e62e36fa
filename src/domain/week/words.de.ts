/** Eine Woche auf Deutsch. */
import { sayingIn, type WeekWords } from './words.ts'

const { number, day, percent, value, time, money } = sayingIn('de-DE')
const many = (n: number, one: string, more: string) => (n === 1 ? one : `${number(n)} ${more}`)
const where = {
  reached: 'erreicht',
  ahead: 'auf dem Weg',
  behind: 'im Rückstand',
  missed: 'verfehlt',
  unknown: 'noch nicht gezählt',
}
const times = (n: number) => (n === 1 ? 'einmal' : `${number(n)}-mal`)

export const german: WeekWords = {
  title: (from, to) => `Die Woche vom ${day(from)} bis ${day(to)}`,
  changed: 'Was sich geändert hat',
  next: 'Was als Nächstes zu tun ist',
  more: 'Auf dem Desk:',
  why: 'Das kommt jeden Montag, weil Sie es in Ihren Einstellungen so wollten; dort lässt es sich abstellen.',
  nothingChanged: 'Niemand sprach mit uns, und nichts hat sich geändert.',
  nothingNext: 'Nichts drängt. Grüßen Sie jemanden, den wir aus den Augen verlieren.',
  objective: (it) =>
    it.value === null
      ? `„${it.result}“: Noch ist nichts gezählt; gewollt sind ${value(it.target, it.unit)} bis ${day(it.due)}.`
      : `„${it.result}“: ${value(it.value, it.unit)}${it.before === null ? '' : it.before === it.value ? ', wie vor einer Woche' : `, vor einer Woche ${value(it.before, it.unit)}`}; gewollt sind ${value(it.target, it.unit)} bis ${day(it.due)}: ${where[it.where]}.`,
  behind: (it) => `Sehen Sie nach, was „${it.result}“ bewegt: Das Ziel ist ${where[it.where]}.`,
  care: (now, before) =>
    `${many(now.asked, 'Eine Frage wurde', 'Fragen wurden')} gestellt (in der Woche davor ${number(before.asked)}). ${
      now.due === 0
        ? 'Von keiner ist die Frist schon um.'
        : `${percent(now.inTime, now.due)} bekamen rechtzeitig ein Wort${before.due === 0 ? '' : ` (${percent(before.inTime, before.due)})`}.`
    }${now.median === null ? '' : ` Die Hälfte derer, die eine Antwort bekamen, wartete nicht länger als ${time(now.median)}${before.median === null ? '' : ` (${time(before.median)})`}.`}`,
  reopened: ({ reopened, closed }) =>
    `${number(reopened)} von ${many(closed, 'einem abgeschlossenen Gespräch', 'abgeschlossenen Gesprächen')} gingen wieder auf.`,
  people: ({ won, lost, spotted }) =>
    `${many(won, 'Ein Mensch wurde', 'Menschen wurden')} zurückgewonnen, ${number(lost)} gingen verloren, und ${number(spotted)} begannen, die Geduld zu verlieren.`,
  onTheWay: (n) =>
    `Gehen Sie den nächsten Schritt mit ${many(n, 'einem Menschen', 'Menschen')} auf dem Weg von der Beschwerde zum Freund.`,
  outcomes: ({ n, before, values }) =>
    `${many(n, 'Ein Ergebnis kam', 'Ergebnisse kamen')} aus Gesprächen${values.length === 0 ? '' : `, im Wert von ${values.map((it) => money(it.cents, it.currency)).join(' und ')}`} (in der Woche davor ${number(before)}).`,
  verdicts: ({ content, all }) =>
    `${number(content)} von ${many(all, 'einem', 'Menschen')}, die sagten, wie wir waren, ${content === 1 ? 'war' : 'waren'} zufrieden.`,
  question: ({ name, asked, before }) =>
    `„${name}“ wurde ${times(asked)} gefragt (in der Woche davor ${number(before)}).`,
  writeOnce: ({ name, asked }) =>
    `Schreiben Sie die Antwort auf „${name}“ einmal auf: Gefragt wurde ${times(asked)}, und keine Antwort ist aufgehoben.`,
  voice: ({ name, now, before, unhappy }) =>
    `Von ${name} war ${times(now)} die Rede, ohne uns anzusprechen (in der Woche davor ${number(before)})${unhappy > 0 ? `, ${times(unhappy)} in Ärger oder Wut` : ''}.`,
  storms: (n) => `Vor ${many(n, 'einem Sturm', 'Stürmen')} wurde gewarnt.`,
  answerFirst: ({ name, since, people }, at) =>
    `Antworten Sie ${name ?? 'wem auch immer'}: Niemand wartet länger, seit ${time((at.getTime() - since.getTime()) / 1000)}${people > 1 ? `; insgesamt warten ${number(people)}` : ''}.`,
  promises: (n) =>
    `Halten Sie ${many(n, 'ein Versprechen, das', 'Versprechen, die')} bis Sonntag fällig ${n === 1 ? 'ist' : 'sind'}, oder sagen Sie, warum nicht.`,
  trouble: ({ name, why }) => `${name} ist nicht zu hören: ${why}`,
  lateRoom: ({ name, due, late }) =>
    `In ${name} bekamen ${number(late)} von ${number(due)} kein Wort zur Zeit. Finden Sie heraus, warum.`,
  counsel: ({ is, name }) =>
    ({
      leave: `Verlassen Sie ${name} höflich, oder arbeiten Sie dort: Die meisten, die dort fragen, hören nichts von uns.`,
      mend: `Arbeiten Sie zuerst in ${name} gut, bevor anderes dazukommt: Dort geschieht es nur zum Teil.`,
      work: `Nehmen Sie ${name} auf: Dort fragen Menschen vergebens, und alles andere läuft gut.`,
    })[is],
}
