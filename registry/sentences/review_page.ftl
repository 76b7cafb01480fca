# A one-way door on its way to the start: the case, the queue, the review, the reveal, the talk, the answer.

page-review = Review
page-review-title = What waits for a review
page-review-lead = A one-way door is looked at by people of several functions before it starts. One sitting is enough, and nobody sees another’s view before all are in.
page-review-one = Your review of { $code }
go-to-review = Review { $code }
go-to-queue = Back to what waits

## The next step

next-review = This one-way door waits for your review. You begin with one sentence of your own; the case and the questions come after it.
next-reviewed = Your review is kept. You see the others’ when all are in.
next-supply = The reviewers say that one thing is missing. With it, they can clear it:
next-accept = The reviewers clear it under one condition:
next-talk = All reviews are in. One of them alone would make it a one-way door: talk that through first. What to talk about stands below.
next-conclude = All reviews are in. The reviewers read them together below, and give their answer.
next-supplied = The team supplied what was missing. The reviewers read it, and answer below:
next-homework-meanwhile = Before they can clear it, the team still owes this:
next-cleared-reviewed = The reviewers cleared it. Say until when, and start.
next-homework = This can start when its reviewers clear it. You can help that along:
next-homework-case = { $count ->
    [one] The case below has one part left to write.
   *[other] The case below has { $count } parts left to write.
  }
next-homework-sponsor = Nobody stands up for it yet. Send this page to somebody who would.
next-homework-reviews = { $count ->
    [one] One more review is needed. Below you can ask somebody.
   *[other] { $count } more reviews are needed. Below you can ask people.
  }
edit-begins-anew = What the idea is and what it risks is what the reviewers look at. When that changes, a new round begins.

## The case

case-and-reviews = The case, and who looked at it
case-title = The case
case-lead = A few sentences each, in as many sittings as you like. Each is kept when you leave its field.
case-nothing-yet = Nothing yet.
case-customers_words-asked = What does a customer say about it, in their own words?
case-customers_words-example = I call because I cannot type. (a caller, in May)
case-tried_small-asked = What did you try in small before, and what came of it?
case-tried_small-example = For two weeks we let ten callers a day choose the chat. Six came back to the phone.
case-hurt-asked = Who is hurt if we are wrong?
case-hurt-example = People who cannot type: about one caller in twenty.
case-way_back-asked = What is the way back, and what does it cost?
case-way_back-example = We keep the number for a year. Opening it again takes a week and about €3,000.
case-process-asked = Which step of the process does it touch?
case-process-example = The first call after a delivery went wrong.
case-colleagues-asked = What is in it for colleagues?
case-colleagues-example = Fewer angry calls on Mondays; two of them learn to answer chats.
sponsor-title = Who stands up for it
sponsor-stands = { $name } stands up for this, since { $day }.
sponsor-nobody = Nobody yet. It takes one person who says so.
sponsor-stand-up = I stand up for this

## Who looks at it

reviewers-title = Who looks at it
reviewers-in = { $enough ->
    [0] { $count } of { $wanted } reviews are in.
   *[other] { $count } reviews are in.
  }
reviewers-small-panel = Your organisation chose a panel of { $count }. Fewer people see fewer things, so talk to one more before you start.
reviewers-asked = { $name } ({ $function }) was asked on { $day }.
reviewers-silent = No answer for { $days } days. { $others ->
    [one] { $names }, who works in { $function } too, can be asked as well.
    [some] { $names } work in { $function } too and can be asked as well.
   *[none] Nobody else who reviews works in { $function }.
 }
reviewers-nobody-for = { $voice ->
    [front_line] Nobody yet who speaks for the front line.
    [customer_experience] Nobody yet who speaks for customers.
   *[other] Nobody yet who speaks for { $function }.
  }
reviewers-functions = The reviews come from { $count } functions, so that the same thing is seen from different sides.
reviewers-nobody-left = Nobody else can be asked now. A steward can make somebody a reviewer under “People”.
reviewers-ask_reviewer = Ask for a review
reviewers-pass_on = Pass it on
field-reviewer = Ask somebody for a review
field-reviewer-choose = Choose somebody
pass-on-title = I cannot review this
pass-on-means = No reason is needed. Choose who could look at it instead.

## The queue

queue-waiting = Waiting for your review ({ $count })
queue-revealed = All reviews are in: talk, and answer ({ $count })
queue-empty = Nothing waits for you.
queue-since = { $asked ->
    [0] Waiting since { $day }
   *[other] You were asked on { $day }
  }
queue-voices = Still missing: { $functions }
queue-supplied = What was missing is here.
queue-read = Read and answer { $code }
queue-more = { $count ->
    [one] One more waits.
   *[other] { $count } more wait.
  }
became-title = What became of what you reviewed
became-decision = Decided: { $choice }

## One review

premortem-title = First, one sentence of your own
field-premortem = It is next year, and it hurt. What happened?
field-premortem-example = People who could not use the chat gave up and left, and we noticed in March.
premortem-go-on = Go on
premortem-empty = Write one sentence first. A rough one will do.
premortem-why = Your own fear comes first, before you read anybody else’s. Then come the case and the questions.
review-bounds = What the team holds itself to
review-again = Read or change your review
review-kept = { $is_revealed ->
    [0] Your review of { $day } is kept, and nobody else sees it yet. You can give it again: then the new one counts.
   *[other] Your review of { $day } is kept. You can give it again: then the new one counts, marked as given after all were in.
  }
ratings-title = What is your view?
ratings-own = Your function, { $function }, knows these best.
ratings-any = Nothing here is only yours to judge. Answer what you can.
ratings-others = Everything else: not mine to judge, unless I want to
ratings-all = All questions
ratings-not-mine = What you leave at “not mine to judge” does not count.
rating-not-mine = not mine to judge
field-missing = What is missing in this case? (optional)
field-missing-example = How many of those callers are older than eighty?
review-needs-function = A review speaks for a function. Say first what you do; then you can review this.
review-case-incomplete = The case is not complete yet. You may wait for it, or say below what you miss.
review-give = Give my review
review-blind = Nobody sees it before all reviews are in. You do not see the team’s own answers either.
changed-since-title = What is new since your review
changed-since-talk = From the talk about “{ $question }”:
changed-since-supplied = What the team supplied:
door-after-review = You see it after your own review.

## All together

door-rated = { $count ->
    [one] From one review, under policy { $version }.
   *[other] From { $count } reviews, under policy { $version }.
  }
door-rated-open = What nobody knows yet could still make it either door, so it stays a one-way door.
door-as-handed-in = As the team handed it in
door-signed-by-two = Two reviewers signed for another door: { $door }. It counts. The ratings had made it this one:
reveal-title = What the reviewers said
reveal-premortems = “It is next year, and it hurt”
reveal-ratings = Side by side
reveal-together = “Taken together” is the rating in the middle; between two, the more careful one.
reveal-talks = { $count ->
    [0] Nowhere are the views far apart.
    [one] On one question the views are far apart. Talk about it.
   *[other] On { $count } questions the views are far apart. Talk about them.
  }
reveal-agreed = { $count ->
    [one] One more question, with views close together
   *[other] { $count } more questions, with views close together
  }
review-missing = What is missing in the case:
review-after-reveal = after all were in
mark-lone = Talk this through first
mark-apart = Far apart: worth a talk
rating-not-theirs = not theirs to judge
rating-together = Taken together:
rating-lone = Until it is talked through and rated again, the door is the one at “{ $answer }”.
field-talk = What came out of the talk?
field-talk-example = The number stays open for people on a social tariff.
talk-keep = Keep
talk-by = { $name } after the talk, { $day }:
rate-again = Rate again

## The answer

outcome-title = The reviewers’ answer
outcome-none = Not given yet.
outcome-two-way = Taken together, the reviews make it a two-way door. It can start.
outcome-signed = Two reviewers signed that it is a two-way door. It can start.
field-outcome = What do you answer, together?
reviewers-say-cleared = Cleared
reviewers-say-cleared-means = It can start as it is.
reviewers-say-cleared_if = Cleared, if …
reviewers-say-cleared_if-means = It can start when the team holds itself to one condition.
reviewers-say-not_yet = Not yet
reviewers-say-not_yet-means = One thing is missing. With it, it would be cleared.
field-what-cleared_if = Under which condition?
field-what-cleared_if-example = the old number stays open until March
field-what-not_yet = Which one thing is missing?
field-what-not_yet-example = how many callers cannot use the chat
field-who = Who could supply it?
field-who-example = the call centre’s planning desk
outcome-case-lacks = Before it can be cleared, the case still needs: { $part }
outcome-case-lacks-sponsor = Before it can be cleared, somebody has to stand up for it.
outcome-give = Give this answer
outcome-by = { $name } for the reviewers, { $day }
outcome-who = Who could supply it: { $who }
outcome-accepted = { $name } accepted the condition for the team on { $day }.
outcome-supplied = { $name } supplied it on { $day }:
outcome-another = Give another answer
condition-accepted = The reviewers cleared it under this condition, and the team holds itself to it:
condition-accept = We hold ourselves to this
condition-teams-turn = The team says next whether it holds itself to this.
field-supply = What is it?
supply = Give it to the reviewers
sign-title = The door should be another one
sign-means = Two reviewers from two functions can sign another door, each with a reason of their own.
sign-never = What harm, law or customers’ data make of it is not signed away. Only a changed proposal does that.
sign-second-needed = One signature stands. It counts when a reviewer of another function signs the same door.
field-sign-door = Which door should it be?
field-sign-reason = Why?
sign = Sign
signed-by = { $name } ({ $function }) signed on { $day }: { $door }
