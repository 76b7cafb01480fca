# Writing a plan on a page: who meets the change, what is measured, how long, and on how many.

page-plan-title = Plan for { $code }
page-plan-lead = A plan says beforehand what will count. It is locked when the pilot starts, and its fingerprint stands on every result. A pilot needs no plan: without one you look and listen, with counts, customers’ words and pictures.
plan-on-page = Choose here
plan-from-file = Upload a plan file
plan-use = Use this plan
plan-change = Change the plan
plan-chosen = The plan chosen so far has the fingerprint { $fingerprint }.
plan-download = Download the plan as a file
plan-file-not-text = “{ $file }” is not UTF-8 text. Save it as UTF-8 and try again.
field-plan_file = A plan file (TOML)

## Who

plan-who = Who meets the change?
field-design = How is it decided?
design-randomised-example = A lot decides for each parcel whether the card goes in.
design-clustered-example = Six of twelve stores, drawn by lot, call customers back.
design-diff_in_diff-example = Two stores try it. The others show what would have happened anyway.
design-pre_post-example = Everybody gets it from May on, and we compare with April. Whatever else changed in May is in it too.
design-switchback-example = The express counter opens in some hours and stays closed in others.
design-look_and_listen-example = We try it, count, listen and take a picture. No data file is needed.
field-rare = Show also what few pilots need: switching on and off (switchback), the value most stay below (quantile), what we knew of customers before

## How the data say it

plan-data = What do the data look like?
plan-data-randomised = Name the column that says who met what, and the names that stand in it.
plan-data-clustered = Name the column that says which store met what, the names that stand in it, and the column with the store.
plan-data-diff_in_diff = Name the columns that say which store tried the change, which store a row is about, and whether it is from before or after.
plan-data-pre_post = Name the column that says whether a row is from before or after the change.
plan-data-switchback = Name the column that says whether the change was on or off, the names that stand in it, and the column with the block.
plan-data-more = More about the data: whose row it is, its day, kinds of customers
field-arm = Column that says who met what
field-arm-example = segment
field-control = Name of the control: who met the usual way
field-control-example = No E-Mail
field-treatment = Name of an arm that met the change
field-treatment-example = Mens E-Mail
field-uneven = The arms are not of the same size
field-share = Share of { $arm }
field-split-clustered = We planned how many stores go into each arm
field-split-switchback = We planned how many blocks go into each arm
arm-add = Add an arm
arm-remove = Remove the last arm
field-cluster = Column with the store, team or region
field-cluster-example = store
field-drawn = How were the stores drawn?
drawn-each = One by one
drawn-each-means = Each store meets the change, or the usual way.
drawn-pairs = In pairs
drawn-pairs-means = Of two stores that are alike, a lot decides which one meets the change.
drawn-within = Both ways within each store
drawn-within-means = In every store some customers meet the change and others do not.
field-pair = Column with the pair
field-pair-example = pair
field-weight = What counts the same?
weight-cluster = Every store
weight-cluster-means = A small store says as much as a large one.
weight-unit = Every customer
weight-unit-means = A large store says more than a small one.
field-period = Column with the time: 0 before, 1 after, below 0 earlier
field-period-example = after
field-block = Column with the block of hours
field-block-example = block
field-burn_in = Blocks to leave out after each switch
field-unit = Column with the customer’s number
field-unit-example = customer_id (optional)
field-rows = A row of the data is …
rows-unit = one customer
rows-finer = one visit or order; we add up each customer’s
field-day = Column with the day
field-day-example = date (optional)
field-units_once = Nobody is in the data on two days, so a new file may add its days
plan-segments = Shall the answer also be split, to see where to look next? Name up to three columns. What shows up there is a hint and settles nothing.
field-segment = Split by the column
field-segment-example = channel (optional)

## What

plan-metrics = What do we measure?
plan-metrics-lead = One metric decides. Guardrails must not get worse by more than their margin: think of what would suffer if people chased the first one.
field-name = What is it called?
field-name-example = spend
field-column = Column
field-column-example = spend
field-role = What is it for?
field-kind = How is it summed up?
kind-mean-means = Like euros spent: a number for each customer.
kind-proportion-means = Like customers who came back: 1 for yes, 0 for no.
kind-ordinal-means = Like satisfaction from 1 to 5: the average of the answers.
kind-top_box-means = Like customers who gave 4 or 5 of 5.
kind-nps-means = Answers from 0 to 10: those of 9 and 10 less those of 0 to 6, in points.
kind-ratio-means = Like returns per order: one column added up, divided by another.
kind-quantile-means = Like the waiting time that nine of ten customers stay below.
field-denominator = Divided by the column
field-denominator-example = orders
field-scale-low = Lowest answer
field-scale-high = Highest answer
field-threshold = Top answers begin at
field-q = How many of 100 stay below it?
field-better = Which way is good?
field-mde = Smallest difference that matters
field-mde-points = Smallest difference that matters (percentage points)
mde-why = In the metric’s own units. Without it, the app cannot say “no difference that matters”.
field-margin = How much worse may it get?
field-margin-points = How much worse may it get? (percentage points)
margin-why = In the metric’s own units: the most that you would accept.
field-survey = It comes from a survey: blank means not answered
field-counter_metric = It answers “how could the first metric be gamed?”
field-covariate = Column with what we knew of each customer before (optional)
field-covariate-example = spend_last_year
metric-add = Add a metric
metric-remove = Remove the last metric

## How long

