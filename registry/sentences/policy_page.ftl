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
policy-holds-unknown = Unknown is not zero. Open answers are taken at their best and at their worst. If both give the same door, that is the door; if not, it is not decided yet, and we ask the one question that settles most.
policy-holds-kept = What was judged stays judged. Every assessment keeps the number of its policy; a newer policy never rewrites it.
policy-holds-free = A two-way door is started by its team. No score asks them to wait for anybody.

## The score

policy-score-title = The score
policy-score-how = Where no knock-out applies, the answers are weighed. Every answer has a level and every question a weight; both stand below, under “The questions”. The score is 100 × the sum of weight × level ÷ highest level, divided by the sum of all weights, { $weights }. It lies between 0 and 100.
policy-score-below = Below { $near_hinge }: { $door }
policy-score-between = From { $near_hinge } to below { $one_way }: { $door } (“near the hinge”: close to the border between the doors)
policy-score-from = From { $one_way } on: { $door }
policy-example = For example, a small idea for which all five rows of the quick check are true, each at its worst: { $terms }. Together { $points } of { $weights }: a score of { $score }.
policy-example-term = { $question } { $weight } × { $level }/{ $top }

## Knock-outs

policy-knockouts-title = Knock-outs
policy-knockouts-lead = A knock-out is one answer, or a few together, that makes it a one-way door by itself, whatever the score.
policy-knockouts-none = This policy has no knock-outs: the score alone decides.
policy-every = It applies with { $count ->
    [one] this answer:
   *[other] all of these answers:
}
policy-some = together with any one of these:
policy-when = When { $every }.
policy-when-any = When { $every }, and any of: { $some }.
policy-reached = { $question }: { $level }{ $is_top ->
    [1] { "" }
   *[other] , or worse
}
policy-more-than = more than { $border }{ policy-unit }
policy-up-to = up to { $border }{ policy-unit }
policy-unit = { $kind ->
    [percent] { " " }%
    [amount] { " " }% of yearly revenue
    [days] { " " }days
   *[count] { "" }
}

## The questions

policy-questions-title = The questions
policy-questions-lead = Each question with its weight, and its levels from harmless to worst. A number has passed a border only when it lies above it.
policy-question-weight = Weight { $weight } of { $weights }. It is about: { $about }.
policy-level-line = { $level }: { $answer }

## Levers

policy-levers-title = Levers
policy-levers-lead = What a team can change to make it a smaller step, with the effort that takes; 1 is the least. Beside a proposal stand those of least effort that make it a two-way door.
policy-levers-none = This policy has no levers.
policy-lever-effort = Effort { $effort }. With it the answers are, at worst: { $bounds }.
policy-bound = { $question }: { $level }
policy-weighed = { $question }: { $weight }
policy-lever = { $lever } (effort { $effort }; { $bounds })

## Reviews of one-way doors

policy-panel-title = Who looks at a one-way door
policy-panel = At least { $reviewers } people of at least { $functions } functions, none of the proposing team. These must be heard: { $voices }.
policy-panel-days = After { $days ->
    [one] { $days } day
   *[other] { $days } days
} without an answer, somebody else of that function is offered.
policy-owners-lead = In a review everybody rates what they want to rate. These functions always rate what they know best:
policy-owners-none = Nobody has to rate anything in particular.
policy-owner = { $function }: { $questions }
policy-no-voices = nobody in particular
policy-review-title = How they look at it
policy-review-alone = Each rates alone. Until enough reviews are in, nobody sees another’s, nor the proposers’ answers.
policy-review-middle = Then all is shown, and these rules are applied to the middle rating of each question; of an even number, to the worse of the two in the middle.
policy-review-lone = A single rating that alone would make a knock-out is never averaged away. Until it was talked through and rated again, it decides.
policy-review-answer = The reviewers answer “cleared”, “cleared, if …”, or “not yet” with exactly one missing thing. There is no fourth answer.
policy-review-signed = Two reviewers of two functions may sign another door, with written reasons. Nobody signs away a knock-out in which harm, law or customers’ data plays a part: only a changed proposal does that.

## The quick check

policy-quick-title = The quick check
policy-quick-lead = Five rows on the form stand for the fourteen questions. A row that is true says that its answers are, at worst, these; a row that is not opens its questions one by one. Where places and weeks are given, the first row counts those figures instead.

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
