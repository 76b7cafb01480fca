# Proposing: the form, the door beside it, the start, and the proposal in an experiment's story.

page-proposal-title = Propose an experiment
page-proposal-lead = Begin with what a customer said. Each field is kept as soon as you leave it; nothing here has to be complete.
begin-another = Begin another proposal
proposal-words = What made you think of it?
proposal-idea = What do we try?
proposal-door = Which door is it?
proposal-start = Start
page-proposal-of = The proposal { $code }
draft-saved = Kept as { $code }. You can close this page and come back.

field-voice = Whose words are they?
voice-customer = A customer said it
voice-observation = We noticed it
field-words = In their own words, as exactly as you can
field-words-example-customer = “I called three times and each time I had to tell the whole story again.”
field-words-example-observation = Guests wait at the desk while the breakfast room is half empty.
field-source = Where was it heard or seen? (optional)
field-source-example = phone, survey in March, front desk
field-change = We try …
field-change-example = a handwritten card in the parcel
field-whom = for …
field-whom-example = first-time customers
field-effect = It will … (optional)
field-effect-example = bring more of them back
field-signal = We will know when …
field-signal-example = more of them order again within 60 days
field-whose_idea = Whose idea is it? (optional)
field-whose_idea-example = Nora from the night shift; they need no account
field-levers = Changes agreed on
field-levers_not_here = Not possible here
field-move = With this we (optional)
fold-more = Say more, if you like: where it was heard, whose idea it is, what it will do, which promise it serves
fold-expected = Write down what you expect, if you like
move-start = start something
move-change = change something
move-stop = stop something
move-start-means = Something new is started.
move-change-means = Something we do is changed.
move-stop-means = Something we do is stopped.
story-whose_idea = The idea is from { $name }.
idea-in-one-sentence = { $has_effect ->
    [yes] We believe that { $change }{ idea-for } will { $effect }.
   *[no] { $begins ->
        [we] { $change }{ idea-for }.
       *[it] We try { $change }{ idea-for }.
     }
 }{ $has_signal ->
    [yes] {" "}We will know when { $signal }.
   *[no] {""}
 }
idea-for = { $has_whom ->
    [yes] {" "}for { $whom }
   *[no] {""}
 }

row-true = True
row-not-true = Not quite
field-places = How many of our { $total } { $word }?
field-weeks = For how many weeks?

## The door

door-rows-left = { $count ->
    [one] One row is still open.
   *[other] { $count } rows are still open.
 } The door appears as you go.
row-surpassed = What you say goes further than “{ $row }”. Leave it as it is, if you like: what you say counts, not the row’s words.
door-in-short-why = Why?
door-one-question = { $why ->
    [answered] You said this more exactly than the row does:
    [optional] It can start as it is. If you like, one answer makes the door clearer
   *[needed] One question settles which door it is:
 }
door-two_way-means = If it does not work, we walk back and little is lost. Nobody needs to be asked.
door-near_hinge-means = You can start. Talk it over with one person from another function, before or in the first week.
door-one_way-means = This is hard to undo, or hard on somebody. It deserves some homework, and colleagues who look at it, before it starts.
door-undecided-means = What we know so far fits both doors.
door-at-most-little = Even at the most that the answers allow, little can be lost and the way back is short.
door-at-most = { $count ->
    [one] What the answers still allow, at most: { $count } thing
   *[other] What the answers still allow, at most: { $count } things
 }
door-more-reasons = { $count ->
    [one] One more reason
   *[other] { $count } more reasons
 }
door-judged = Judged on { $day } under policy { $version }.
levers-first = This would make it a plain two-way door:

## The start

field-until = We try it until
field-cap = spend at most … (optional)
field-cap-example = €200
field-stop_if = and stop if … (optional)
field-stop_if-example = two customers complain
field-stop_if-usual = two customers complain
limits-sentence = { $has_day ->
    [yes] We try it until { $day }
   *[no] We try it for four weeks
 }{ $has_cap ->
    [yes] { $has_stop_if ->
        [yes] , spend at most { $cap }
       *[no] {" "}and spend at most { $cap }
     }
   *[no] {""}
 }{ $has_stop_if ->
    [yes] { $has_cap ->
        [yes] ,
       *[no] {""}
     }{" "}and stop if { $stop_if }
   *[no] {""}
 }.
end-date-differs = { $has_day ->
    [yes] Until { $day } is { $days ->
        [one] { $days } day
       *[other] { $days } days
     }.
   *[no] Without an end date it runs { $days } days.
 } { $above ->
    [open] The questions above leave open how long.
    [longer] The answer above is longer. When it starts, these { $days } days count.
   *[shorter] The answer above is shorter. When it starts, these { $days } days count.
 }
end-date-is-answer = { $days ->
    [one] Take { $days } day as the answer
   *[other] Take { $days } days as the answer
 }
field-expected = What do you expect to happen? (optional)
field-expected-example = about one in ten writes back
field-expected_difference = Expected difference in “{ $metric }” ({ $unit }, optional)
expected-why = Written down before the start, so that the surprise can be seen afterwards.
start-now = Start now
start-with-numbers = Plan a pilot with numbers first
start-undecided = It can start as soon as the door is clear.
start-number-wrong = A number above cannot be true. Please correct it; then it can go on.
hand-in = Hand in
hand-in-means = The next page says what is still missing. Nothing starts by this.
hand-in-or-smaller = Or make it smaller first: the changes above would make it a two-way door.
missing-title = What is missing before it can start
missing-or-smaller = Or make it smaller: the changes above would make it a two-way door, which starts without anybody’s approval.

## The proposal in the story

proposed-by = proposed by { $name } on { $day }
story-quote-customer = What a customer said
story-quote-observation = What we noticed
story-idea = What we try
story-door = Which door
origin-rolls_out = Rolls out { $code }
origin-tries_again = Tries { $code } again, changed
origin-tries_bigger = Tries { $code } bigger
withdraw-title = Take this proposal back
field-withdraw_reason = What changed? (optional)
withdraw = Withdraw
