# How far the other door is: the one answer that leads there.

hinge-two_way-far = Two-way, with room: if any one answer were a step worse, it still would be.
hinge-two_way-exposure = Two-way; if it met more than { $more_than } % of those who could meet it instead of at most { $at_most } % it would be one-way.
hinge-two_way-people = Two-way; if it met more than { $more_than } customers instead of at most { $at_most } it would be one-way.
hinge-two_way-undo_time = Two-way; if undoing took { then-undo_time } instead of { now-undo_time } it would be one-way.
hinge-two_way-undo_cost = Two-way; if putting it back cost more than { revenue-more-than } instead of at most { revenue-at-most } it would be one-way.
hinge-two_way-money_at_risk = Two-way; if the loss could be more than { revenue-more-than } instead of at most { revenue-at-most } it would be one-way.
hinge-two_way-harm = Two-way; if the worst it could do to a customer were { then-harm } instead of { now-harm } it would be one-way.
hinge-two_way-law = Two-way; if what it meets in the law were { then-law } instead of { now-law } it would be one-way.
hinge-two_way-promise = Two-way; if what people believe we promised were { then-promise } instead of { now-promise } it would be one-way.
hinge-two_way-data = Two-way; if customers’ data were { then-data } instead of { now-data } it would be one-way.
hinge-two_way-spotlight = Two-way; if the talk outside came from { then-spotlight } instead of { now-spotlight } it would be one-way.
hinge-two_way-detection = Two-way; if seeing that it hurts took { then-detection } instead of { now-detection } it would be one-way.
hinge-two_way-colleagues = Two-way; if what changes for colleagues were { then-colleagues } instead of { now-colleagues } it would be one-way.
hinge-two_way-undo_control = Two-way; if undoing it were up to { then-undo_control } instead of { now-undo_control } it would be one-way.
hinge-two_way-duration_days = Two-way; if the decision came after more than { $more_than } days instead of at most { $at_most } it would be one-way.

hinge-one_way-far = One-way; no single answer would change that.
hinge-one_way-exposure = One-way; if it met at most { $at_most } % of those who could meet it instead of more than { $more_than } % it would be two-way.
hinge-one_way-people = One-way; if it met at most { $at_most } customers instead of more than { $more_than } it would be two-way.
hinge-one_way-undo_time = One-way; if undoing took { then-undo_time } instead of { now-undo_time } it would be two-way.
hinge-one_way-undo_cost = One-way; if putting it back cost at most { revenue-at-most } instead of more than { revenue-more-than } it would be two-way.
hinge-one_way-money_at_risk = One-way; if the loss could be at most { revenue-at-most } instead of more than { revenue-more-than } it would be two-way.
hinge-one_way-harm = One-way; if the worst it could do to a customer were { then-harm } instead of { now-harm } it would be two-way.
hinge-one_way-law = One-way; if what it meets in the law were { then-law } instead of { now-law } it would be two-way.
hinge-one_way-promise = One-way; if what people believe we promised were { then-promise } instead of { now-promise } it would be two-way.
hinge-one_way-data = One-way; if customers’ data were { then-data } instead of { now-data } it would be two-way.
hinge-one_way-spotlight = One-way; if the talk outside came from { then-spotlight } instead of { now-spotlight } it would be two-way.
hinge-one_way-detection = One-way; if seeing that it hurts took { then-detection } instead of { now-detection } it would be two-way.
hinge-one_way-colleagues = One-way; if what changes for colleagues were { then-colleagues } instead of { now-colleagues } it would be two-way.
hinge-one_way-undo_control = One-way; if undoing it were up to { then-undo_control } instead of { now-undo_control } it would be two-way.
hinge-one_way-duration_days = One-way; if the decision came after at most { $at_most } days instead of more than { $more_than } it would be two-way.

# The answers inside those sentences, by level.

then-undo_time = { $then ->
    [0] an hour
    [1] a day
    [2] a week
    [3] a month
   *[4] longer than a month
}
now-undo_time = { $now ->
    [0] an hour
    [1] a day
    [2] a week
    [3] a month
   *[4] longer than a month
}
then-harm = { $then ->
    [0] nothing
    [1] an annoyance
    [2] something we can make good
   *[3] harm that lasts
}
now-harm = { $now ->
    [0] nothing
    [1] an annoyance
    [2] something we can make good
   *[3] harm that lasts
}
then-law = { $then ->
    [0] nothing
    [1] the usual rules
    [2] a new purpose, words that a rule prescribes, or a right in dispute
   *[3] specially protected data, a decision by software that matters, or a probable no
}
now-law = { $now ->
    [0] nothing
    [1] the usual rules
    [2] a new purpose, words that a rule prescribes, or a right in dispute
   *[3] specially protected data, a decision by software that matters, or a probable no
}
then-promise = { $then ->
    [0] nothing
    [1] a trial
    [2] something public with an end or an exit
   *[3] something without an end
}
now-promise = { $now ->
    [0] nothing
    [1] a trial
    [2] something public with an end or an exit
   *[3] something without an end
}
then-data = { $then ->
    [0] untouched
    [1] hidden with a tried way back
    [2] erased where it is worth little
   *[3] erased where it is valued
}
now-data = { $now ->
    [0] untouched
    [1] hidden with a tried way back
    [2] erased where it is worth little
   *[3] erased where it is valued
}
then-spotlight = { $then ->
    [0] nobody
    [1] a few posts
    [2] the press
   *[3] the headlines
}
now-spotlight = { $now ->
    [0] nobody
    [1] a few posts
    [2] the press
   *[3] the headlines
}
then-detection = { $then ->
    [0] a day
    [1] a week
    [2] a month
   *[3] longer than a month
}
now-detection = { $now ->
    [0] a day
    [1] a week
    [2] a month
   *[3] longer than a month
}
then-colleagues = { $then ->
    [0] nothing
    [1] a habit
    [2] tools, shifts, targets or training
   *[3] pay, jobs or skills lost
}
now-colleagues = { $now ->
    [0] nothing
    [1] a habit
    [2] tools, shifts, targets or training
   *[3] pay, jobs or skills lost
}
then-undo_control = { $then ->
    [0] us alone
    [1] another team here
    [2] a partner, the works council or the supply chain
   *[3] somebody outside
}
now-undo_control = { $now ->
    [0] us alone
    [1] another team here
    [2] a partner, the works council or the supply chain
   *[3] somebody outside
}
