# What is said to a pilot's file that cannot be read under its plan, and to a plan's file with nothing in
# it. Rows are counted as a spreadsheet counts them: in a CSV the header is row 1.

## The file as a whole

file-is-folder = “{ $file }” is a folder. Name the file in it that holds the pilot’s data.
file-not-there = There is no file “{ $file }”. Check the name and try again.
file-not-in-inbox = “{ $file }” is not a file in the server’s data folder. Put the file itself there, not a link to it.
file-unreadable = We cannot read “{ $file }”: { $problem }. Save it again as CSV (UTF-8) or Parquet and try again.
file-empty = “{ $file }” is empty. Choose the file that holds the pilot’s data.
file-no-rows = “{ $file }” has a header and no rows. Choose the file that holds the pilot’s data.
file-is-workbook = “{ $file }” is an office document. Open it, save the sheet as CSV (UTF-8), and give us that.
file-is-compressed = “{ $file }” is compressed. Unpack it, and give us the CSV or Parquet file inside.
file-is-page = “{ $file }” is a web page, perhaps one that asks to sign in. Download the data again as CSV (UTF-8).
file-is-encrypted = “{ $file }” is encrypted. Give us a copy without encryption.
file-not-text = “{ $file }” is neither a CSV nor a Parquet file. Save the data as CSV (UTF-8) and try again.
file-not-utf8 = “{ $file }” is not UTF-8 text (see line { $line }). Save it as CSV (UTF-8) and try again, so that no letter gets lost.
file-semicolons = “{ $file }” separates its columns with semicolons. Save it with commas between columns and points in numbers.
file-tabs = “{ $file }” separates its columns with tabs. Save it with commas between columns.
file-header-not-first = The first row of “{ $file }” does not name the columns. Take out what stands above the names, and try again.
file-header-long = The first row of “{ $file }” is longer than a megabyte. Give us a file with only the columns of the plan.
file-header-broken = The first row of “{ $file }” is not a list of column names: a quote is not closed. Correct it and try again.
file-too-many-columns = “{ $file }” has { $n } columns; we read at most { $limit }. Give us a file with only the columns of the plan.
file-damaged = “{ $file }” cannot be read as Parquet: it is damaged, or a part of it is encrypted. Write it again without encryption.
file-cut-off = “{ $file }” ends too early, as a copy does that was broken off. Copy it again.
file-changed = “{ $file }” changed while we read it. Try again when nobody writes to it.
file-too-slow = Reading “{ $file }” took longer than { $seconds } seconds, so we stopped. Give us a file with only the columns of the plan.
file-too-large = “{ $file }” needs more memory than we may use. Give us a file with only the columns of the plan.
file-too-many-rows = “{ $file }” has { $rows } rows; we read at most { $limit }. Give us one row per unit.
file-gave-up = We had to give up reading “{ $file }”. Save it again as CSV (UTF-8) and try again.
file-days-overlap = “{ $file }” holds { $n ->
    [one] { DAY($first) }
   *[other] { DAY($first) } to { DAY($last) }
 }; read before { $read_n ->
    [one] was { DAY($read_first) }
   *[other] were { DAY($read_first) } to { DAY($read_last) }
 }. Give a file with only days after { DAY($read_last) }, to add them, or one with all days from { DAY($read_first) } on.
file-arm-new = Column “{ $column }” of “{ $file }” has an arm “{ $arm }” that is not among the days read before. Correct the rows, or give a file with all days.
file-arm-gone = Column “{ $column }” of “{ $file }” has no “{ $arm }”, an arm of the days read before. Add its rows, or give a file with all days.
file-cluster-moved = In “{ $file }”, “{ $cluster }” of column “{ $column }” is in arm “{ $now }”; on the days read before it was in “{ $before }”. Where a whole store changes, it stays in one arm; correct the rows, or give a file with all days.
days-not-there = No data was read from { DAY($first) } to { DAY($last) }. Choose days on which the pilot ran.
days-not-there-for-arm = From { DAY($first) } to { DAY($last) } nobody was in “{ $arm }”. Choose more days.
plan-file-empty = The plan’s file is empty. Choose the file that says what the pilot measures.

## Its columns and rows

file-column-missing = “{ $file }” has no column “{ $column }”. Correct the plan, or add the column.
file-column-missing-nearest = “{ $file }” has no column “{ $column }”. Did you mean “{ $nearest }”?
file-column-twice = “{ $file }” has two columns “{ $column }”. Keep the one you mean.
file-column-nested = Column “{ $column }” of “{ $file }” holds lists or records, not single values. Put what the plan measures into a column of its own.
file-row-ragged = Row { $row } of “{ $file }” does not have the { $columns } columns of the header. Correct it and try again.
file-row-long = Row { $row } of “{ $file }” is longer than a megabyte. Give us a file with only the columns of the plan.
file-lines-blank = From row { $row } on, “{ $file }” has more than a million blank lines. Take them out and try again.
file-row-ends = Row { $row } of “{ $file }” ends in another way than the rows before it, as in files of two systems put together. Save it again as CSV (UTF-8) and try again.
file-row-broken = Row { $row } of “{ $file }” cannot be read: a quote is not closed, or the row is too long. Correct it and try again.

