/** What people ask, wish and say in passing without complaining. */
import { messages, type Seed } from './wordings.ts'

export const plain: Seed[] = [
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
  // "If I don't", "too", "still", "broken": words that complaints have as well.
  ...messages(
    `{how long|how many days|until when} does {the cheese|a bouquet|this paint|an open bottle|the dough} {keep|last|stay fresh} {if I don't freeze it|without a fridge|once it is open|in summer}?
     {do|must|should} {I|we} {need to|have to|} {reserve|bring a card|register|pay in advance|print the ticket|come early} {for the tour|on a Sunday|for two people|with children}?
     {can|could|may} {I|we|my sister} {collect|change|swap|bring back|pick up} {it|the parcel|the tickets|my coat} {tomorrow|after work|later than planned|at another branch|instead of Friday}?
     {which|what} {of your|kind of} {teas|shoes|rooms|phones|boxes} {is best for|go with|would suit|fit} {a beginner|a small flat|a long trip|my grandfather|rainy days}?
     {is|are} {dogs|children|bikes|cameras|prams} {allowed|welcome|ok} {in the garden|upstairs|on the boat|at your place}?
     {is|are} {the soup|the sauce|your burgers|these biscuits|the leather} {made with|made from|free of} {milk|nuts|cotton|eggs|meat}?
     {what happens if|what do I do if} {I don't use it|it rains|I lose the ticket|we can't come|my card is not here by then}?
     {is it normal that|is it ok if} {the light blinks|it smells new|I arrive late|we bring our own food}?
     {don't|doesn't|aren't|isn't} {you|it|there} {have a second shop|open earlier in winter|an easier way|come in black}?
     {remind me|tell me again|just checking}, {which bus goes to you|what was the wifi name|who do I ask for|is it cash only}?
     {my son|my mother|a friend|our class} {wants to know|asks|would like to know} {what the dog is called|who painted the wall|how old the house is|if you need help}{?|}
     {what's|what is} {the difference between|cheaper,} {the two plans|small and medium|the bus or the train|rent or buy}?
     {will|would} {the road|the market|the museum|your stall} be {open|closed|busy} {at Easter|on Monday|in the evening}?
     {has|have} {the date|the menu|the opening hours|the colours} changed{?| since last year?}`,
    { question: 1, hiccup: 0, urgent: 0 },
    0,
  ),
  ...messages(
    `{I wish|if only} you {had a shop in Cork|came to our town|were open at night|sold it in green|delivered to the island}{!|}
     {it would be|it'd be} {nice|lovely|great|fun} to {have the old jingle back|see more tea|sit outside|get smaller boxes|have music}{ again| one day|}
     {hoping for|looking forward to|can't wait for} {the summer menu|the next tour|your opening|the new season}{!|}
     {bring back|please bring back} {the lemon one|the blue label|the Friday market|the old logo}{!|, please|}
     {es wäre schön|schön wäre es|wie wäre es}, {wieder Erdbeereis zu haben|wenn ihr nach Bonn kommt|abends länger offen|mit mehr Sitzplätzen}
     {ich würde mich|wir würden uns} {über eine Filiale in Kiel freuen|freuen, wenn es das wieder gibt}
     {ce serait|il serait} {bien|sympa|super} {d'avoir un menu enfant|d'ouvrir plus tard|de revenir à Nantes|de vendre des demi-portions}
     {ojalá|sería bonito que} {vuelvan a Sevilla|tengan más colores|abran los lunes|hagan otro concierto}`,
    { suggestion: 1, hiccup: 0 },
    0,
  ),
  ...messages(
    `{good morning|good evening|hello|happy Friday|greetings} from {a sunny beach|the bus|Cardiff|the office|the mountains}{!|}
     {just|we} {moved in|arrived|sat down} {next door|in town|with a cup of tea}{, see you there| and said hello|}
     {on my way|on our way|off} to {your shop|you|the market} {now|with the kids|again}
     {thinking of|dreaming of|in the mood for} {your pancakes|a warm bun|fish and chips|the sea}{ again| today|}
     {we'll be|I'll be|running} {five minutes|a quarter of an hour|a bit} late {for our appointment|, please keep the table|today}
     {see you|until} {on Tuesday|next month|at the fair|in a bit}{!|}
     {schönen|einen schönen} {Feierabend|Sonntag|Urlaub|Tag} {euch|allen|noch}{!|}
     {guten Morgen|hallo|moin} {zusammen|aus Bremen|ihr Lieben}{!|}
     {bin gleich da|bis Dienstag|wir kommen zu viert|komme etwas später}
     {bonne soirée|bon week-end|bonjour|à bientôt} {à vous|à tous|de Bruxelles|chers voisins}{ !|}
     {on arrive dans dix minutes|on passe demain|à mardi}
     {buenos días|buenas tardes|feliz domingo|hola} {a todos|equipo|desde Lima|vecinos}{!|}
     {ya vamos|nos vemos el jueves|llegamos en diez minutos}`,
    { chatter: 1, hiccup: 0, urgent: 0 },
    0,
  ),
  ...messages(
    `{habt ihr|hat euer Laden|habt ihr auch} {am Feiertag|zwischen den Jahren|mittags|im August} {offen|auf|geschlossen}?
     {kann|darf|könnte} {ich|man|mein Hund} {mit Karte zahlen|hier parken|einen Tisch reservieren|das umtauschen|mitkommen|die Größe ändern}?
     {gibt es|habt ihr} {das|den Käse|die Schuhe|die Suppe} auch {ohne Zucker|in Blau|vegan|kleiner|zum Mitnehmen}?
     {wie lange|wie viel|wie oft} {dauert|kostet|fährt|hält} {die Anprobe|der Versand|der Bus|ein Strauß|das}?
     {wisst ihr|könnt ihr mir sagen}, {wann der Markt ist|ob das Bad offen hat|wie ich zu euch komme}?
     {muss|soll} ich {vorher anrufen|etwas mitbringen|bar zahlen|mich anmelden}?
     {est-ce que|savez-vous si} {vous réparez les vélos|c'est ouvert lundi|les chiens sont admis|le musée est gratuit} ?
     {peut-on|puis-je|pourrais-je} {payer par carte|venir avec un bébé|échanger la taille|garer la voiture|changer la date} ?
     {avez-vous|il y a} {du thé vert|des places samedi|une carte sans gluten|des chaussures en 45} ?
     {combien|jusqu'à quand|comment|où} {coûte l'entrée|dure la visite|on s'inscrit|se trouve l'arrêt} ?
     {vous êtes|vous restez} {ouverts|fermés} {ce soir|à Noël|le lundi} ?
     {¿tienen|¿hay|¿venden} {té verde|sitio para el sábado|menú sin lactosa|zapatos del 45|wifi}?
     {¿se puede|¿puedo|¿podría} {pagar con tarjeta|ir con perro|cambiar la talla|llegar en tren|reservar para ocho}?
     {¿hasta qué hora|¿cuánto|¿cómo|¿dónde} {abren|cuesta la entrada|llego|queda el museo|dura la visita}?
     {¿abren|¿están abiertos|¿cierran} {los festivos|en agosto|a mediodía}?`,
    { question: 1, hiccup: 0, urgent: 0 },
    0,
  ),
  // The ways to ask in each language, over what shops, towns and offices are asked about.
  ...messages(
    `{who|which of you} {wrote|designed|teaches|runs|looks after} {the course|the shop window|the choir|your site|the garden}?
     {when|where} does {the tour|the ferry|the last train|the film|the parade|the class} {start|leave|end|meet|arrive}{?| from here?}
     {is|are} there {a lift|toilets|a playground|seats|lockers|showers} {for visitors|near you|at the station|upstairs|on board}?
     {would|will} {a large one|this cable|the red one|one litre} {be enough|fit|do|work} {for four|for an old phone|with my boots|for a wall}?
     {do|does} {you|the library|the garage|your clinic} {lend|rent|repair|take|print|teach} {bikes|old books|tyres|cards|photos|beginners}?
     {does|do} {the glue|the seeds|these tablets|the wood} need {a day|water|a fridge|oil} {to dry|every day|first|too}?
     {how many|how much|how far|how big|how late} {seats|luggage|is the beach|is the hall|can we come} {are there|can I take|on foot|exactly|on Friday}?
     {wer|was|welche|welcher|welches} {malt eure Bilder|kommt heute im Kino|Größe brauche ich|Bus fährt zu euch|Holz ist das}?
     {nehmt|nimmt|verleiht|verkauft|repariert|druckt} {ihr|euer Haus|die Werkstatt|die Bücherei} {auch Kinderräder|alte Handys|Kleider|Fotos|Bücher|Uhren}?
     {ab wann|wo|woher|wohin|womit} {fährt der erste Zug|finde ich den Eingang|kommt euer Obst|geht die Reise|putzt man Leder}?
     {passt|reicht|hilft|fährt|läuft} {das|ein Liter|der Film|die Salbe|das Schiff} {für zwei|auch im Winter|bei Regen|gegen Husten|zu Jeans}?
     {dürfen|können|sollen} {Kinder|wir|Gäste|Hunde} {mitkommen|selbst grillen|dort schlafen|etwas mitbringen|zuschauen}?
     {quel est|quelle est|quels sont|quelles sont} {le prix du billet|la meilleure heure|les horaires|la taille du lit|l'adresse|les plus jolies plages} ?
     {proposez-vous|louez-vous|vendez-vous|réparez-vous|prenez-vous} {des vélos|des cours du soir|les cartes|des montres|du pain complet|un menu} ?
     {le musée|la boutique|le bateau|le marché|le bus} {est-il ouvert|passe-t-il par ici|part-il tôt|a-t-elle un jardin|se visite-t-il} {en été|le matin|aussi|avec un bébé|sans ticket} ?
     {qui|où|quand|comment} {chante samedi|se trouve la gare|commence le film|on va à la plage|a fait ce dessin} ?
     {¿qué|¿cuál es|¿quién|¿cuándo} {tamaño me va|el horario|canta el sábado|empieza la feria|días hay mercado|precio tiene}?
     {¿alquilan|¿arreglan|¿hacen|¿venden|¿aceptan|¿dan} {bicis|relojes|tartas de boda|libros usados|tarjetas|clases de baile}?
     {¿el tren|¿la tienda|¿el barco|¿la piscina|¿el parque} {pasa por el centro|tiene parking|sale temprano|abre en invierno|es gratis}?
     {¿cuántos|¿cuántas|¿por dónde|¿desde cuándo} {asientos tiene|personas caben|se entra|existe la tienda|años tiene la casa}?`,
    { question: 1, hiccup: 0, urgent: 0 },
    0,
  ),
  ...messages(
    `{greetings|hello|a big hello|love} from {the harbour|seat 12|the top of the hill|your neighbours|a cafe in Porto}{!|}
     {not sure yet|still thinking} {if we come by car|which colour I like|about the date}
     {walked|drove|cycled} past {your place|the shop|the mill} {today|last night}, {looks lovely|so many flowers|nice sign}
     {reading|watching|listening to} {your blog|your film|your podcast} {in bed|on the sofa|with my son}
     if you ever {come to Wales|do a class for children|make a bigger one|need a singer}, {let us know|I'm in|tell me}
     {a second door|more benches|a small fountain|an evening class|a map at the gate} would be {nice|a good thing|handy|fun}
     {liebe|viele|schöne} {Grüße|Ostergrüße} {vom Balkon|aus dem Zug|von der Küste|an alle}{!|}
     {ein|eine} {Kurs am Morgen|Bank vor der Tür|Lesung im Garten|größere Karte} wäre {schön|toll|eine gute Idee}
     {un grand|un petit|bien le} {bonjour|salut|coucou} {de la montagne|du train|depuis la plage|à vous tous}{ !|}
     {un saludo|saludos|un abrazo} {desde la playa|desde el tren|a toda la familia|de sus vecinos}{!|}`,
    { chatter: 1, hiccup: 0, urgent: 0 },
    0,
  ),
]
