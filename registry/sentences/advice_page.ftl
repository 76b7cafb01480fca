# Help from other functions: a conversation near the hinge, one question to who knows, and where it is answered.

advice-title = Help from others
advice-after-review = Other functions answered questions about this. You see their answers after your own review.

## One conversation near the hinge

conversation-invite = This is a two-way door, but not far from a one-way one: near the hinge, as we say. Talk it over with one person of another function: before the start, or in the week after it. Nothing waits for it.
conversation-invite-running = This is a two-way door, but not far from a one-way one: near the hinge, as we say. Talk it over with one person of another function, and write it down here until { $day } if you like. Nothing waits for it.
conversation-tell = Write down the conversation
conversation-another = Write down another conversation
conversation-with = A conversation with { $function } on { $day }
conversation-told-by = written down by { $name }
conversation-keep = Keep it
field-talk_function = Which function did you talk to?
field-talk_on = When?
field-talk_suggested = What did they suggest? (optional)
field-talk_suggested-example = Tell the night shift first, they hear the calls.

## One question to a function

ask-open = Ask a function one question
ask-settling = This is the question that settles most. Somebody may simply know it.
field-ask_question = Which question?
field-ask_function = Who would know?
ask-means = They see this question, the words it began with and the idea, and nothing else. Their answer then stands in the proposal. It is help: nothing waits for it.
ask-may-make-draft = If their answer changes the proposal, { $code } is a draft again, and is handed in once more.
ask-now = Ask
asked-waiting = Put to { $function } on { $day }: “{ $question }” There is no answer yet.
asked-send = Everybody of that function sees the question under “Today”. Or copy its address and send it.
asked-this-computer = The address begins with { $host }, so it opens on this computer only. Open the registry under the address that your colleagues use, and copy it there.
answered-by = { $name }, { $function }, on { $day }

## The page where it is answered

page-answer = Answer one question
page-answer-title = One question for you
answer-lead = Your function, { $function }, was asked this one thing. Half a minute is enough.
answer-idea = The idea
answer-why = Why? One sentence, if you like (optional)
answer-now = Answer
answer-thanks = Thank you. Your answer stands in the proposal now.
answer-moved = The door moved with it:
answer-not-moved = The door stays as it was:
answer-given = Somebody of your function answered this on { DAY($day) }. Nothing is left to do here.
answer-nothing-here = There is nothing for you to answer here. { $has_function ->
    [0] Questions are put to a function, and you have not said yet in which one you work.
   *[other] Either it was answered, or it was put to another function than yours, “{ $function }”.
  }
go-to-today = Back to Today

## Today

today-asked = { $count ->
    [one] Your function was asked one thing
   *[other] Your function was asked { $count } things
 }
today-asked-more = { $count ->
    [one] One more waits here after these.
   *[other] { $count } more wait here after these.
 }
today-to-review = { $count ->
    [one] One waits for your review
   *[other] { $count } wait for your review
 }
today-to-review-more = { $count ->
    [one] And one more
   *[other] And { $count } more
 }
today-since = since { $day }
today-own = Running in your team ({ $count })
stop-this = Stop { $code }
stopped-why = { $code } has stopped. You can say why, now or later.