## Its arms and units

file-arm-blank = Row { $row } of “{ $file }” says nothing in column “{ $column }”. Say which arm it belongs to, or take it out.
file-arm-long = Row { $row } of “{ $file }” has a value of { $n } characters in column “{ $column }”; the name of an arm has at most { $limit }. Name the column that says who got what.
file-arms-many = Column “{ $column }” of “{ $file }” has { $n } different values or more; a pilot has at most { $limit } arms. Name the column that says who got what.
file-arms-twins = Column “{ $column }” of “{ $file }” has “{ $one }” and “{ $other }”, which differ only in blanks, invisible signs or capitals. Write them the same way.
file-control-absent = Column “{ $column }” of “{ $file }” has no “{ $control }”, the plan’s control. It has { $arms }.
file-one-arm = Column “{ $column }” of “{ $file }” has only “{ $arm }”. There is nothing to compare it with; add the rows of the other arms.
file-arm-unplanned = Column “{ $column }” of “{ $file }” has an arm “{ $arm }” that is not among the plan’s shares. Add it to the plan, or take its rows out.
file-arm-absent = Column “{ $column }” of “{ $file }” has no “{ $arm }”, which is among the plan’s shares. Add its rows, or take it out of the plan.
file-unit-blank = Row { $row } of “{ $file }” says nothing in column “{ $column }”. Say whose row it is, or take it out.
file-unit-repeated = Row { $row } of “{ $file }” repeats a value in column “{ $column }”. The plan says that every row is another one; keep one row each.

## Its cells

file-text-among-numbers = Row { $row } of “{ $file }” has “{ $value }” in column “{ $column }”, where a number belongs. Correct it, or leave it blank.
file-decimal-comma = Row { $row } of “{ $file }” has “{ $value }” in column “{ $column }”. Write numbers with a point and nothing between thousands: 1234.5.
file-not-finite = Row { $row } of “{ $file }” has “{ $value }” in column “{ $column }”, which is no number we can count with. Correct it, or leave it blank.
file-not-zero-or-one = Row { $row } of “{ $file }” has “{ $value }” in column “{ $column }”. For a share of yes it must be 1 or 0.
file-too-large-to-average = Row { $row } of “{ $file }” has “{ $value }” in column “{ $column }”. Values as large as this cannot be averaged. Correct it, or leave it blank.
file-outside-scale = Row { $row } of “{ $file }” has “{ $value }” in column “{ $column }”. The scale goes from { $low } to { $high }.
file-denominator-negative = Row { $row } of “{ $file }” has “{ $value }” in column “{ $column }”, by which we divide. It cannot be below zero; correct it, or leave it blank.
file-over-zero = Row { $row } of “{ $file }” has “{ $value }” in column “{ $column }” and 0 in column “{ $beside }”. There cannot be some of none; correct one of the two.
file-denominators-zero = Column “{ $column }” of “{ $file }” adds up to 0 in arm “{ $arm }”, and we cannot divide by it. Correct it, or take the arm out.
file-cluster-blank = Row { $row } of “{ $file }” says nothing in column “{ $column }”. Say which store, agent or block it belongs to, or take it out.
file-cluster-moves = In “{ $file }”, “{ $cluster }” of column “{ $column }” stands in more than one arm. Where a whole store changes, it is in one arm; correct the rows, or say within_cluster = true in the plan.
file-period-unreadable = Row { $row } of “{ $file }” has “{ $value }” in column “{ $column }”. Write 0 for before, 1 for after, and -1, -2 … for earlier.
file-period-absent = Column “{ $column }” of “{ $file }” has no { $period ->
    [0] 0, so nothing is known of the time before
   *[other] 1, so nothing is known of the time after
 }. Add its rows.
file-blocks-without-order = Column “{ $column }” of “{ $file }” does not say which block comes after which. Number the blocks, or write when each begins, like 2026-03-31T14:00.
file-arm-unsettled = In “{ $file }” every block of “{ $arm }” comes right after a switch, and the plan leaves { $n } such blocks out. Take “burn_in” out of the plan, or switch less often.
file-segment-moves = Row { $row } of “{ $file }” has “{ $value }” in column “{ $column }”, and an earlier row of the same unit has something else. A segment is what a unit was from the start; take the column out of “segments”, or keep one value.
file-too-many-places = “{ $file }” falls into { $n } parts by store, period, day and segment; we keep at most { $limit }. Name columns with fewer different values.
file-day-blank = Row { $row } of “{ $file }” says nothing in column “{ $column }”. Say on which day it was, or take it out; days can be added to those read before only when every row has one.
file-day-unreadable = Row { $row } of “{ $file }” has “{ $value }” in column “{ $column }”. Write days like 2026-03-31.
