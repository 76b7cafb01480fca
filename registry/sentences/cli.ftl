# The command line: what it says about itself, and about input it cannot use.

cli-help = Tried & Told: what we tried with customers, and what we learned.
cli-json = print JSON instead of a table
cli-person = the e-mail of who asks for it; the local person when you leave it out
cli-assess-help = which door is it? Answers for one risk profile, or for a list of them
cli-assess-profile = a JSON file with the answers to the risk questions, or - for standard input
cli-assess-revenue = the organisation’s yearly revenue, in the currency of the amounts

cli-assess-position = { $position } of { $count }
cli-assess-none = The list is empty, so there is no door to tell. Put a profile into it, between the brackets.
cli-assess-door = Door
cli-assess-score = Score
cli-assess-score-between = { $high } of 100 at worst, { $low } at best
cli-assess-hinge = Hinge
cli-assess-ask-first = Ask first
cli-assess-because = Because
cli-assess-would-help = Would help

cli-no-command = Say what you would like to do: { $commands }. “{ $program } --help” tells what each does.
cli-unknown-command = There is no command “{ $asked }” here. There are { $commands }. “{ $program } --help” tells what each does.
cli-unknown-option = “{ $asked }” is not something that “{ $program }” takes. “{ $program } --help” shows what it takes.
cli-missing = “{ $program }” also needs { $missing }. “{ $program } --help” shows how to write it.
cli-usage = { $problem }. “{ $program } --help” shows what can be asked.
cli-unreadable = We cannot read “{ $file }”: { $reason }. Check the name and try again.
cli-no-input = There is no standard input to read. Give a file’s name, or pipe something in.
cli-not-utf8 = “{ $file }” is not UTF-8 text (see byte { $position }). Save it as UTF-8 and try again.
cli-name-not-utf8 = The name of “{ $file }”, or of a folder it lies in, is not UTF-8 text. Rename it, or pipe the data in with -, and try again.
cli-not-json = “{ $file }” is not JSON: line { $line }, column { $column }: { $problem }.
cli-json-too-large = “{ $file }” holds a number or a nesting too large to be a set of answers.
cli-json-twice = “{ $key }” is given twice. Keep the one you mean and try again.
cli-progress = { $percent } %
cli-stopped = Stopped before it was done.
cli-unwritable = We cannot write the answer out: { $reason }. Make room, or send it somewhere else, and try again.
cli-person-unknown = Nobody here has the e-mail “{ $email }”. Check how it is written, or leave out --as to ask as the local person.
cli-list-element = Element { $position } of the list: { $problem }
