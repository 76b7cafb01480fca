# What the data say: assumptions, checks, rules, and the names of methods and actions.

## What must hold for the numbers to mean what they seem to mean, by evidence grade

assumption-a = Customers were drawn by lot, so the change caused the difference, if being in the pilot did nothing else to them. It says nothing about customers who were not in it.
assumption-b = Whole groups were drawn by lot, so the change caused the difference, if the groups did not influence each other. It says nothing about groups that were not in it.
assumption-c = The change probably caused the difference, if both groups would have moved alike without it. It says nothing about groups that were not compared.
assumption-d = The numbers moved at the same time as the change. Whatever else happened then is in them too.
assumption-e = This is what we noticed. It says nothing about customers we did not see or hear.

method-welch = Welch’s test
method-miettinen_nurminen = Miettinen and Nurminen’s score interval
method-any_time = interval for looking at any time
method-planned = interval for a planned look
method-cluster_t = t-test with one value per group
method-cluster_ancova = analysis of covariance with one value per group
method-paired_t = paired t-test
method-diff_in_diff = difference in differences with one change per group
method-quantile_bootstrap = bootstrap of a quantile
method-cluster_bootstrap = bootstrap of a quantile by whole groups
method-ratio = delta method for a ratio
method-cr2 = test by whole groups (CR2), every customer counting the same
method-cr2_ratio = test by whole groups (CR2) of a ratio, every customer counting the same
method-cr2_adjusted = test by whole groups (CR2) with a covariate, every customer counting the same
method-cuped = Welch’s test, adjusted for how customers differed before (CUPED)
method-geometric = ratio of geometric means
method-boschloo = Miettinen and Nurminen’s score interval, with Boschloo’s exact p-value
method-brunner_munzel = Brunner and Munzel’s test: whose answer is likely to be higher
method-net_promoter = Welch’s test on promoters less detractors

action-adopt = Adopt
action-walk_back = Walk back
action-no_difference = No difference that matters
action-keep_going = Keep going
action-cannot_tell = Cannot tell

## Checks

check-name-sample_ratio = shares of the arms
check-name-repeated_units = nobody twice
check-name-switched_units = nobody in two arms
check-name-missing = nothing missing
check-name-response = who answered
check-name-balance = alike before
check-name-clusters = enough groups
check-name-week = a whole week

check-sample-ratio-ok = The arms have the shares that were planned.
check-sample-ratio-warn = The arms are a little off the planned shares: { $counts }. Look at how customers were assigned before you decide.
check-sample-ratio-fail = The arms do not have the planned shares: { $counts }. Something else than the lot decided who is in the data; find out what before you read the numbers.
check-repeated-ok = No unit is in an arm twice.
check-switched-ok = No unit is in two arms.
check-switched-warn = { $n ->
    [one] One of { $units } units is in two arms. We left it out.
   *[other] { $n } of { $units } units are in two arms. We left them out.
 }
check-switched-fail = { $n } of { $units } units are in two arms. That is too many to leave out quietly; find out how they got there.
check-missing-ok = Every unit has a value for every metric.
check-missing-warn = { $n ->
    [one] One unit has no value for “{ $metric }”: { $counts }. Find out why it is missing.
   *[other] { $n } units have no value for “{ $metric }”: { $counts }. Find out why they are missing.
 }
check-few-answers = { $n ->
    [0] “{ $arm }” has no value for “{ $metric }”.
    [one] “{ $arm }” has only one value for “{ $metric }”. With fewer than ten, one customer can turn the result.
   *[other] “{ $arm }” has only { $n } values for “{ $metric }”. With fewer than ten, one customer can turn the result.
 }
check-response-ok = About equally many answered “{ $metric }” in every arm: { $shares }.
check-response-warn = Not equally many answered “{ $metric }” in every arm: { $shares }. Who answered may explain part of the difference.
check-week-ok = The data cover { $n } days, a whole week or more.
check-week-warn = { $n ->
    [one] The data cover one day. Customers are not the same on every day of the week; wait for a whole week.
   *[other] The data cover { $n } days. Customers are not the same on every day of the week; wait for a whole week.
 }

## Rules. The first that holds speaks.

rule-name-invalid = the data are not in order
rule-name-guardrail_harm = a guardrail is harmed
rule-name-primary_worse = the main metric is worse
rule-name-better_and_safe = better, and safe
rule-name-no_difference = no difference that matters
rule-name-not_worth_it = not worth it
rule-name-still_open = still open
rule-name-otherwise = none of the rules settles it

rule-invalid-check = { $check ->
    [sample_ratio] The arms do not have the planned shares, so the numbers cannot be trusted. Find out why first.
    [switched_units] Too many units are in two arms, so the numbers cannot be trusted. Find out why first.
   *[other] A check failed, so the numbers cannot be trusted. Find out why first.
 }
rule-invalid-primary = “{ $metric }” cannot be compared for “{ $arm }”: there are too few values, or they are all the same.
rule-guardrail-harm = With “{ $arm }”, “{ $metric }” got worse by more than the { $unit ->
    [points] { $margin } percentage points
    [point] { $margin } percentage point
   *[own] { $margin }
 } that you allowed.
rule-primary-worse = With “{ $arm }”, “{ $metric }” got worse.
rule-better-and-safe = With “{ $arm }”, “{ $metric }” got better{ $guardrails ->
    [0] . The plan names no guardrail, so ask what may have got worse unseen.
    [one] , and the guardrail held.
   *[other] , and all { $guardrails } guardrails held.
 }
rule-better-and-safe-staged = With “{ $arm }”, “{ $metric }” probably got better{ $guardrails ->
    [0] .
    [one] , and the guardrail held.
   *[other] , and all { $guardrails } guardrails held.
 } Adopt it step by step, and look again after each step.
rule-no-difference = With “{ $arm }”, “{ $metric }” differs by less than { $unit ->
    [points] { $mde } percentage points
    [point] { $mde } percentage point
   *[own] { $mde }
 }, the smallest difference that matters to you.
rule-not-worth-it = With “{ $arm }”, “{ $metric }” did not gain { $unit ->
    [points] { $mde } percentage points
    [point] { $mde } percentage point
   *[own] { $mde }
 }, the smallest difference that matters to you. Walk back, or keep the cheaper way.
rule-still-open = { $end ->
    [none] It is still open whether “{ $arm }” is better.
   *[other] It is too early to tell whether “{ $arm }” is better; the plan ends on { DAY($end) }.
 }{ $needed ->
    [0] { "" }
   *[other] { " " }About { $needed } units in each arm would settle it; the smaller one has { $units }.
 }{ rule-without-mde }
rule-otherwise-guardrail = With “{ $arm }”, “{ $metric }” got better, but we cannot rule out that “{ $guardrail }” got worse by more than you allowed.
rule-otherwise-grade = With “{ $arm }”, “{ $metric }” moved to the better side at the same time. With evidence of grade { $grade } nobody can say that the change did it.
rule-otherwise-open = The data do not settle whether “{ $arm }” changes “{ $metric }”.{ rule-without-mde }
rule-without-mde = { $mde ->
    [none] { " " }The plan names no smallest difference that matters (mde), so we cannot say “no difference that matters” or “not worth it”.
   *[given] { "" }
 }
