# What was learned, and what came back: refusals, and how the history tells of it.

learning-stale = Somebody else wrote a revision of what { $code } taught meanwhile. Your words are still in the fields. Read theirs above the button, put both together, and tell it again.
citation-of-itself = { $code } cannot speak for or against itself. Choose another experiment.
citation-without-learning = Nobody has written down yet what { $code } taught. Its team can.
citation-untried = { $code } was not tried yet, so it cannot speak for or against anything. Cite it once it ran.
use-of-itself = { $code } cannot have helped itself. Choose the learning that did.
nothing-said = There is not a word in it yet. Write one sentence.
question-unknown = { $code } was not asked this question. Reload the page.
organisation-topic-months = “{ $topic }” needs a time after which it is looked at again: 1 to 120 months.

not-allowed-ask = Only somebody who works here now may ask. Ask a steward if this is you.
not-allowed-hear = Only somebody who works here now may add what they heard. Ask a steward if this is you.
not-allowed-estimate_cost = Only somebody who works here now may sign an estimate. Ask a steward if this is you.
not-allowed-collect = Only somebody who works here now may make a reading list. Ask a steward if this is you.
not-allowed-change_collection = Only whoever made this reading list or a steward may change it. Make one of your own.
not-allowed-agree_to_be_named = Only somebody who works here now may agree to be named. Ask a steward if this is you.
not-allowed-use = Only { permission-team } or a steward can say what helped { $code }. Ask one of them.
not-allowed-reply = Only { permission-team } or a steward can answer for { $code }. Tell them what you know.

wrong-stage-cite = { wrong-stage-now } Experiments are cited for or against what was learned, once it is written down.
wrong-stage-use = { wrong-stage-now } What helped it is said before, while it runs, or afterwards.
wrong-stage-thank = { wrong-stage-now } Thanks can be said once it is handed in.
wrong-stage-ask = { wrong-stage-now } Questions are asked once it is handed in.
wrong-stage-reply = { wrong-stage-now } Questions are answered once it is handed in.
wrong-stage-hear = { wrong-stage-now } What you heard can be added once it is handed in.
wrong-stage-estimate_cost = { wrong-stage-now } What it would have cost is estimated after the decision.

event-cite = cited an experiment
event-use = said what helped
event-thank = said thank you
event-ask = asked the team a question
event-reply = answered somebody’s question
event-hear = added a customer’s words
event-estimate_cost = signed an estimate of the cost

changed-learning-hard_to_hear = what customers had said
changed-learning-change_our_mind = what would change our mind
changed-learning-journey-promise = promise
changed-learning-journey-stage = stage of the journey
changed-learning-journey-channel = channel
changed-learning-journey-topic = topic
changed-learning-look_again = look again on
changed-citation-experiment = cited experiment
changed-citation-speaks = it speaks
changed-citation-why = why
changed-citation-grade = evidence grade
changed-use-learning = what helped
changed-use-how = how
changed-use-helped = it helped
changed-heard-words = customer’s words
changed-heard-source = where it was heard
changed-question-words = question
changed-reply-question = question number
changed-reply-words = answer
changed-thanks-words = thanks
changed-cost_estimate-amount = estimated cost
changed-cost_estimate-how = how it came about
changed-journey-promise = promise
changed-journey-stage = stage of the journey
changed-journey-channel = channel
changed-journey-topic = topic
changed-different_this_time = what is different this time
changed-promises = promises
changed-topics = topics

topic-months = { $name }: { $months } months
speaks-for = for it
speaks-against = against it
speaks-neither = neither for nor against it

grade-A = A: drawn by lot
grade-B = B: drawn by lot, in groups
grade-C = C: compared over time
grade-D = D: before and after
grade-E = E: noticed
grade-none = not tried

standing-emerging = Emerging
standing-supported = Supported
standing-confirmed = Confirmed
standing-contradicted = Contradicted

collection-without-title = A reading list needs a title, so that others find it.
collection-twice = An experiment stands twice on this list. Take one of them out.
collection-has-it = { $code } stands on this reading list already.
collection-too-long = A reading list holds { $most } experiments at most. Make a second one.
collection-unknown = There is no reading list with this number. Look through the list of them.
collection-stale = Somebody changed this reading list meanwhile. Reload the page, and put both together.

event-collect = made or changed a reading list
event-agree_to_be_named = said whether they may be named in thanks
changed-collection = reading list
changed-collection-put = put on it
changed-collection-taken = taken off it
changed-agrees = may be named
