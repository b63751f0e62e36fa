/** Hand-written rows for what no set that we may use has labels of: what people say to those who serve them. */
import { complaining } from './seeds.complaining.ts'
import { plain } from './seeds.plain.ts'
import { messages, type Seed } from './wordings.ts'

export const seeds: Seed[] = [
  ...complaining,
  ...plain,
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
