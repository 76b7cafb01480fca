# Re-use: learnings that helped, what is different this time, and what their writers hear of it.

helped-us = This helped us ({ $code })
helped-take-back = { $code } helped us. Take it back
helped-times = { $count ->
    [one] helped { $count } experiment
   *[other] helped { $count } experiments
 }
helped-title = What helped
helped-open = What helped us?
helped-say = Say that it helped us
helped-nothing-found = No learning here holds all of these words. Try fewer, or its code.
helped-nothing-close = Type a code or a few words to find the learning.
field-helped_search = Which learning? Its code, or a few words
field-helped_search-example = CX-17, returns, call-back …
field-helped_which = Which of these?
field-helped_how = How did it help? (optional)
field-helped_how-example = We left the second letter out.

ended-adopt = Adopted
ended-walk_back = Walked back
ended-try_again = Changed and tried again
ended-keep_here = Kept where it was tried
ended-try_bigger = Tried bigger
ended-withdrawn = Taken back before it began

different-walked_back = Something close to this was walked back in { $code }: { $title }.
different-contradicted = Something close to this was tried in { $code }: { $title }. What it taught was later found not to hold.
field-different_this_time = What is different this time? (optional)
field-different_this_time-example = It is winter now, and guests can say no.
story-different = What is different this time

came-back-title = What came back to you
came-back-helped = What you learned in { $learning } helped { $code }: { $title }
came-back-asked = Somebody asks about { $code }:
came-back-asked-more = { $count ->
    [one] One more question waits.
   *[other] { $count } more questions wait.
 }
came-back-thanks = Thanks for { $code }, from { $name }:
