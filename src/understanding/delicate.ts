/**
 * Whether a text touches somebody's health, politics, religion or the like. Nothing is ever proposed to be remembered of it:
 * what a person tells us of these is theirs. Pure; English, German, French and Spanish. A word too many here only means that a
 * teammate writes down by hand what may be written down.
 */
export const isDelicate = (text: string): boolean => delicate.test(text.slice(0, mostRead).normalize('NFC'))

const mostRead = 10_000

// `~` ends a word that may go on: `pregnan~` is also pregnancy.
const health = `hospital~|surger~|surgeon~|operation~|cancer~|tumou?r~|chemo~|diagnos~|disease~|illness~|sick~|ill|therap~|doctor~|
  medic~|pregnan~|miscarr~|stillb~|ivf|depress~|anxiety|diabet~|dementia|alzheimer~|stroke~|heart attack~|disab~|
  wheelchair~|allerg~|injur~|rehab~|suicid~|overdos~|addict~|sober~|hiv|vaccin~|covid~|transplant~|remission|clinic~|
  krankenh[aä]us~|krank~|krebs~|tumor~|schwanger~|fehlgeburt~|depressi~|operiert|arzt~|ärzt~|klinik~|behinder~|
  rollstuhl~|schlaganfall~|herzinfarkt~|demenz~|unfall~|verletz~|süchtig~|geimpft|impf~|reha|genes~|hôpita~|malad~|
  chirurgi~|grossesse~|enceinte|fausse couche|médecin~|handicap~|dépress~|guéri~|soigné~|blessé~|hospitaliz~|enferm~|
  cáncer~|cirug~|embaraz~|aborto~|médic~|discapac~|herid~|operad~`
const politics = `election~|elected|vote|votes|voted|voting|voter~|politic~|democrat~|republican~|socialis~|communis~|parliament~|
  senat~|congress~|president~|unions?|trade union~|strike~|protest~|left-wing|right-wing|wahl|wahlen|gewählt|partei~|politi~|
  gewerkschaft~|demonstr~|bundestag~|élection~|élu|élue|électora~|syndica~|manifest~|grève~|parlement~|eleccion~|
  votar~|votó|elegid~|sindica~|huelga~|partido político`
const religion = `church~|mosque~|synagog~|temple~|pray|prays|prayed|prayer~|praying|baptis~|baptiz~|christening~|communion~|
  bible~|quran~|koran~|torah|ramadan|eid|hanukkah|chanukah|passover|christmas|easter|diwali|vaisakhi|
  bar mitzvah|bat mitzvah|christian~|catholic~|protestant~|muslim~|islam~|jewish|jew|jews|hindu~|buddhis~|sikh~|
  atheis~|faith|priest~|pastor~|rabbi~|imam~|pilgrim~|hajj|kirche~|kirchl~|moschee~|gebet~|beten|betet|tauf~|getauft|
  kommunion~|konfirm~|firmung~|bibel~|weihnacht~|ostern|katholi~|evangelisch~|muslim~|jüdisch~|christlich~|église~|
  mosquée~|prièr~|prier|baptêm~|baptis~|communion~|noël|pâques|catholi~|musulman~|juif~|juive~|chrétien~|iglesia~|
  mezquita~|rezar~|rezo~|bautiz~|comunión~|biblia~|navidad~|católic~|musulm~|judí~|cristian~`
const likeThese = `gay|lesbian~|bisexual~|transgender~|coming out|came out|queer|lgbt~|asylum~|refugee~|immigra~|
  citizenship~|visa|prison~|jail~|arrested|convicted|bankrupt~|divorce~|ethnic~|schwul~|lesbisch~|asyl~|flüchtling~|
  einbürger~|gefängnis~|scheidung~|geschieden|lesbienne~|réfugié~|divorc~|lesbiana~|refugiad~`

const words = [health, politics, religion, likeThese].join('|').split(/\|\s*/)
const delicate = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${words.map((word) => word.replaceAll('~', '\\p{L}*')).join('|')})(?![\\p{L}\\p{N}])`,
  'iu',
)
