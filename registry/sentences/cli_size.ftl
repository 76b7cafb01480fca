# The `size` command: what it says about itself, what an answer rests on, and what cannot be asked.

cli-size-help = how many customers, or stores, does a pilot need in each arm?
cli-size-kind = what is measured: proportion or top_box (a share of yes), or mean, ordinal or nps (an average)
cli-size-baseline = the share of yes without the change, like 0.12
cli-size-mde = the smallest difference that matters, in the metric’s own units; below 0 for a fall
cli-size-sd = how far the numbers of an average lie apart: their standard deviation
cli-size-margin = for a guardrail: the most that the metric may get worse, in its own units
cli-size-power = how often a true difference is to be found (0.8 when you leave it out)
cli-size-alpha = how often no difference may look like one (0.05 when you leave it out)
cli-size-cluster-size = how many customers each store or agent brings, where those are drawn by lot
cli-size-icc = how alike customers of one store are, from 0 to 1 (often 0.01 to 0.05)
cli-size-looks = how often you plan to look before the end and at it (1 when you leave it out)

cli-size-units = In each arm
cli-size-clusters = Groups in each arm
cli-size-assumes = If

## What an answer rests on

size-assumes-certainty = { $mde ->
    [none] An arm that is truly no different is shown to be worse by less than { $margin } in { $percent } of 100 pilots; one that is worse by just that passes in { $half } of 100.
   *[given] A true difference of { $mde } is found in { $percent } of 100 pilots; without a difference, { $alpha } of 100 find one{ $margin ->
        [none] .
       *[given] . As many show an arm that is truly no different to be worse by less than { $margin }.
    }
 }
size-assumes-share = Without the change the share is { $baseline }{ $sd ->
    [none] .
   *[given] . How far the answers lie apart follows from that; the standard deviation is not needed.
 }
size-assumes-deviation = The numbers have a standard deviation of { $sd } in both arms.
size-assumes-units = Every customer is drawn by lot on their own, and as many go into each arm.
size-assumes-clusters = Whole groups of { $size } are drawn by lot, as many into each arm, and customers of one group are as alike as an ICC of { $icc } says. That takes { $effect } times as many customers as drawing them one by one.
size-few-clusters = With only { $n } groups in an arm, one of them can turn the result. Take four or more.
size-assumes-looks = You look { $looks } times, equally far apart, and stop at a finding. That takes { $more } % more than looking one time.
size-assumes-answers = Only customers who answer count. If one in five answers, ask five times as many.

## What cannot be asked

size-kind = We cannot plan the size for a { $kind }. Plan it for a proportion, top_box, mean, ordinal or nps.
size-alpha-range = --alpha is { $alpha }, and must lie between 0 and 1. Most plans take 0.05.
size-power-range = --power is { $power }, and must lie between 0 and 1. Most plans take 0.8.
size-power-below-alpha = --power is { $power }, and must be above --alpha, { $alpha }: else chance alone finds as much. Most plans take 0.8.
size-looks-range = --looks is { $looks }, and must be from 1 to 100.
size-baseline-missing = A share also needs --baseline: the share of yes without the change, like 0.12.
size-baseline-range = --baseline is { $baseline }, and must lie between 0 and 1: twelve percent is 0.12.
size-sd-missing = An average also needs --sd: how far its numbers lie apart, their standard deviation.
size-sd-not-positive = --sd is { $sd }, and must be a number above 0.
size-nothing-to-see = Say what the pilot is to see: --mde, the smallest difference that matters, or --margin, the most that a guardrail may get worse.
size-mde-zero = --mde is 0, and no pilot can see that. Give the smallest difference that matters, like 0.03.
size-mde-not-finite = --mde is { $mde }, and must be a number.
size-mde-leaves = A share of { $baseline } cannot change by { $mde }: it would leave 0 to 1.
size-margin-not-positive = --margin is { $margin }, and must be a number above 0.
size-margin-leaves = A share of { $baseline } cannot get worse by { $margin }: it would leave 0 to 1.
size-icc-missing = Groups also need --icc: how alike customers of one group are, from 0 to 1 (often 0.01 to 0.05).
size-cluster-size-missing = --icc is about groups, so give --cluster-size too: how many customers each group brings.
size-cluster-size-range = --cluster-size is { $cluster_size }, and must be a number of 1 or more.
size-icc-range = --icc is { $icc }, and must lie from 0 to 1.
size-never = No pilot is large enough to see that: it would take more than 1,000,000,000,000 in each arm. Look for a larger difference.
