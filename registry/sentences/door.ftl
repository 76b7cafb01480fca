# The doors, the quick check, the levers, and what is said to answers and policies that cannot be used.
# The questions are in door_questions.ftl, the reasons in door_reasons.ftl, the hinge in door_hinge.ftl.

door-two_way = Two-way door
door-one_way = One-way door
door-undecided = Not decided yet
door-near_hinge = Two-way, talk to one person first

## The quick check: five rows to tap

quick-small = Small and short
quick-small-means = At most 5 % of customers, at most 2,000 people, at most 28 days. If you say where and how long, your own figures count instead.
quick-back = Back by tomorrow
quick-back-means = If we stop today, everything is as before by tomorrow; putting it back and the worst loss are petty cash; and we would notice within a week.
quick-annoyed = Nobody worse than annoyed
quick-annoyed-means = The worst is minutes lost for a customer, and for colleagues at most a habit changes.
quick-nothing_new = No new promise, data or law
quick-nothing_new-means = At most a trial that people know is one; data stays as it is; only the usual rules apply; at most a few posts.
quick-ours = Ours to undo
quick-ours-means = We can stop it ourselves, or with another team here.

quick-below-zero = Places, weeks and customers cannot be below zero. Please correct the number.
quick-no-places = With no places at all there is nowhere to try it. Please give the number of places you have, or leave it empty.
quick-too-many-places = You named { $used } places, but there are only { $total }. Please correct one of the two.

## The levers: the title, what the team changes, and the promise it makes by accepting it

lever-start_small = Start small
lever-start_small-change = Begin with at most 1 % of customers and at most 2,000 people.
lever-start_small-promise = We stay at or below 1 % of customers and 2,000 people until we have decided again.
lever-end_date = Set an end date
lever-end_date-change = Name a day within the next 28 days on which it ends.
lever-end_date-promise = It ends, or we decide again, within 28 days of the start.
lever-trial_wording = Say that it is a trial
lever-trial_wording-change = Tell the people taking part that it is a trial, and make no public or endless promise.
lever-trial_wording-promise = Everybody who meets it can read that it is a trial; we promise nothing beyond it.
lever-cap_money = Cap the money
lever-cap_money-change = Set a spending cap, petty cash in size, at which it stops.
lever-cap_money-promise = When the cap is reached we stop.
lever-early_signal = Watch one signal daily
lever-early_signal-change = Choose one signal that somebody looks at every day, and the value at which you stop.
lever-early_signal-promise = Somebody looks at the signal every day, and we stop when it crosses the line.
lever-switch = Build a switch
lever-switch-change = Keep the old way running beside the new one, with a switch between them.
lever-switch-promise = The old way stays ready; within an hour of “stop” everyone has it back.
lever-opt_in = Invite instead of impose
lever-opt_in-change = Try it with an invited group that said yes and can leave at any time.
lever-opt_in-promise = Only people who said yes take part, and anybody may leave at once.
lever-keep_data = Keep the data
lever-keep_data-change = Copy the data first, hide it instead of erasing it, and try the restore once.
lever-keep_data-promise = Nothing is erased, and a restore within a week has been tried.
lever-volunteers = Volunteers only
lever-volunteers-change = Let only volunteers among colleagues work this way; leave pay, targets and jobs untouched.
lever-volunteers-promise = Every colleague taking part volunteered; pay, targets and jobs stay as they are.
lever-exit_clause = Agree on an exit
lever-exit_clause-change = Agree on a 30-day exit with the partner before you start.
lever-exit_clause-promise = The partner has agreed that either side can end it within 30 days.
levers-none = No change of size makes this a two-way door. Change what it does.

## Answers that cannot be read. Lists of answers and programs quote names as files write them.

