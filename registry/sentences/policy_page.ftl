### The policy in the open: its page, its changes, and the command that checks a new one.

page-policy = Policy
page-policy-title = The policy
page-policy-lead = Which door is it? These are all the rules that decide it, in words and numbers. Nothing else does.
policy-in-force = Policy { $version }, in force since { $day }.
policy-was-in-force = Policy { $version }, in force from { $day } until { $until }. What was judged under it stays under it.
policy-version-link = Policy { $version }, { $day }
policy-versions-title = All policies
policy-back = Go to the policy in force
policy-download = Take it along as a file
policy-file-name = policy-{ $version }.toml

## What always holds

policy-holds-title = What always holds
policy-holds-worse = Worse is never safer. Every rule means “this answer or a worse one”, and every weight is above zero, so a worse answer never turns a one-way door into a two-way one.
policy-holds-unknown = Unknown is not zero. Open answers are taken at their best and at their worst. If both give the same door, that is the door; if not, we ask the one question that settles most.
policy-holds-kept = What was judged stays judged. Every assessment keeps the number of its policy; a newer policy never rewrites it.
policy-holds-free = A two-way door is started by its team. No score asks them to wait for anybody.

## The score

policy-score-title = The score
policy-score-how = Every answer has a level and every question a weight. The score is 100 × the sum of weight × level ÷ highest level, divided by the sum of all weights, { $weights }. It lies between 0 and 100.
policy-score-below = Below { $near_hinge }: { $door }
policy-score-between = From { $near_hinge } to below { $one_way }: { $door }
policy-score-from = From { $one_way } on: { $door }

## Knock-outs

policy-knockouts-title = Knock-outs
policy-knockouts-lead = Each of these makes it a one-way door by itself, whatever the score.
policy-knockouts-none = This policy has no knock-outs: the score alone decides.
policy-every = When all of this is so:
policy-some = And any one of these:
policy-when = When { $every }.
policy-when-any = When { $every }, and any of: { $some }.
policy-reached = { $question }: { $level }{ $is_top ->
    [1] { "" }
   *[other] , or worse
}

## The questions

policy-questions-title = The questions
policy-questions-lead = Each question with its weight, and its levels from harmless to worst. A number has passed a border only when it lies above it.
policy-question-weight = Weight { $weight } of { $weights }. It is about: { $about }.
policy-level-line = { $level }: { $answer }

## Levers

policy-levers-title = Levers
policy-levers-lead = What a team can change to make it a smaller step. The page shows those with the least effort that make it a two-way door.
policy-levers-none = This policy has no levers.
policy-lever-effort = Effort { $effort }. It keeps { $bounds }.
policy-bound = { $question }: { $level }
policy-weighed = { $question }: { $weight }
policy-lever = { $lever } (effort { $effort }; { $bounds })

## Reviews of one-way doors

policy-panel-title = Who looks at a one-way door
policy-panel = { $reviewers } people of at least { $functions } functions, none of the proposing team; heard must be: { $voices }.
policy-panel-days = After { $days ->
    [one] { $days } day
   *[other] { $days } days
} without an answer, somebody else of that function is offered.
policy-owners-lead = In a review everybody rates what they want to rate. These functions always rate what they know best:
policy-owners-none = Nobody has to rate anything in particular.
policy-owner = { $function }: { $questions }
policy-no-voices = nobody in particular

## What changed

policy-changes-title = What changed from policy { $before } to policy { $after }
policy-changes-none = Only its number and its day.
changed-policy-version = number
changed-policy-near_hinge = near the hinge from a score of
changed-policy-one_way = one-way from a score of
changed-policy-weight = weight
changed-policy-cuts = borders
changed-policy-knockout = knock-out
changed-policy-lever = lever
changed-policy-panel = who looks at a one-way door
changed-policy-owner = who rates what

## A new one

policy-new-title = Another policy
policy-new-lead = Take the policy in force along as a file, change what you see differently, give it the number { $next }, and bring it back here. First you see what it would change; nothing is kept until you adopt it.
field-policy_file = The policy as a file
policy-report-fine = It can be read: policy { $version }.
policy-report-changes = What it says otherwise than policy { $version }
policy-report-none = Compared with { $compared ->
    [0] no experiment: none was handed in so far.
    [one] one experiment that was handed in: it would be the same door.
   *[other] { $compared } experiments that were handed in: each would be the same door.
}
policy-report-moved = Of { $compared ->
    [one] one experiment that was handed in
   *[other] { $compared } experiments that were handed in
}, { $moved ->
    [one] one would
   *[other] { $moved } would
} be another door today. They stay under the policy that they were judged by.
policy-report-line = { $code } “{ $title }”: { $before } → { $after }
policy-report-more = … and { $more } more. The command line lists them all.
policy-adopt = Use it from now on
policy-adopted = Policy { $version } is in force from now on.

## The command

cli-policy-help = is this a policy, and which experiments would be another door under it? With --adopt it is in force from then on
cli-policy-file = a TOML file; - reads standard input
cli-policy-adopt = use it from now on; needs a steward
cli-policy-is-one = This is a policy, number { $version }. Nothing was changed; with --adopt it is in force.
