# The plan: the names of its parts as people read them, and what is said to a plan that cannot be followed.

design-randomised = Customers drawn by lot
design-clustered = Stores, teams or regions drawn by lot
design-switchback = Switched on and off, in blocks of hours drawn by lot
design-diff_in_diff = Before and after, beside others without the change
design-pre_post = Before and after
design-look_and_listen = Look and listen

role-primary = decides
role-guardrail = must not get worse
role-watch = only watched

kind-mean = average
kind-proportion = share of yes
kind-ratio = one total per another
kind-ordinal = answers on a scale
kind-nps = net promoter score
kind-top_box = share of top answers
kind-quantile = the value most stay below

better-higher = higher is better
better-lower = lower is better

## What is wrong with a key or a value. $metric is the number of the metric, 0 for the plan itself.

plan-in-metric = { $metric ->
    [0] The plan
   *[other] Metric { $metric }
 }
plan-not-toml = This is not a plan file: { $problem }. Correct that place and try again.
plan-unknown-key = { plan-in-metric } has a key “{ $key }” that we do not know. Take it out, or correct its name.
plan-unknown-key-nearest = { plan-in-metric } has a key “{ $key }” that we do not know. Did you mean “{ $nearest }”?
plan-key-missing = { plan-in-metric } lacks the key “{ $key }”. Please add it.
plan-not-one-of = { plan-in-metric } says “{ $value }” for “{ $key }”. Choose one of { $choices }.
plan-wants-number = { plan-in-metric } says “{ $value }” for “{ $key }”. It must be a number, like 0.05.
plan-wants-whole-number = { plan-in-metric } says “{ $value }” for “{ $key }”. It must be a whole number, like 5.
plan-wants-two-numbers = { plan-in-metric } says “{ $value }” for “{ $key }”. It must be two numbers, like [1, 5].
plan-wants-text = { plan-in-metric } says “{ $value }” for “{ $key }”. It must be a text between quotes, and not blank.
plan-wants-true-or-false = { plan-in-metric } says “{ $value }” for “{ $key }”. It must be true or false.
plan-wants-date = { plan-in-metric } says “{ $value }” for “{ $key }”. It must be a date without quotes, like 2026-03-31.
plan-wants-list = { plan-in-metric } says “{ $value }” for “{ $key }”. It must be a list; a metric begins with a line [[metric]].
plan-wants-table = { plan-in-metric } says “{ $value }” for “{ $key }”. It must be a section with keys of its own.
plan-wrong-value = { plan-in-metric } says “{ $value }” for “{ $key }”. We cannot use that; please correct it.

## How the keys of a metric must fit together

plan-key-other-kind = Metric “{ $metric }” is of kind “{ $word }”, and “{ $key }” belongs to { $owners }. Take “{ $key }” out, or change “kind”.
plan-kind-needs-key = Metric “{ $metric }” is of kind “{ $word }”, which needs the key “{ $key }”. Please add it.
plan-better-missing = Metric “{ $metric }” does not say which way is good. Add better = "higher" or better = "lower".
plan-margin-missing = Guardrail “{ $metric }” has no “margin”. Say the most it may get worse, in its own units.
plan-margin-negative = The “margin” of “{ $metric }” is below 0. Give the most it may get worse as a number of 0 or more.
plan-margin-stray = Metric “{ $metric }” has a “margin”, but only guardrails have one. Make it a guardrail, or take the margin out.
plan-counter-stray = Metric “{ $metric }” has “counter_metric”, but only a guardrail can be one. Make it a guardrail, or take that key out.
plan-mde-not-positive = The “mde” of “{ $metric }” must be above 0: the smallest difference that matters, in its own units.
plan-scale-upside-down = The “scale” of “{ $metric }” must begin with the lowest answer and end with the highest, like [1, 5].
plan-threshold-outside = The “threshold” of “{ $metric }” lies outside its scale. Choose one of the answers on the scale.
plan-q-range = The “q” of “{ $metric }” must lie between 0 and 1, like 0.9.

## How the keys of the plan must fit together

plan-key-other-design = The design is “{ $word }”, and “{ $key }” belongs to { $owners }. Take “{ $key }” out, or change “design”.
plan-design-needs-key = The design “{ $word }” needs the key “{ $key }”, the name of a column. Please add it.
plan-arm-missing = The plan lacks the key “arm”. Name the column that says who got what.
plan-control-missing = The plan lacks the key “control”. Name the arm that went on as before.
plan-control-without-arm = The plan names a “control” but no “arm”. Name the column that says who got what.
plan-arm-beside-periods = The design “pre_post” compares the time before with the time after, so it has no arms. Take “arm” out, or change “design”.
plan-weight-of-changes = With the design “diff_in_diff” every group counts with its own change, however large it is. Take weight = "unit" out.
plan-finer-needs-unit = With rows = "finer" the plan needs the key “unit”. Name the column that says whose row it is.
plan-units-return-needs-day = With units_return = false the plan needs the key “day”. Name the column that says on which day a unit was met.
plan-burn-in-negative = “burn_in” is below 0. Say how many blocks to leave out after each switch, 0 or more.
plan-segments-twice = “segments” names a column twice. Keep it once.
plan-alpha-range = “alpha” must lie between 0 and 1. Most plans take 0.05.
plan-power-range = “power” must lie between 0 and 1. Most plans take 0.8.
plan-looks-missing = With look = "planned" the plan needs “looks”. Say how many times you want to look.
plan-looks-stray = “looks” belongs to look = "planned". Take it out, or change “look”.
plan-looks-few = “looks” must be 2 or more. To look one time, take look = "once".
plan-looks-need-start = With look = "planned" we must know how much of the pilot is in. Add “start”, its first day; where customers are drawn by lot, “planned_units” will do instead.
plan-end-before-start = The plan ends before it starts. Correct “start” or “end”.
plan-units-few = “planned_units” must be 1 or more: how many units you plan for each arm.
plan-shares-without-arm = The plan gives “shares” but no “arm”. Name the column that says who got what.
plan-shares-few = “shares” names fewer than two arms. Name the control and every other arm.
plan-shares-twins = “shares” names “{ $one }” and “{ $other }”, which differ only in blanks or capitals. Keep one of them.
plan-shares-without-control = “shares” does not name the control “{ $control }”. Add it, or correct “control”.
plan-shares-not-positive = Every one of the “shares” must be above 0. An arm that nobody gets does not belong there.
plan-metric-missing = The plan measures nothing yet. Add a metric with role = "primary".
plan-metric-twins = Two metrics are called “{ $name }”. Give one of them another name.
plan-one-primary = { $n ->
    [0] No metric of the plan has role = "primary". Say which one decides.
   *[other] { $n } metrics of the plan have role = "primary". Keep it for the one that decides.
 }

plan-covariate-unread = Metric “{ $metric }” has a “covariate”, but here each group is compared with its pair, or with itself, and that does the same. Take “covariate” out.
plan-quantile-of-pairs = Metric “{ $metric }” is of kind “quantile”, which has no change and no pair. Take another kind, or a design that compares groups as they are.
plan-pairs-weighted = In matched pairs every pair counts the same. Take weight = "unit" out, or take “pair” out.
plan-takes-no-data = This plan is to look and listen. It takes no data, so we did not read “{ $file }”. Write down what you saw and heard instead.
