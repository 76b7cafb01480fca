# The `record` command: what it says about itself, and what it recorded.

cli-record-help = keep what a running pilot’s data say
cli-record-experiment = the experiment, like CX-17
cli-record-data = the pilot’s data as CSV or Parquet, - for standard input, or the name of a file in the registry’s inbox

cli-record-done = Recorded for { $code }.
cli-record-done-and = Recorded for { $code }. { $came }
cli-record-file = File
cli-record-rows = Rows in all
cli-record-arms = Arms
cli-record-says = Says
cli-record-advice = { $action }. { $message }
