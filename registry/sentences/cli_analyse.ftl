# The `analyse` command: what it says about itself, and the headings of its table.

cli-analyse-help = did it work? A pilot’s data read under its plan
cli-analyse-data = the pilot’s data as CSV or Parquet, or - for standard input
cli-analyse-plan = the plan, a TOML file
cli-analyse-as-of = the day on which you read the data, like 2026-03-31; today when you leave it out

cli-analyse-stdin = standard input
cli-analyse-not-a-day = “{ $text }” is not a day. Write it like 2026-03-31.

cli-analyse-says = { $action } ({ $rule }). { $message }
cli-analyse-plan-and-data = Plan { $fingerprint }, { $rows } rows, read on { $day }
cli-analyse-grade = Grade { $grade }: { $assumption }
cli-analyse-check = Check “{ $name }”, { $status ->
    [ok] fine
    [warn] look at it
   *[fail] failed
 }: { $message }

cli-analyse-beside = “{ $metric }”, “{ $arm }”: { $message }
cli-analyse-segment = part (exploratory)
cli-analyse-p-segments = p, corrected

cli-analyse-metric = metric
cli-analyse-role = role
cli-analyse-arm = arm
cli-analyse-control-value = { $control }
cli-analyse-arm-value = arm’s value
cli-analyse-difference = difference
cli-analyse-interval = { $percent } % interval
cli-analyse-relative = relative
cli-analyse-p = p
cli-analyse-p-adjusted = p, all arms
cli-analyse-answers = values
cli-analyse-method = method
cli-analyse-from-to = { $low } to { $high }
cli-analyse-hidden = –
