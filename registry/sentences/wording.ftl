# The wording check: how its questions are introduced. The questions stand with the rules, in services/wording.

cli-wording-help = which sentences point at somebody, and what could be asked instead?
cli-wording-file = a text; a line that begins with > is a customer’s words. Standard input when you leave it out, or for -
cli-wording-none = { $count ->
    [0] There is no sentence here.
    [one] One sentence, and it points at nobody.
   *[other] { $count } sentences, and none points at anybody.
 }
cli-wording-some = { $count ->
    [one] One sentence, and something to ask about it.
   *[other] { $count } sentences; { $asked ->
        [one] one has something to ask about it.
       *[other] { $asked } have something to ask about them.
    }
 }

wording-blame = A question:
wording-hindsight = Looking back:
wording-deflection = One more look:
wording-more = { $more ->
    [one] One more sentence could be asked about.
   *[other] { $more } more sentences could be asked about.
 }
