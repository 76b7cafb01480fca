# A plan in words, as it is shown before and after it is locked.

plan-arms = Column “{ $arm }” says who met what; “{ $control }” is the control.
plan-shares = Planned split: { $shares }.
plan-cluster = Column “{ $cluster }” names the store, team or region.
plan-pair = They are compared in pairs, named in column “{ $pair }”.
plan-within = Both ways are met within each of them.
plan-weight-cluster = Every one of them counts the same, however many customers it has.
plan-weight-unit = Every customer counts the same.
plan-block = Column “{ $block }” names the block of hours{ $left_out ->
    [0] .
    [one] ; one block after each switch is left out.
   *[other] ; { $left_out } blocks after each switch are left out.
 }
plan-period = Column “{ $period }” says when: 0 before, 1 after, below 0 earlier.
plan-unit = Column “{ $unit }” names the customer; { $rows ->
    [finer] several rows of one customer are added up.
   *[unit] each has one row.
 }
plan-day = Column “{ $day }” names the day.
plan-once = Nobody is in the data on two days, so a new file may add its days.
plan-start = Planned first day: { DAY($day) }.
plan-end = Planned end: { DAY($day) }.
plan-units = Planned: { $n } customers in each arm.
plan-look = { $look ->
    [once] The result is looked at once, at the end.
    [planned] The result is looked at { $n } times, planned beforehand.
   *[anytime] The result may be looked at at any time.
 }
plan-segments-told = The answer is also split by { $segments }, as a hint where to look next.
plan-certainty = Without a difference, { $alpha } of 100 pilots may seem to find one; a true difference is to be found in { $power } of 100.
plan-metric = { $name } ({ $role ->
    [primary] decides
    [guardrail] guardrail
   *[watch] watched
 }): { $kind ->
    [mean] { kind-mean }
    [proportion] { kind-proportion }
    [ratio] { kind-ratio }
    [ordinal] { kind-ordinal }
    [nps] { kind-nps }
    [top_box] { kind-top_box }
   *[quantile] { kind-quantile }
 }, column “{ $column }”
plan-metric-denominator = divided by column “{ $column }”
plan-metric-scale = answers from { $low } to { $high }{ $top ->
    [none] { "" }
   *[other] , top answers from { $top } on
 }
plan-metric-q = { $percent } of 100 stay below it
plan-metric-covariate = adjusted by column “{ $column }”, known before
plan-metric-survey = blank means not answered
plan-metric-counter = answers how the first metric could be gamed
plan-locked = Locked. Fingerprint { $fingerprint }
plan-open = Fingerprint { $fingerprint }; locked when the pilot starts
plan-look-and-listen = Look and listen: tallies, customers’ words, a picture. No numbers are needed.
story-plan = How we try it
