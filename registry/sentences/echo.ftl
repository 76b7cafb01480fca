# What comes back to a team: thanks, questions, a customer's words, an estimate; and being named.

echo-title = What came back
echo-open = Say something to the team
field-echo_kind = What would you like to say?
echo-thank = Thank you
echo-ask = Ask a what-or-how question
echo-hear = I heard this myself
echo-signed = Signed: { $name }
echo-asked = { $name } asked on { $day }:
echo-replied = The team answered on { $day }:
echo-after-review = What others asked, and the answers, are shown after your review.
echo-thanks = Thanks from { $name }, { $day }
echo-thanks-to = Thanks to { $whom } from { $name }, { $day }
field-echo_whom = To
field-echo_whom-team = the whole team
field-echo_thank = What do you thank them for?
field-echo_thank-example = We left the second letter out because of you, and nobody missed it.
echo-thank-send = Say thank you
field-echo_ask = Your question
field-echo_ask-example = What did customers do in the first week?
echo-ask-hint = What and how open a talk: “What made Mondays the better day?”
echo-ask-send = Ask the team
field-echo_reply = Your answer
field-echo_reply-example = Most of them came back on the same day.
echo-reply-send = Answer
field-echo_hear = The customer’s words, as exactly as you can
field-echo_hear-example = “I kept the card.”
field-echo_source = Where did you hear it? (optional)
field-echo_source-example = at the counter in March
echo-hear-send = Add it
thanks-not-agreed = They are not named in thanks at the moment. Leave “To” empty to thank the whole team.

cost-lead = It was walked back while it was small. Whoever can estimate what doing it for everybody would have cost may sign that here.
cost-open = Sign an estimate: what would it have cost for everybody?
cost-anew = Sign another estimate
cost-estimated = Doing it for everybody would have cost about { $currency } { NUMBER($amount, maximumFractionDigits: 2) }.
cost-signed = Estimated and signed by { $name } on { $day }
field-cost_amount = About how much would it have cost, in { $currency }?
field-cost_how = How did you get there?
field-cost_how-example = 40 stores, two hours a week each, for a year.
cost-sign = Sign it
estimate-below-zero = An estimate is an amount of zero or more. Correct it, and sign again.

named-agree = You may name me when I am thanked
named-means = While it is off, thanks to you are shown without your name. Turn it off again, and your name goes from earlier thanks too.
