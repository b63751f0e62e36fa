/** Hand-written rows for what no set that we may use has labels of: what people say to those who serve them. */
import type { Row } from './rows.ts'

type Seed = { text: string; heads: Row['heads']; mood?: -1 | 0 | 1; weight: number }

const none = {
  question: 0,
  complaint: 0,
  praise: 0,
  thanks: 0,
  suggestion: 0,
  loss: 0,
  purchase: 0,
  spam: 0,
  abuse: 0,
  chatter: 0,
} as const

/** A line a message; a part in braces is each of its choices in turn, so that few lines say much. */
function messages(lines: string, heads: Row['heads'], mood?: -1 | 0 | 1): Seed[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      const texts = choices(line)
      // A line counts for as much as any other, however many choices it has.
      return texts.map((text) => ({
        text,
        heads: { ...none, question: /[?]/.test(text) ? 1 : 0, ...heads },
        mood,
        weight: Math.min(3, 20 / texts.length),
      }))
    })
}

function choices(line: string): string[] {
  const found = /\{([^{}]*)\}/.exec(line)
  if (found === null) return [line]
  return (found[1] as string)
    .split('|')
    .flatMap((choice) => choices(line.slice(0, found.index) + choice + line.slice(found.index + found[0].length)))
}

export const seeds: Seed[] = [
  ...messages(
    `{@name |}I've been {on hold|waiting} for {an hour|40 minutes|three days} and nobody {answers|has replied|picks up}
     my {order|parcel|package|delivery} {never arrived|is two weeks late|came broken|still has not come}
     {your|the} {app|site|website|update} {keeps crashing|won't load|is down again|logs me out every time|doesn't let me log in}
     I was charged {twice|for something I cancelled|the wrong amount} and want my money back
     {third|second} time this {week|month} that {the bus|my order|your service|the internet} {is late|is wrong|fails|is down}
     {what a joke|terrible service|so disappointed|not happy|fed up}, {you|they} {promised|said} it would be {fixed|here} by Monday
     the {phone|laptop|charger|headset|screen|battery} I bought {died|stopped charging|broke} after {a week|two days}
     {lost my bag|lost my luggage} and no one at {the desk|your support} {cares|knows anything}
     how is it possible that {my email is ignored|the line is always busy|you lose a booking}?
     why {is my account still blocked|does it take two weeks to answer|do you keep changing the price}?
     {why won't|why doesn't} {your|the} {site|checkout|app|service} {work|load|accept my card}{?| ???}
     {can't|cannot} {get through to anyone|log into my account|use what I paid for} and your chat {is useless|just hangs up}
     nobody told us that the {flight|train|tour} was {cancelled|delayed} , {we sat there|still sitting here} for hours
     {I|we} will {never buy|not order} from {you|this shop} again
     {@name |}{any idea|so} when {will you|are you going to} {fix|sort out} {the outage|this bug|my broadband}? {it's been days|no signal since Friday}
     {@name |}your {latest update|new version} {broke|ruined|killed} my {battery|wifi|keyboard|printer}
     {my|our} {internet|tv|router|console|tablet} {won't turn on|keeps disconnecting|is so slow}, {please help|what now|fix it}
     {I've|we've} {emailed|called|messaged} you {four times|all week} {with no response|and got nowhere|and still nothing}
     {just|only} {got|opened} my {food|pizza|burger|box} and {half of it is missing|it's cold|it's the wrong one}
     {the worst|such poor|absolutely awful|shocking} {customer care|support|quality|delivery} {I have ever had|from you lot|, never using you again}
     {your|the} {store|branch|shop} on {High Street|the corner} {was filthy|ran out of everything|refused my voucher}
     {ordered|bought|paid for} {a jacket|shoes|a game|a part} {two weeks ago|on the 3rd} and {it hasn't shipped|no tracking|got the wrong size}
     {error|keep getting an error} {when I pay|every time I sign in|on the last step}, {is something wrong|been like this all day}
     {my car|the dealership} {broke down again|wants 900 for a part under warranty}, {not impressed|poor show}
     {is your|is the} {site|server|network} down{?| again?} {can't|unable to} {log in|order|connect}
     {don't|do not} {waste your money|buy from them|trust this company}
     {how hard is it|why is it so hard} to {get a refund|speak to a human|deliver a sofa}?
     {flight|train} {delayed|cancelled} {again|with no notice}, {no staff|no information} {at the gate|anywhere}
     {took a day off|stayed home} for {the delivery|your engineer} and {nobody came|they never showed}
     {my password reset|the code|the voucher} {doesn't arrive|isn't working|is rejected}, {help|can someone look into this}
     {warte seit Wochen auf|noch immer keine Antwort zu} {meine Bestellung|meiner Bestellung}
     {die App|euer Server} {stürzt ständig ab|geht schon wieder nicht}
     {mi pedido|el paquete} {no ha llegado|sigue sin llegar} y nadie {contesta|responde}
     {ma commande|mon colis} {n'est jamais arrivée|n'arrive pas} et le service client {ne répond pas|est nul}
     {meu pedido|a encomenda} {não chegou|está atrasado} e ninguém {responde|atende}
     {il mio ordine|il pacco} {non è mai arrivato|è in ritardo} e nessuno {risponde|mi aiuta}`,
    { complaint: 1, hiccup: 1 },
    -1,
  ),
  ...messages(
    `{@name |}{can|could} you {tell me|let me know} {your opening hours|when this is back|if you have it in blue|which gate we need}{?|}
     do {you|u} {have|carry|accept|offer} {parking|gift cards|a student rate|vegan food}{?|}
     {what|which} {time|day|size|model} {do you close|is the best|would fit me|does it start}{?|}
     {how|where} do {I|we} {change my address|find the form|update my card|claim my points|check in online}{?|}
     {is there|are there} {a way to|any plans to} {export this|fly to Oslo|ship abroad}{?|}
     {hi|hello}, {quick question|just wondering}: {does the ticket include a bag|is the shop open on Sunday}{?|}
     {anyone|anybody} {know|knows} {how this works|where that is|what happened}{?|}
     {who|what} {is that|was that|are you on about|u mean}{?|}
     {how r u|hows it going|where u from|wanna chat|u there|r u ok|what u up to|whos that|wats ur name}{?|}
     {what|wat|huh|who|why|where|when|how|really|which one|why not|how come|what for|like what|who me}{?|??|}
     {how|hows|how's} {are you|r u|ya doin|everyone|you all|life|work} {today|tonight|doing|}{?|}
     {whats|what's|what is|wats} {up|new|your name|that about|the plan|wrong} {all|with you|}{?|}
     {anyone|anybody|any one} {here|in here|wanna talk|from the north|awake|else bored|seen my keys}{?|}
     {do|did|does|dont} {u|you|ya|they|he|she|anyone} {like it|know her|see that|want some|think so|remember me|live there}{?|}
     {are|r|is|was} {u|you|ya|he|she|they|it|that} {ok|there|serious|married|coming|busy|new here|a bot}{?|}
     {can|could|may|will|would} {I|i|u|you|we|someone} {join|come in|ask something|help me|see it|pm you|tell me why}{?|}
     {who|whos|who's} {is she|here|that|playing|the singer|talking to you|won|your favourite}{?|}
     {where|wheres|where's} {are you|u at|everybody|my drink|the party|he gone|in town you live}{?|}
     {u|you|ya} {there|ok|think|like music|working tomorrow|feeling better|got a pic|mean me}{?|??}
     {how|what} {old|far|many|much|long|kind|colour|time} {are you|is it|is that|did you get|was it}{?|}
     {have|has} {u|you|anyone|he|she} {ever been there|eaten|heard from her|tried it|finished}{?|}
     {why|how} {would|did|do|does|is} {you|u|she|he|it|that} {say that|go|happen|do it|so quiet|work}{?|}
     {so|and|but|ok|hey|lol|well} {what happened|who told you|where did it go|how was it|what do you do}{?|}
     {@name |}{what time|when} do you {open|close} on {Saturdays|Sunday|Christmas Eve}? {I promised my sister to be there early|I have to be at work at eight|We come from far away}
     {@name |}{what time|when|until when|on which days} {do you open|are you open|do you close|can I come by} {on Saturdays|tomorrow|this weekend|at the moment}?
     {@name |}{will you|are you going to|is it true that you|do you still} {make|sell|bake|carry} {the seeded loaf|rye|this in red|the old model} {this year|next week|on Fridays}?
     {@name |}{is|are} {the almond cake|the tickets|the new edition|strawberries} {back|still there|on sale|in the shop} {today|yet|this week}?
     {@name |}{do you have|is there} {gluten free|lactose free|wheelchair access|anything for children} {at your place|in the shop|on Saturday}? {A friend asks|My mother comes along|Asking for my daughter}.
     {@name |}{um wie viel Uhr|wann|bis wann} {macht ihr auf|habt ihr offen} {am Samstag|morgen|an Feiertagen}?
     {@name |}{à quelle heure|quand} {ouvrez-vous|fermez-vous} {le samedi|demain}?
     {wann|wo} {öffnet ihr morgen|finde ich das Formular}{?|}
     {cuándo abren mañana|dónde encuentro el formulario|cómo cambio mi dirección}{?|}`,
    { question: 1 },
    0,
  ),
  ...messages(
    `please {send me|call me|resend|email me} {the invoice|a copy|back today|the link}
     {follow|dm} {me|us} {please|so I can send the details}
     I {need|want} {you to|someone to} {cancel my booking|move my appointment|change the name on my ticket}
     {could|can} you {check my booking|move my seat|send me a new link|ring me back}?
     {bitte|könnt ihr} {schickt mir|mir} die Rechnung {noch einmal|nochmal schicken}`,
    { request: 1 },
    0,
  ),
  ...messages(
    `{the|your} {staff|crew|driver|new design|cake|support team} {was|is} {wonderful|brilliant|so kind|the best}
     {great|amazing|fantastic|excellent} {service|experience|work|job} {today|by your team|as always}{!|}
     {love|loving} {the new app|your bread|this place|my new phone}{!|}
     {tolles Team|super Service|sehr zufrieden}, {gerne wieder|bin begeistert}
     {excelente servicio|muy buen trabajo|me encanta su pan}
     {service au top|j'adore votre pain|équipe formidable}`,
    { praise: 1 },
    1,
  ),
  ...messages(
    `{thanks|thank you|thx|cheers} {so much |a lot |}for {the quick reply|your help|sorting it out|the cake}{!|}
     {vielen Dank|danke} für {die schnelle Antwort|eure Hilfe}
     {muchas gracias|gracias} por {la ayuda|responder tan rápido}`,
    { thanks: 1 },
    1,
  ),
  ...messages(
    `it would be {great|lovely|useful} if {you opened earlier|the app had a dark mode|we could pay by phone}
     {you should|maybe|please} {add|offer} {a dark theme|smaller sizes|a vegan menu|an export button}
     {an idea|suggestion}: {let us sort by date|put the price on the page|a reminder before it renews}
     {wäre schön, wenn|es wäre toll, wenn} {ihr früher öffnet|es einen dunklen Modus gäbe}`,
    { suggestion: 1 },
    0,
  ),
  ...messages(
    `{it's my birthday|we got engaged|she said yes|our baby is here|I passed the exam|I got the job|ten years married today}{!|!!}
     {celebrating|toasting} {our anniversary|my promotion|her graduation} {tonight|with your cake}{!|}
     {ich habe heute Geburtstag|wir haben geheiratet|bestanden}{!|!!}`,
    { celebration: 1 },
    1,
  ),
  ...messages(
    `my {mother|father|husband|wife|brother|grandma|dog} {died|passed away} {last night|on Monday|this week}
     {he|she} {is in hospital|has cancer|was buried today|is dying}
     we need to cancel, there {was a death|is a funeral} in the family
     {meine Mutter|mein Vater} ist {gestorben|im Krankenhaus}
     {mi madre|mi abuelo} {falleció|murió} {ayer|el lunes}`,
    { loss: 1 },
    -1,
  ),
  ...messages(
    `{there is a typo on|the link is broken on} your {page|menu}
     {you sent|I got} {the wrong colour|one spoon too few|a dented box}, {no big deal|not a drama}
     {the coffee was cold|my table was wobbly|the photo does not load}, {otherwise fine|just so you know}
     oops, {I typed the wrong address|I ordered two by mistake}`,
    { hiccup: 1 },
  ),
  ...messages(
    `{where can I|how do I|can I still} {buy|order|get} {this|the blue one|two tickets|a gift card}?
     {I'd like to|I want to|thinking about} {order|ordering|buy|buying} {a cake for Saturday|twenty of these|the big one}
     {what does|how much does} {the annual plan|shipping|a ticket} cost{?|}
     {do you have this in stock|is it available in Canada|when is it back in stock|any deals on the pro plan}{?|}
     {was kostet|wo bekomme ich} {das große Paket|die Karten}{?|}
     {cuánto cuesta|dónde puedo comprar} {el plan anual|las entradas}{?|}`,
    { purchase: 1 },
    0,
  ),
  ...messages(
    `{I am|we are|my kids and I are} {stranded at|stuck in} {the airport|the lift|a foreign city|the snow} {with no money|overnight|and nobody helps}
     {my card was stolen|someone emptied my account|my account was hacked} {please block it now|, help|right now}
     {I'm locked out|cannot get into my flat}, {it is freezing|my medicine is inside|please hurry}
     {the heater|the machine|your product} {caught fire|burned my hand|hurt my son}
     {my insulin|her oxygen|our rent} {runs out tonight|is due today} and {the payment is blocked|the order is lost}
     {ich stecke|wir stecken} {am Flughafen fest|im Aufzug fest}, {bitte helft uns|es ist dringend}
     {estamos atrapados|estoy varado} en {el aeropuerto|el ascensor} {sin dinero|, ayuda}`,
    { urgent: 1, complaint: 1 },
    -1,
  ),
  ...messages(
    `{lol|haha|omg|yep|nope|same|good morning|brb|wb|hiya|hey everyone|good night|see you tomorrow} {all|everyone|mate|guys|}
     {just|off to|about to} {have lunch|watch the match|walk the dog|go to bed}
     {back from|on my way to} {work|the gym|town}`,
    { chatter: 1, request: 0 },
    0,
  ),
]
