/**
 * Words that stand in so many messages of their language that alone they say nothing. Our own short list: the commonest
 * articles, prepositions, pronouns and forms of "be" and "have". It refuses a listener and nothing else; every word can be searched for.
 */
const stopWords = new Set(
  `a an and are as at be but by for from had has have he i if in is it its me my no not of on or our she so that the their
  they this to was we were what when who will with you your
  de da do das dos e em eu mas na nas no nos o os a as para por que se um uma com não
  el la los las y en del un una es lo le con su al
  le les des du et est il elle je ne pas que qui une sur pour dans ce au
  der die das und ist ich nicht ein eine zu den dem mit sie es von auf im
  il lo gli di che è e per non sono mi si ma
  de het een en van ik is dat op te niet met
  i w na z się nie to jest do
  и в не на я что с он а это как
  ve bir bu da de için
  في من على و ما لا
  के है में की और का
  の に は を た が で て と し れ さ い な も
  的 了 是 我 不 在 有 一 人 这`.split(/\s+/),
)

/** Takes a folded word. */
export const isStopWord = (word: string): boolean => stopWords.has(word)
