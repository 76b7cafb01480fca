# What stands beside an estimate: another view of the same numbers, or what to bear in mind with them.

beside-long_tail = A few very large values of “{ $metric }” weigh heavily, and one arm has few answers or far fewer than the other. The interval may be off; look at the other views before you rely on it.
beside-reshuffled = Drawing the lot again { $lots } times among the same customers, a difference as clear as this one came up with { P($p) }.
beside-geometric = For a typical customer (the few very large values hardly count here), “{ $arm }” has { $ratio } times the control’s value, { $low } to { $high }, { P($p) }.
beside-whose_is_higher = Of one customer of “{ $arm }” and one of the control, the first gives the higher answer { $chance } times in 100, { $low } to { $high } (50 is no difference), { P($p) }.
beside-quantile_of_arm = In “{ $arm }”, { $percent } % stay at or below { $value }; likely between { $low } and { $high }.
beside-every_lot = Trying every way that the lot could have fallen gives { P($p) }. It assumes nothing about the numbers.
beside-alike = Customers of one group are alike (intra-cluster correlation { $icc }): { $n } answers from { $groups } groups say as much as about { $effective } from customers drawn one by one (design effect { $effect }).
beside-left_out = { $n ->
    [one] { $names } has no value in one of the parts that are compared, so it is left out.
   *[other] { $n } groups have no value in one of the parts that are compared, so they are left out: { $names }.
 }
beside-placebo = { $design ->
    [moved] Before the change, from one period to the next, “{ $metric }” had moved by { beside-drift } already ({ $low } to { $high }, { P($p) }). What moves anyway is in the difference, too.
   *[stores] Before the change the two sides had drifted apart by { beside-drift } ({ $low } to { $high }, { P($p) }). It should be about 0; a wide range around 0 proves nothing.
 }
beside-drift = { $unit ->
    [points] { $difference } percentage points
    [point] { $difference } percentage point
   *[own] { $difference }
 }
beside-no_worse = Against a loss of { beside-size } or more in “{ $metric }”: one-sided { P($p) }. Small says that it is not that much worse.
beside-equivalent = Against a difference of { beside-size } or more in “{ $metric }”, either way: { P($p) }. Small says that there is no difference that matters.
beside-size = { $unit ->
    [points] { $size } percentage points
    [point] { $size } percentage point
   *[own] { $size }
 }

## Segments

interaction-differs = “{ $arm }” does not work alike in all parts of “{ $column }” ({ P($p) }). Nobody planned to look here, so take it as a question for the next pilot.
interaction-alike = Nothing says that “{ $arm }” works differently in the parts of “{ $column }” ({ P($p) }).

## On a page

beside-others = { $count ->
    [one] One other view of these numbers
   *[other] { $count } other views of these numbers
 }
segments-by = In parts: { $column }
segments-explore = To look around in, not to decide by: among many parts some differ by chance. A p-value here is corrected for their number.
segments-alt = Table: { $name } in each part of { $column }, arm against control, with interval and numbers of answers.
segment-not-compared = too few answers to compare
segment-blank = (blank)
column-segment = Part
column-p-segments = p, corrected

## By day

by-day = Look at it by day
by-day-none = Nothing was kept by day in this reading.
by-day-explore = Choose some of the days to see what they say alone. It is to look around in, not to decide by: the plan speaks of all of them.
by-day-not-compared = These days alone cannot be compared.
by-day-alt = Chart: units that came in on each of { $n } days; most on { DAY($busiest) }, { $units }.
field-first_day = From
field-last_day = To
axis-units = Units that came in
