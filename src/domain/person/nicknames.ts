/** Short forms of given names that keep too little of the name to be seen in its letters: Bob is Robert, Kati Kathrin. Pure. */

/** Whether one is a short form of the other, or both are of one name. Letters without marks, lower case. */
export function isNickname(one: string, other: string): boolean {
  const lines = linesOf.get(one)
  return lines?.some((line) => linesOf.get(other)?.includes(line)) ?? false
}

// Our own list, of common usage: a full name and its spellings, then its short forms. Two full names stand in two lines, so that
// what both are called for short makes them no like names: Alexander and Alexandra are two people, and Alex may be either.
const names = `alexander aleksander alex sandy sascha sasha xander|alexandra alex sandra sandy sascha sasha|albert bert bertie al|
  andrew andy drew|andreas andi andy|anna ann anne annie nan anni anja|anthony tony|antonia toni|anton toni|
  barbara barb babs barbie bärbel|benjamin ben benny benji|bernhard bernd berni|catherine katherine kathryn kate katie kathy cathy kit kitty kay|
  katharina kathrin katrin kati kathi käthe katja|charles charlie chuck chas|charlotte lotte lottie charlie|christian chris christi|
  christine christina kristina chris chrissie tina stine christl|christopher christoph chris kit stoffel|daniel dan danny dani|
  daniela dani|david dave davy|deborah deb debbie|dorothy dorothea dot dottie dolly dora doro|edward ed eddie ned ted teddy|
  eleanor ellie nell nora|elisabeth elizabeth liz lizzie lisa beth betty betsy eliza elsie bess libby lisbeth liesl elli sissi|
  emily em emmy millie|emma em emmy|eugene gene|florian flo|frances fran franny|francis frank|franz franzl|franziska franzi fränzi|
  frederick fred freddie|friedrich fritz fred|gabriele gabriela gabi|georg schorsch|georgina georgie gina|gerald gerry jerry|gerhard gerd hardy|
  gertrud gertrude trudi trudy|gregory greg|günter günther günni|hans johannes johann hannes hansi|harold harry hal|heinrich heinz heiner heini|
  helen helena lena nell nellie|henry harry hank hal|isabella isabel isabelle bella izzy belle|jacob jake|
  jakob jockel|jacqueline jackie|james jim jimmy jamie|jane janie jenny|janet jan|jennifer jen jenny jenni|jeremy jerry jem|
  joachim jochen achim|john jack johnny jock|jonathan jon jonny nathan|josef sepp jupp beppo jo|joseph joe joey|josephine jo josie|
  judith judy jude|karl kalle|karoline caroline caro carrie line|kenneth ken kenny|klaus nikolaus niklas|laurence lawrence larry lorenz|
  leonard leo len lenny|leonhard leo hardy|lillian lillie lily|lucia lucie lulu|ludwig wiggerl lutz|magdalena magda lena leni|
  manfred manni fred|margaret margarete maggie meg megan peggy marge margie greta daisy gretchen rita grete|maria mia mitzi ria mizzi|
  marianne nanne|martha marty patty|martin marty|mary molly polly may|matilda mathilde tilly tilda|matthew matt|matthias matze hias matthes|
  maximilian max maxi|michael mike mick micky mickey mich michi michel|michaela michi|mildred millie|nancy nan|nathaniel nathan nate|
  nicholas nick nicky|nicole nicky nici|oliver ollie oli|pamela pam|patricia pat patty tricia trish|patrick pat paddy|peter pete petey|
  philip phillip philipp phil|rebecca becky becca|richard rick rich dick ricky richie|robert bob bobby rob robbie robin bert|
  roland rolli|ronald ron ronnie|rosemarie rosemary rosie romy|rudolf rudolph rudi|samantha sam sammy|samuel sam sammy|
  sarah sally sadie|sebastian basti wastl seb|sigrid siggi|siegfried siggi|simon si|sophie sophia fee|stanley stan|stefan stephan steffen steff|
  stefanie stephanie steffi steph|stephen steven steve|susanna susan susanne suse susi sue suzie susie sanne|theodor theodore ted teddy theo|
  theresa teresa terry tess tessa resi|thaddeus tad|thomas tom tommy|timothy tim|ulrich uli ulli|ulrike uli ulli rike|ursula uschi ulla|
  valentin valli|veronika veronica vroni ronnie|victoria vicky tori viktoria|vincent vince vinny|virginia ginny|walter wally walt|
  waltraud traudl|wilhelm willi willy helm wim|wilhelmine mina minna|william bill billy will willy liam|winifred winnie freddie|wolfgang wolf wolfi`

const linesOf = new Map<string, number[]>()
for (const [line, words] of names.split(/\|\s*/).entries())
  for (const word of words.split(' ')) {
    const bare = word.normalize('NFKD').replaceAll(/\p{M}/gu, '')
    linesOf.set(bare, [...(linesOf.get(bare) ?? []), line])
  }
