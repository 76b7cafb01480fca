# A one-way door before its start, and help from other functions: what cannot be done as it was asked, why,
# and what to do instead; who may take these steps, and when; and what the history calls them.

stage-not_yet = Not yet
next-not_yet = One thing is missing. With it, this can be cleared.

## A question in a sentence

which-question = { $question ->
    [exposure] “{ question-exposure }”
    [people] “{ question-people }”
    [undo_time] “{ question-undo_time }”
    [undo_cost] “{ question-undo_cost }”
    [money_at_risk] “{ question-money_at_risk }”
    [harm] “{ question-harm }”
    [law] “{ question-law }”
    [promise] “{ question-promise }”
    [data] “{ question-data }”
    [spotlight] “{ question-spotlight }”
    [detection] “{ question-detection }”
    [colleagues] “{ question-colleagues }”
    [undo_control] “{ question-undo_control }”
   *[duration_days] “{ question-duration_days }”
  }

## Asking for a review

review-unknown-person = We do not know whom you mean. Choose somebody from the list.
review-cannot-be-asked = { $name } cannot review this. Choose a reviewer of another team, other than yourself, whose function is known.
review-asked-already = { $name } was asked about { $code } before. Choose somebody else, so that nobody is asked twice.
review-done-already = Your review of { $code } is kept already. You can rate it again, but not pass it on.
review-passed-on-already = You passed { $code } on already. Whoever was asked instead can pass it on again.

## Reviewing

review-without-function = A review speaks for a function, and yours is not known here. Say under “People” in which function you work, then review { $code }. What you wrote is still on this page.
review-by-sponsor = You stand up for { $code }, so its reviews are for others to write. What you know about it still helps: tell the team.
sponsor-has-reviewed = You reviewed { $code }, so somebody else stands up for it. Send its page to somebody who would.
review-without-premortem = One sentence comes first: it is next year and it hurt, so what happened? Write it, then give your review.
review-own-question = This one is for your function to judge ({ $function }), and has no answer yet: { which-question } Answer it, then give your review. Where you are not sure, choose the worst that you would not rule out.
review-rates-nothing = There is no rating in this review yet. Answer at least one question; what is not yours to judge can stay open.
review-without-revenue = Nobody has said here how large the yearly revenue is, so an amount has no measure: { which-question } Choose one of the words for it instead.
review-not-revealed = Not all reviews of { $code } are in. Talking and answering come after that, so that each view stays its own.
review-unknown-question = A talk is about one of the risk questions. Choose one of those on the page.

## Talking, and the reviewers’ answer

talk-says-nothing = Nothing is written yet. Say in a sentence what came out of the talk.
conclude-without-review = The answer is given by those who reviewed { $code }. Give your own review first.
conclude-quorum-changed = Somebody who reviewed { $code } works in another function now, so one voice is missing. Ask one more person for a review, then answer.
conclude-talk-first = One rating alone would close this door: { which-question } Talk it through and rate it again, then answer.
conclude-case-incomplete = The case is not complete yet: { $part ->
    [customers_words] a customer’s own words about it.
    [tried_small] what was tried in small.
    [hurt] who is hurt if we are wrong.
    [way_back] the way back, and its price.
    [process] which step of the process it touches.
    [colleagues] what is in it for colleagues.
   *[sponsor] somebody who stands up for it.
  } Ask the team for it, or answer “not yet” and name it as the one thing.
conclude-cleared_if-says-nothing = Which condition? Write it in one line, then answer.
conclude-not_yet-says-nothing = Which one thing is missing? Write it in one line, then answer.
conclude-not_yet-by-nobody = Who could supply it? Name a person or a function, so that the team knows where to ask; then answer.
conclude-one-thing = { $code } waits for one thing already: “{ $what }”. It is one thing at a time. Talk to whoever named it, or clear it without.
accept-nothing = { $code } has no condition to accept now. Open its page to see the next step.
supply-says-nothing = Nothing is written yet. Say what you found out, or where it is, then hand it over.
sign-without-reason = Another door is signed with a reason that others can read. Write one, then sign.
sign-which-door = Say which door it should be, one-way or two-way, then sign.
sign-unbendable = What { $question ->
    [harm] harms a customer
    [law] the law says
   *[data] happens to customers’ data
  } is not signed away. When a fact changes, the team can change the proposal, and it is looked at anew.
start-longer-than-reviewed = This would run longer than the reviewers of { $code } were told. Choose an earlier day, or change the proposal and have it looked at anew.

## Help from another function

