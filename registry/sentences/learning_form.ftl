# Writing down what was learned: the form on the experiment's page, and where an experiment belongs.

learn-here = About the world, not about who did what. Six short fields, some of them begun already; leave out what does not apply.
learning-theirs = What somebody else wrote meanwhile
learning-pictures = { $count ->
    [one] One picture comes along.
   *[other] { $count } pictures come along.
  }
learning-hard_to_see-process = In how we work
learning-hard_to_see-process-example = The survey asks only people who come back.
learning-hard_to_see-words = In what customers had said
learning-hard_to_see-words-example = They wrote “everything was fine”, and we stopped reading there.
learning-hard_to_hear = What customers had said
learning-more = What would change our mind, where it belongs, when to look again
learning-change_our_mind = What would change our mind
learning-change_our_mind-example = A printed card is answered as often as a handwritten one.
learning-look_again = Look again on
learning-look_again-help = What we know wears out. On this day the team is asked whether it still holds; the topic says when that usually is.

field-promises = Promises: sentences that you want to be true for your customers, one on each line
field-promises-why = Every experiment may say which of them it serves. Leaders read what is known by promise.
field-journey_stages = Stages of the customer’s journey, one on each line
field-journey_stages-why = From the first time they hear of you to the last. Change them into your own words.
field-channels = Channels, one on each line
field-channels-why = The ways in which customers meet you.
field-topics = Topics, each with the months after which somebody looks again
field-topics-why = What is known about prices wears out sooner than what is known about habits. Write one on each line: web and app: 6

field-review_expected = What effect do you expect, if it is tried? (optional)
field-review_expected-example = Fewer calls, and a few letters of complaint.

surprise-title = Expected and observed
surprise-by-team = the team
surprise-expected = Expected by { $who }: { $what }
surprise-observed = Observed: { $what }
surprise-difference = { $metric }, “{ $arm }” against “{ $control }”: { $difference }{ $unit } ({ $low } to { $high })
surprise-tally = { $n } × { $what }

field-journey-promise = Which promise does it serve?
field-journey-stage = Where in the customer’s journey?
field-journey-channel = By which channel?
field-journey-topic = What is it about?
field-journey-open = not said
