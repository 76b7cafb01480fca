# After “go”: a sheet for the staff room, a date for the calendar, a message for the team.

after-go-title = For your team
after-go-sheet = Sheet to print
after-go-calendar = Last day for your calendar
after-go-message = A message to copy
after-go-this-computer = The address begins with { $host }, so it opens on this computer only. Open the registry under the address your colleagues use, and the sheet and the message will carry that one.

## The message: three lines

run-message-what = We are trying something: { $what }
run-message-until = It runs until { $day }, and anybody on the team may stop it before.
run-message-until-or-if = It runs until { $day }, and we stop before if { $stop_if }.
run-message-where = What you see and hear is welcome here: { $address }

## The calendar

run-calendar-title = { $code } ends: decide what you saw

## The sheet

run-sheet-lead = We are trying
run-sheet-whom = For
run-sheet-where = Where
run-sheet-places = { $used } of our { $total } { $word }
run-sheet-until = Until
run-sheet-stop_if = We stop if
run-sheet-anybody-stops = Anybody on the team may stop it at any time. Nobody has to say why.
run-sheet-cap = At most
run-sheet-signal = We look for
run-sheet-promises = We promised
run-sheet-tell = Tell
run-sheet-scan = Did you see or hear something? Point a telephone’s camera here and add it, in a sentence. What went badly counts as much as what went well.
