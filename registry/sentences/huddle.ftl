# The huddle card, and what happened on this day in earlier years.

page-huddle = Huddle card
huddle-title = Huddle card, { $day }
huddle-story = A customer said
huddle-learning = What we learned
huddle-thanks = Thank you
huddle-quote = “{ $words }”
huddle-source = { $source }
huddle-experiment = { $code }, { $title }
huddle-tried = What came of it: { $tried }. { $came }
huddle-learned = What we learned: { $learned }
huddle-standing = { $standing }, from { $tried }
huddle-thanks-to = To { $name }
huddle-thanks-to-team = To the team
huddle-thanks-for = { $whom }, for { $tried }
huddle-came-adopt = We decided to do it for everybody.
huddle-came-walk_back = We walked back, and know more now.
huddle-came-try_again = We changed it and try again.
huddle-came-keep_here = We kept it where it was tried.
huddle-came-try_bigger = We try it bigger.
huddle-came-ended = It was tried, and we are about to decide.
huddle-came-running = It is being tried until { DAY($day) }.
huddle-empty = There is nothing to read out yet. Once an idea was tried or thanked for, it stands here.

huddle-open = Huddle card
huddle-back = Back to Today
huddle-another-story = Another story
huddle-another-learning = Another learning
huddle-another-thanks = Another thanks
huddle-print = Sheet to print
huddle-copy = Copy as text
huddle-day-unknown = “{ $day }” is not a day. This is today’s card.

anniversary-today = { $years ->
    [one] A year ago today
   *[other] { $years } years ago today
  }
anniversary-on = { $years ->
    [one] A year ago, on { DAY($then) },
   *[other] { $years } years ago, on { DAY($then) },
  }
anniversary-learned = { $ago } { $code } taught us something ({ $tried }). { $learned }
anniversary-ended = { $ago } { $code } ended ({ $tried }). { $learned }
anniversary-started = { $ago } { $code } started ({ $tried }). { $learned }
anniversary-taught = What we learned: { $learned }