conversation-with-whom = With somebody of which function did you talk? Choose it, then keep the conversation.
conversation-in-the-future = That day is still to come. Choose today or an earlier day.
conversation-too-late = { $code } has been running for more than a week, so the conversation changes little now. Write it down as a note instead.
ask-what-and-whom = One question goes to one function. Choose both, then ask.
answer-not-asked = Your function has no open question about { $code }. Perhaps a colleague was faster.
answer-says-nothing = There is no answer yet. Choose one, or leave the question to somebody who knows.

## Who may take these steps

not-allowed-ask_function = Only { permission-team } or a steward can ask a function about { $code }. Tell them whom you would ask.
not-allowed-answer_function = Only somebody who works here now may answer for a function. Ask a steward if this is you.
not-allowed-converse = Only { permission-team } or a steward can write down a conversation about { $code }. Tell them what was said.
not-allowed-make_case = Only { permission-team } or a steward can write the case of { $code }. Tell them what you know.
not-allowed-stand_up = Only somebody who works here now may stand up for { $code }. Ask a steward if this is you.
not-allowed-ask_reviewer = Only { permission-team }, a reviewer or a steward can ask somebody for a review of { $code }. Tell them whom you would ask.
not-allowed-pass_on = Only a reviewer can pass { $code } on, and never { permission-team }. A steward can make you a reviewer.
not-allowed-talk = Only a reviewer can write down what came out of a talk about { $code }, and never { permission-team }. Tell one of the reviewers.
not-allowed-conclude = Only a reviewer can give the reviewers’ answer about { $code }, and never { permission-team }. Ask one of them.
not-allowed-sign_door = Only a reviewer can sign another door for { $code }, and never { permission-team }. Tell one of them what you see.
not-allowed-accept = Only { permission-team } or a steward can accept the condition for { $code }. Tell them what you think of it.
not-allowed-supply = Only { permission-team } or a steward can supply what { $code } still needs. Give it to one of them.

## When these steps can be taken

wrong-stage-ask_function = { wrong-stage-now } A function is asked before the start. What you want to know can go into a note.
wrong-stage-answer_function = { wrong-stage-now } The question was open until the start. Tell the team directly what you know.
wrong-stage-converse = { wrong-stage-now } A conversation is written down until a week after the start. What was said can go into the learning.
wrong-stage-make_case = { wrong-stage-now } A case is written while a one-way door waits for its start. Open its page to see the next step.
wrong-stage-stand_up = { wrong-stage-now } Somebody stands up for a one-way door while it is looked at. Open its page to see the next step.
wrong-stage-ask_reviewer = { wrong-stage-now } Reviewers are asked while a one-way door is looked at. Open its page to see the next step.
wrong-stage-review = { wrong-stage-now } It is reviewed between being handed in and being cleared. Tell the team directly what you see.
wrong-stage-pass_on = { wrong-stage-now } Nobody waits for your review any more, so there is nothing to pass on.
wrong-stage-talk = { wrong-stage-now } Ratings are talked through before it is cleared. Tell the team directly what you see.
wrong-stage-conclude = { wrong-stage-now } The reviewers answer before it is cleared. Open its page to see the next step.
wrong-stage-accept = { wrong-stage-now } There is no condition to accept now. Open its page to see the next step.
wrong-stage-supply = { wrong-stage-now } Nothing is waited for now. Open its page to see the next step.
wrong-stage-sign_door = { wrong-stage-now } Another door is signed before the start. Tell the team directly what you see.

## What somebody did, as it goes on after their name

event-converse = wrote down a conversation with another function
event-ask_function = asked a function one question
event-answer_function = answered a question
event-make_case = wrote the case
event-stand_up = stood up for it
event-ask_reviewer = asked somebody for a review
event-pass_on = passed the review on
event-review = gave a review
event-talk = wrote down what came out of a talk
event-conclude = gave the reviewers’ answer
event-accept = accepted the condition
event-supply = supplied what was missing
event-sign_door = signed another door

## What changed

changed-conversation-function = function
changed-conversation-on = day
changed-conversation-suggested = what they suggested
changed-function_asked-question = question
changed-function_asked-function = function
changed-function_answered-function = function
changed-function_answered-why = why
changed-case-customers_words = a customer’s words
changed-case-tried_small = what was tried in small
changed-case-hurt = who is hurt if we are wrong
changed-case-way_back = the way back, and its price
changed-case-process = the step of the process
changed-case-colleagues = what is in it for colleagues
changed-review_asked-function = function
changed-review-function = function
changed-review-after_reveal = after the others’ ratings were seen
changed-panel_found-door = door, from all ratings together
changed-panel_found-near_hinge = near the hinge
changed-talk-question = question
changed-talk-words = what came out of it
changed-panel_outcome-outcome = answer
changed-panel_outcome-what = what is asked for
changed-panel_outcome-who = who could supply it
changed-supplied-what = what was supplied
changed-door_signed-door = door
changed-door_signed-function = function
changed-door_signed-reason = why