risk-not-a-profile = A risk profile is a set of answers such as {"{"}"harm": "none"{"}"}, not { $given }. Please check the file.
risk-unknown-question = There is no risk question { $name }. Please check its spelling or take it out.
risk-not-a-choice = “{ $name }” cannot be { $given }. Choose one of { $choices }, or null for “I don’t know”.
risk-not-an-amount = “{ $name }” cannot be { $given }. Give an amount such as 500, a share of yearly revenue such as {"{"}"percent_of_revenue": 0.05{"}"}, or null for “I don’t know”.
risk-not-a-number = “{ $name }” needs a number, not { $given }. Give a number, or null for “I don’t know”.
risk-yes-or-no = “{ $name }” needs a number, not the yes-or-no { $given }. Give a number, or null for “I don’t know”.
risk-not-finite = “{ $name }” needs a number that ends, not { $given }. Give a number, or null for “I don’t know”.
risk-negative = “{ $name }” cannot be below zero, as { $given } is. Give zero or more, or null for “I don’t know”.
risk-over-100 = “{ $name }” is a percentage and cannot be above 100, as { $given } is. Give 0 to 100, or null for “I don’t know”.
risk-revenue-not-positive = The yearly revenue must be a number above zero, not { $given }. Correct it, or leave it out.

## Policies that cannot be used

policy-not-toml = The policy is not well-formed TOML: { $problem }. Correct that line and load it again.
policy-unknown-key = The policy says “{ $where }”, which does not exist. Conditions are “all” and “any”, and always mean “this level or higher”.
policy-missing-key = The policy does not say “{ $where }”. Add it and load it again.
policy-misfit = The policy’s “{ $where }” is of the wrong kind: { $problem }. Correct it and load it again.
policy-unknown-question = In “{ $where }” the policy names “{ $name }”, which is not a risk question that fits there. Take it out or correct its name.
policy-missing-question = In “{ $where }” the policy leaves out “{ $name }”. Add it and load it again.
policy-unknown-level = In “{ $entry }” the policy gives “{ $name }” the level “{ $given }”. Choose one of { $choices }.
policy-score-without-door = With { $near_hinge } for near the hinge and { $one_way } for one-way, some score has no door of its own. Give two borders above 0 and up to 100, the lower one first.
policy-cuts-not-rising = The policy’s cuts of “{ $name }” must be at least one number, none below zero, each larger than the one before.
policy-weight-too-small = The policy weighs “{ $name }” with { $weight }. A weight is a whole number of at least 1; otherwise a worse answer could make a door look safer.
policy-id-twice = The policy has two entries named “{ $entry }”. Rename one of them.
policy-too-many-levers = The policy has too many levers. Keep the { $most } that help most.
policy-knockout-empty = The policy’s knock-out “{ $entry }” has no condition under “all”. Add one.
policy-condition-always = The policy’s knock-out “{ $entry }” is met by every answer to “{ $name }”. Name a level above the lowest.
policy-lever-idle = The policy’s lever “{ $entry }” leaves “{ $name }” as it is. Name a level below the highest.
policy-unknown-version = There is no policy with the number { $version }.
policy-too-long = This is longer than any policy: more than { $most } characters. Is it the right file?
policy-line-too-long = Line { $line } of the policy is longer than { $most } characters. Break it into several and load it again.
policy-too-deep = The policy has brackets within brackets without end. Take them apart and load it again.
policy-not-utf8 = The file is not a text in UTF-8. Save it as UTF-8 and load it again.
policy-cuts-number = The policy’s cuts of “{ $name }” must be { $wanted }: the form has words for so many levels.
policy-weight-too-large = The policy weighs “{ $name }” with more than { $most }. Weights only count beside each other; smaller ones say the same.
policy-id-strange = The policy calls an entry “{ $entry }”. Use small letters, digits and “_”, up to 40 of them.
policy-function-strange = In “{ $where }” the policy names the function “{ $function }”. Use one short line of up to { $most } characters.
policy-panel-impossible = { $reviewers } reviewers cannot be of { $functions } functions with { $voices ->
    [one] { $voices } voice
   *[other] { $voices } voices
} that must be heard. Ask for at least as many reviewers as functions, and for at least as many functions as voices.
policy-version-not-next = The policy says it is version { $given }. The next one here is { $next }: write “version = { $next }” and load it again.
policy-cuts-named = The policy moves the cut of “{ $name }” at { $figure }. The quick check and “Start small” name that figure, so keep it where it is.
policy-knockout-without-words = The knock-out “{ $entry }” has conditions of its own. Add a sentence that tells people what it is about: says = "…"
policy-lever-other = The lever “{ $entry }” is not one that the forms have words for, with these bounds. Leave it out, or use it as policy 1 has it; its effort is yours to set.
