/** What made-up people are called, do and like. Common names, so that namesakes come of themselves; families also by syllables. */

/** As it is written in full, for short, and in other letters. */
export type Given = { full: string; short?: string; other?: string }

export const givens: readonly Given[] = [
  ...'Anna:Annie Maria:Mia Katharina:Kate Elisabeth:Lisa Margarete:Greta Johanna:Hanna Christine:Chris Susanne:Susi Michael:Mike Thomas:Tom Andreas:Andi Stefan:Steff Alexander:Alex Sebastian:Basti Benjamin:Ben Matthias:Matt Robert:Bob William:Bill Richard:Dick Margaret:Peggy Rebecca:Becky Samuel:Sam Theodora:Dora Frederik:Fritz Antonia:Toni Josephine:Josie Nathaniel:Nate Gabriella:Gabi Leopold:Leo Valentina:Vale'
    .split(' ')
    .map((it) => {
      const [full = '', short] = it.split(':')
      return { full, short }
    }),
  ...'Ada Bo Ines Nils Lars Ida Jens Mette Oskar Paula Rosa Simon Tara Uwe Vera Yann Zoe Emil Frida Hugo Jonas Klara Linus Mona Otto Pia Rasmus Saskia Tilda Viggo Amir Layla Ravi Priya Kenji Yuki Chidi Amara Diego Lucia'
    .split(' ')
    .map((full) => ({ full })),
  ...'Sergei:Сергей Olga:Ольга Dmitri:Дмитрий Natalia:Наталия Ivan:Иван Tatiana:Татьяна Mikhail:Михаил Elena:Елена Nikos:Νίκος Eleni:Ελένη Giorgos:Γιώργος Sofia:Σοφία'
    .split(' ')
    .map((it) => {
      const [full = '', other] = it.split(':')
      return { full, other }
    }),
]

export const commonFamilies =
  'Schmidt Müller Meyer Weber Wagner Smith Jones Brown Taylor Garcia Rossi Silva Novak Jensen Hansen'.split(' ')

/** With other letters, for the givens that have them. */
export const otherFamilies =
  'Petrov:Петров Sokolov:Соколов Volkov:Волков Morozov:Морозов Orlov:Орлов Makarov:Макаров Belov:Белов Romanov:Романов Pappas:Παππάς Nikolaidis:Νικολαΐδης Zaitsev:Зайцев Kovalev:Ковалёв Popova:Попова Lebedeva:Лебедева Kuznetsov:Кузнецов Fedorov:Фёдоров Vlachos:Βλάχος Ivanova:Иванова Smirnov:Смирнов Vinogradov:Виноградов Shcherbakov:Щербаков Zhukov:Жуков Melnik:Мельник Gusev:Гусев'
    .split(' ')
    .map((it) => it.split(':') as [string, string])

export const syllables =
  'bra del fen gor hal kin lom mer nor pel quin ros sten tov ulm var wes yar zim lind berg strom feld wick holt mark dale son quist ton'.split(
    ' ',
  )

export const things =
  'quill sourdough velvet copper midnight paper lantern walnut thistle marble otter heron beetle saffron pepper cobalt willow ember gravel tundra nimbus cactus papaya turnip falcon badger pickle waffle mango tulip'.split(
    ' ',
  )
export const doers =
  'feather bear fox wizard baker smith runner dreamer collector whisperer rider hunter keeper painter sailor gardener tinkerer nerd moth lord captain monk pilot scribe weaver'.split(
    ' ',
  )

/** Handles that many like. */
export const likedHandles =
  'coffeelover nightowl bookworm catlady gamer87 sunshine traveler foodie dreamer admin123 hello_world musiclover'.split(
    ' ',
  )

export const trades =
  'teacher nurse carpenter developer baker journalist student retired engineer designer plumber translator lawyer gardener'.split(
    ' ',
  )
export const likings =
  'sourdough cycling chess birds jazz climbing knitting trains astronomy ceramics kayaking poetry beekeeping gardens film-photography synthesizers running tea'.split(
    ' ',
  )
export const towns = 'Kiel Porto Leeds Graz Turku Lyon Ghent Brno Malmö Cork Basel Split Varna Izmir Riga Bilbao'.split(
  ' ',
)
