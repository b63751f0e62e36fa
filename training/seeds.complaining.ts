/** What people complain of, cross or polite. */
import { messages, type Seed } from './wordings.ts'

export const complaining: Seed[] = [
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
  // Said politely, or as a mere report: what went wrong is said all the same.
  ...messages(
    `{I'm afraid|sorry to say|I am sorry to report that|unfortunately} {the jacket came with a torn sleeve|one of the plates was cracked|the room had not been cleaned|the train left without us|your driver went to the wrong house|the battery is flat after an hour}
     {I don't mean to be difficult|not to be picky|no offence}, but {this is not what I ordered|the portion was tiny|the pool was closed all week|nobody told us about the extra fee|the seat was broken}
     {could someone|can you please|would you kindly} {look into|explain|check} why {my bill has doubled|the lift has been out of order since May|my claim was turned down|I got a reminder for a bill I paid|my bag is still in Madrid}{?|}
     {a little|rather|quite|somewhat|really} {disappointed|let down|unhappy|surprised} {with|by|about} {the hotel|the new menu|how we were treated|the quality of this coat|the repair}{, we expected better| after all these years|}
     {there was|we found} {a fly in the salad|glass in the jar|mould on the cheese|a worm in the apple|a nail in the tyre|plastic in my meal|a dead wasp in the bottle}
     {the waiter|your clerk|the guard|the nurse at the desk|someone on your hotline} {was rude to|shouted at|ignored|laughed at|hung up on} {me|us|my wife|an old man|my son}
     {it's been|it has been} {four days|two months|over a week} and {the heating still doesn't work|my money is not back|I have no answer|no parcel}
     {the tracking|the app|your mail|the receipt} says {delivered|collected|paid|done} {but|yet} {I have nothing|there is no parcel|nothing came|nobody was here}
     {the milk|the fish|the meat|the yoghurt|the salad} {was off|had gone bad|smelled|was past its date}, {we had to throw it away|I felt sick|please check your fridge}
     {the tea|the steak|the pizza|my meal|the fries} {was|came|arrived} {cold|burnt|raw|soggy|an hour late|dry as dust}{ once more| again|}
     {half|a third|part} of {my order|the furniture|the set} is {missing|damaged|the wrong colour}
     {you|they} {billed|charged} {me|my card|us} {two times|three times|for a night we did not stay|more than agreed}
     {an hour|ninety minutes|an entire afternoon} {for a coffee|in the queue|on hold|to get the bill} is {a bit much|not acceptable|far too long}
     {how can|how could} {an airline|a bank|a supermarket|a hospital} {lose a wheelchair|have no change|run out of water|mix up two names}?{ Really?| Unbelievable.|}
     why {was|is|were} {our booking given to somebody else|my refund refused|my post still not here|the gate closed early|there only one till open|we not told}?
     {your|the} {site|page|form|shop} {ate my code|lost my basket|showed another price at the end|froze twice|deleted my text|sent me round in circles}
     {the price|the fee|the fare} {went up|changed|doubled} {when I paid|at the till|overnight without a word}
     {the shoes|the kettle|the toy|the lamp|the zip} {fell apart|came off|stopped working|leaked} {on the first day|after one wash|within a month}
     {left|dumped|thrown} {over the fence|out in the snow|on the road}: {that is how my parcel came|so much for careful delivery}
     {@name |}{my taxi|our food|the bus|the shipment|my appointment|the plumber} is late {again|AGAIN|as always|once more}, {where is it?|what is going on?|how long now??|where are they??}
     {@name |}{where is|where's|what happened to} {my refund|our parcel|my order|the jacket I paid for|my money}{?|??} {it is late|you promised Monday|it never came|still waiting}
     {not the first time|the third time running|once again} {the wrong size came|somebody forgot us|the bill is wrong|no one turned up}
     I {expected|had hoped for} {more|better} from {you|a place like yours}, {the bed sagged|the soup was salty|nobody smiled}`,
    { complaint: 1, hiccup: 1 },
    -1,
  ),
  ...messages(
    `{leider|schade,|sehr ärgerlich:} {war der Käse schimmlig|ist die Hose nach einer Wäsche eingelaufen|kam das Paket offen an|fehlte die Hälfte|war das Zimmer schmutzig|ist der Akku kaputt}
     {ich warte|wir warten} {seit Tagen|seit drei Wochen|schon ewig|seit zwei Stunden} auf {meine Lieferung|eine Antwort|den Techniker|mein Geld|den Bus|die Rechnung}
     {niemand|keiner} {antwortet|meldet sich|geht ans Telefon|hilft mir|weiß Bescheid}{, seit Tagen|, was soll das|}
     {die Pizza|das Fleisch|der Kaffee|die Suppe|der Fisch} war {kalt|versalzen|angebrannt|zäh|ungenießbar|alt}{ und viel zu teuer|, wie schon letztes Mal|}
     {eure|die} {Webseite|App|Hotline|Seite|Kasse} {geht nicht|funktioniert nicht|ist ständig besetzt|spinnt schon wieder|hängt|lädt nicht}
     {ihr habt|man hat} {mir zu viel berechnet|doppelt abgebucht|die falsche Größe geschickt|mich vergessen|meinen Termin verlegt}{, ohne ein Wort|}
     {der Kellner|die Verkäuferin|der Fahrer|euer Mitarbeiter} war {unfreundlich|frech|unhöflich|genervt}
     {ich bin|wir sind} {enttäuscht|sauer|unzufrieden|verärgert}{, das war früher besser| über den Service| von der Qualität|}
     {schon wieder|zum dritten Mal} {zu spät|die falsche Ware|kein Zug|keine Heizung|abgesagt}
     warum {dauert das so lange|bekomme ich mein Geld nicht zurück|kommt mein Paket nicht|wurde mein Konto gesperrt}?
     {entschuldigt, aber|ich will nicht meckern, aber} {so geht das nicht|das Brötchen war steinhart|die Jacke hat ein Loch|das ist nicht mein Gepäck}`,
    { complaint: 1, hiccup: 1 },
    -1,
  ),
  ...messages(
    `{malheureusement|dommage,|désolé mais} {le fromage était moisi|la robe est déchirée|le colis est arrivé ouvert|la chambre était sale|il manque la moitié|la viande était dure}
     {j'attends|on attend|nous attendons} {depuis une semaine|depuis deux heures|depuis lundi} {mon remboursement|une réponse|le technicien|le bus|ma livraison}
     {personne|aucun employé} ne {répond|rappelle|nous aide|sait rien}{, depuis des jours|, c'est honteux|}
     {la soupe|le repas|le plat|le poisson|la pizza} {était|est arrivé} {froid|trop salé|brûlé|immangeable|en retard}
     {votre|le} {site|appli|service} {ne marche pas|plante tout le temps|est en panne|bugue encore}
     {vous avez|on a} {prélevé deux fois|envoyé la mauvaise taille|perdu ma valise|oublié ma commande|facturé trop cher}
     {le serveur|la vendeuse|le livreur|l'accueil} était {désagréable|impoli|très lent}
     {je suis|nous sommes} {déçu|mécontents|très déçue|en colère}{, c'était mieux avant| du service| de la qualité|}
     {encore|une fois de plus} {en retard|annulé|une erreur|le mauvais article}
     pourquoi {mon compte est bloqué|c'est si long|mon colis n'arrive pas|on ne me rembourse pas} ?`,
    { complaint: 1, hiccup: 1 },
    -1,
  ),
  ...messages(
    `{lamentablemente|por desgracia|lo siento, pero} {el queso estaba podrido|la camisa vino rota|el paquete llegó abierto|la habitación estaba sucia|falta la mitad|la carne estaba dura}
     {llevo|llevamos} {tres días|dos horas|un mes|toda la mañana} {esperando|sin internet|sin respuesta|esperando el autobús|esperando mi dinero}
     {nadie|ninguno} {contesta|responde|me ayuda|coge el teléfono|sabe nada}{, qué vergüenza|, desde el lunes|}
     {la sopa|la comida|el café|la pizza|el pescado} {estaba|llegó} {fría|frío|salado|quemada|tarde|incomible}
     {su|la} {página|app|web|tienda} {no funciona|se cae|da error|no carga otra vez}
     {me|nos} {cobraron dos veces|cobraron de más|mandaron la talla equivocada|perdieron la maleta|cancelaron sin avisar}
     {el camarero|la cajera|el repartidor|su empleado} fue {grosero|maleducado|muy lento}
     {estoy|estamos} {decepcionado|muy molesta|hartos|enojada}{, antes era mejor| con el servicio| con la calidad|}
     {otra vez|por tercera vez} {tarde|mal|el pedido equivocado|sin luz|cancelado}
     ¿por qué {tarda tanto|no me devuelven el dinero|no llega mi paquete|bloquearon mi cuenta}?`,
    { complaint: 1, hiccup: 1 },
    -1,
  ),
]
