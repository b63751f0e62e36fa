/** What people ask and tell those who serve them in passing, and what they complain of: sentences that no model was trained on. */
import { expect, test } from 'vitest'
import { understand } from './understanding.ts'

const plain = `
When does the late bus leave from your stop?
Do you fit new brakes while customers wait?
Is there a changing room for wheelchair users?
Who painted the mural above your entrance?
Would a size 42 be big enough for someone with broad feet?
Could we bring our own candles for the birthday?
I never know: is your garden on the left or on the right of the church?
Not sure yet whether we come on the 4th or on the 5th
What should I wear for the kayak tour?
Any chance you will host another pottery evening before spring?
If you ever do a workshop for teenagers, tell us
A bench outside would be a fine thing
Reading your newsletter on the train, hello from seat 42
We walked past your window yesterday, the lights look pretty
Does the blue paint need a second coat?
How many people fit into the small boat?
Habt ihr Fahrräder, die man tageweise leihen kann?
Nimmt eure Apotheke alte Medikamente an?
Ab welchem Alter dürfen Kinder mitfahren?
Welche Farbe passt zu einer Eichentür?
Liebe Grüße aus der Straßenbahn
Ein Kurs am Abend wäre fein
Proposez-vous des cours de poterie pour débutants ?
Quelle est la taille de la plus petite chambre ?
Le petit train passe-t-il aussi en hiver ?
Un grand bonjour depuis le port
¿Qué días toca la banda en la plaza?
¿Alquilan bicicletas para niños?
¿El museo tiene una entrada por la calle Mayor?
Un saludo desde el tranvía`

const complaining = `
The saddle you fitted yesterday wobbles already
I posted the form in March and it is now June
Apologies for the trouble, but the tent has a hole near the zip
It pains me to write this, the concert was far too loud to enjoy
Three calls, three different answers, and none of them right
You took the deposit and then gave the flat to someone else
Perhaps it was a busy day, yet nobody greeted us for half an hour
The tickets we paid for were never in the envelope
Your newsletter keeps coming although I have unsubscribed five times
The nurse spoke to my father as if he were a child
May I ask why my luggage was sent to Oslo?
Honestly, a pharmacy without plasters?
With all due respect, this is the wrong prescription
The paint peels off after two weeks of rain
Our guide left us at the harbour and drove off
So much for next day delivery
My meter was read wrongly and now I owe 800
The lights in the staircase have been dead since Christmas
Mein Fahrrad kam mit verbogenem Lenker zurück
Seit dem Umzug haben wir kein Internet
Ehrlich gesagt hätten wir uns mehr Sauberkeit gewünscht
Die Karten waren angeblich ausverkauft, vor Ort blieb der halbe Saal leer
Ihr habt mir das falsche Medikament eingepackt
Le bateau est parti sans nous, alors que nous étions à l'heure
La peinture s'écaille au bout de deux semaines
On nous a fait attendre debout pendant une heure
Je regrette de vous l'écrire : la chambre sentait la fumée
El guía nos dejó solos en el puerto
La tienda de campaña tiene un agujero
Pagué el envío urgente y tardó diez días`

const lines = (text: string) => text.split('\n').filter((line) => line !== '')
const holds = (text: string, intent: 'complaint' | 'abuse') => understand(text).intents[intent] >= 0.5

test('plain questions, wishes and small talk are hardly ever taken for complaints or abuse', () => {
  expect(lines(plain).length).toBe(30)
  const taken = lines(plain).filter((text) => holds(text, 'complaint') || holds(text, 'abuse'))
  expect(taken.length, taken.join('\n')).toBeLessThanOrEqual(2)
})

test('complaints are heard as such, polite ones too', () => {
  expect(lines(complaining).length).toBe(30)
  const missed = lines(complaining).filter((text) => !holds(text, 'complaint'))
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(10)
})