plan-long = How long, and on how many?
field-look = How often may we look at the result?
look-once = Once, at the end
look-once-means = Until then only the guardrails are shown. This needs the fewest customers.
look-planned = At times planned beforehand
look-planned-means = Each look is a little stricter than one at the end, and a clear result may end the pilot early.
look-anytime = At any time
look-anytime-means = The interval is wider, so that looking every day finds nothing by chance. This needs the most customers.
field-looks = How many looks, the one at the end included?
field-start = First day of the pilot (optional)
field-end = Last day of the pilot (optional)
field-planned_units = Customers in each arm, as planned
field-planned_units-period = Customers before, and as many after, as planned

## On how many

plan-size-lead = What do you know already? We say what it takes, for the metric that decides. It is for you only, and no part of the plan.
plan-size-not-this-kind = How many this takes cannot be said beforehand, because it depends on how customers differ. A share, an average or a score can be planned.
field-baseline-proportion = Share of yes today (%)
field-baseline-top_box = Share of top answers today (%)
baseline-why = About is good enough: 12 when about 12 of 100 say yes.
field-spread = How far from the average do values usually lie?
spread-why = Two of three values lie no farther from the average than this (standard deviation).
field-spread-groups = How far apart do stores usually lie?
field-spread-groups-points = How far apart do stores usually lie? (percentage points)
spread-groups-why = Two of three stores lie no farther from the average of all stores than this (standard deviation).
field-spread-changes = How far apart do the changes of stores usually lie?
field-spread-changes-points = How far apart do the changes of stores usually lie? (percentage points)
spread-changes-why = Look at earlier months: two of three stores change by no more than this beyond the average change (standard deviation).
field-group_size-clustered = Customers each store brings until the end
field-group_size-switchback = Customers in each block
group_size-why = About is good enough; for answers to a survey, those who answer.
field-alikeness-clustered = How alike are customers of one store, from 0 to 1?
field-alikeness-switchback = How alike are customers of one block, from 0 to 1?
alikeness-why = 0: like any others. 1: all the same. Usually 0.01 to 0.05; the larger number is the cautious one (intra-cluster correlation).
field-have-clustered = Stores, teams or regions each arm can have
field-have-diff_in_diff = Stores each arm can have
field-have-switchback = Blocks each arm can have
have-why = We say how small a difference so many can see.
field-a_day-randomised = Customers a day, all arms together
field-a_day-pre_post = Customers a day
field-a_day-switchback = Blocks a day, on and off together
a_day-why = We say how many days it takes.

plan-size-of = { $design ->
    [clustered] { $n ->
        [one] one store, team or region
       *[other] { $n } stores, teams or regions
    }
    [diff_in_diff] { $n ->
        [one] one store
       *[other] { $n } stores
    }
    [switchback] { $n ->
        [one] one block
       *[other] { $n } blocks
    }
   *[randomised] { $n ->
        [one] one customer
       *[other] { $n } customers
    }
 }
plan-size-need = To see a difference of { $mde }, { $design ->
    [pre_post] you need about { plan-size-of } before and as many after
   *[other] each arm needs about { plan-size-of }
 }{ $customers ->
    [0] { "" }
   *[other] , with { $customers } customers together
 }{ $days ->
    [0] .
   *[other] : about { $days } days.
 }
plan-size-never = No pilot can see a difference of { $mde } from where it is today. Look for another one.
plan-size-sees = { $sees ->
    [none] With { plan-size-of } { $design ->
        [pre_post] before and as many after
       *[other] in each arm
    } no difference can be told from chance.
   *[other] With { plan-size-of } { $design ->
        [pre_post] before and as many after
       *[other] in each arm
    } you can see a difference of about { $sees }{ $more ->
        [yes] . A smaller one, also the smallest that matters to you, may stay open.
       *[no] , or a larger one.
    }
 }
plan-size-asks-mde = { $groups ->
    [yes] Say above which difference is the smallest that matters, or here how many stores or blocks there are.
   *[no] Say above which difference is the smallest that matters, or how many customers you plan for.
 }
plan-size-certainty = So a true difference of that size is found in { $percent } of 100 pilots, and without one { $alpha } of 100 seem to find one.
plan-size-same-arms = The arms are taken to be of the same size.
plan-size-several-arms = Several arms share the risk of a false finding, so each needs more than one alone.
plan-size-look-planned = The looks before the end are counted in.
plan-size-look-anytime = Looking at any time is counted in.
plan-size-pairs = Pairs that are alike need fewer.
plan-size-covariate = What we knew of customers before makes it fewer.

## What is still missing

plan-form-missing = Please fill in “{ $field }” first.
plan-form-metric-missing = Please fill in “{ $field }” of metric { $number } first.
plan-form-one-decides = { $n ->
    [0] No metric decides yet. Choose “decides” for one of them.
   *[other] { $n } metrics decide. Keep “decides” for one of them.
 }
plan-form-scale-end = Metric { $number } needs both ends of its scale: the lowest and the highest answer.
plan-form-scale-order = The lowest answer of metric { $number } must be below its highest.
plan-form-threshold = The top answers of metric { $number } must begin at an answer of its scale.
plan-form-q = Of metric { $number }, say how many of 100 stay below it: a number between 0 and 100, like 90.
plan-form-mde = The smallest difference that matters in metric { $number } must be above 0, whichever way is good.
plan-form-margin = How much worse metric { $number } may get must be 0 or more.
plan-form-arms-alike = Two arms have the same name. Give each one of its own, as in the data.
plan-form-shares = Every share must be above 0. Remove an arm that nobody gets.
plan-form-start = For looks planned beforehand we must know when the pilot begins. Please fill in its first day.
plan-form-quantile = The value most stay below has no change and no pair. Choose another way to sum up, or stores drawn one by one.
plan-form-end = The last day lies before the first. Please correct one of them.
