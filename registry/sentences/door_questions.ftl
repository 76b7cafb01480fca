# The fourteen risk questions, their answers, and an everyday example for each answer.
# A choice has answer-<question>-<answer>, a number level-<question>-<level>.

i-do-not-know = I don’t know

## How many

question-exposure = When it starts, what share of the customers who could meet it will meet it?
level-exposure-0 = up to { $at_most } %
level-exposure-1 = more than { $more_than } %, up to { $at_most } %
level-exposure-2 = more than { $more_than } %, up to { $at_most } %
level-exposure-3 = more than { $more_than } %, up to { $at_most } %
level-exposure-4 = more than { $more_than } %
example-exposure-0 = One call in a hundred is answered the new way.
example-exposure-1 = 2 of our 40 stores try it.
example-exposure-2 = Every branch of one small region tries it.
example-exposure-3 = Every second visitor of the website meets it.
example-exposure-4 = Everybody who calls meets it from Monday on.

question-people = About how many customers will meet it before you decide again?
level-people-0 = up to { $at_most }
level-people-1 = more than { $more_than }, up to { $at_most }
level-people-2 = more than { $more_than }, up to { $at_most }
level-people-3 = more than { $more_than }, up to { $at_most }
level-people-4 = more than { $more_than }
example-people-0 = The guests of one breakfast room in a week.
example-people-1 = The customers of one store in a month.
example-people-2 = The readers of one e-mail to a region.
example-people-3 = The customers of a mid-sized town.
example-people-4 = Every household on a national tariff.

question-duration_days = How many days does it run before you decide whether it goes on?
level-duration_days-0 = up to { $at_most } days
level-duration_days-1 = more than { $more_than }, up to { $at_most } days
level-duration_days-2 = more than { $more_than }, up to { $at_most } days
level-duration_days-3 = more than { $more_than } days, or for good
example-duration_days-0 = Four weeks, then we look.
example-duration_days-1 = One season.
example-duration_days-2 = A whole year, Christmas included.
example-duration_days-3 = No date: it simply is the new way.
answer-duration_days-permanent = for good

## The way back

question-undo_time = If we said stop today, how long until everyone has the old experience back?
answer-undo_time-hour = an hour
answer-undo_time-day = a day
answer-undo_time-week = a week
answer-undo_time-month = a month
answer-undo_time-never = longer than a month, or never
example-undo_time-hour = We switch the banner off.
example-undo_time-day = Tomorrow morning the team greets guests as before.
example-undo_time-week = The old forms are printed and delivered again.
example-undo_time-month = The old counters are built up again.
example-undo_time-never = The shop is closed and the lease is gone.

# The border of an amount: in money where the yearly revenue is known.
amount-up-to = { $in_money ->
    [yes] up to { $currency } { $amount }
   *[no] up to { $at_most } % of yearly revenue
 }
amount-more-than = { $in_money ->
    [yes] more than { $currency } { $amount }
   *[no] more than { $more_than } % of yearly revenue
 }

question-undo_cost = What would it cost to put it back, apologies and making it up to customers included?
level-undo_cost-0 = small change ({ amount-up-to })
level-undo_cost-1 = petty cash ({ amount-up-to })
level-undo_cost-2 = a month of a store’s margin ({ amount-up-to })
level-undo_cost-3 = a budget that somebody would have to find ({ amount-up-to })
level-undo_cost-4 = a dent in the year’s result ({ amount-more-than })
example-undo_cost-0 = We take the cards out of the parcels.
example-undo_cost-1 = We send thirty vouchers and a sorry.
example-undo_cost-2 = We reprint the leaflets for a region.
example-undo_cost-3 = We rebuild a process and write to everybody who met it.
example-undo_cost-4 = We buy back the machines we had sold.

question-undo_control = Who must agree, or come back, for it to be undone?
answer-undo_control-us = only we ourselves
answer-undo_control-another_team = another team here
answer-undo_control-partner = a partner, the works council or the supply chain
answer-undo_control-outside = somebody outside: a regulator, customers, the market
example-undo_control-us = We wrote the greeting, we change it back.
example-undo_control-another_team = IT must change a setting for us.
example-undo_control-partner = The carrier must agree to the old delivery times.
example-undo_control-outside = The customers who left must want to come back.

## What it could cost, and whom

question-money_at_risk = If it goes badly (one time in twenty), how much could we lose before we notice and stop?
level-money_at_risk-0 = small change ({ amount-up-to })
level-money_at_risk-1 = petty cash ({ amount-up-to })
level-money_at_risk-2 = a month of a store’s margin ({ amount-up-to })
level-money_at_risk-3 = a budget that somebody would have to explain ({ amount-up-to })
level-money_at_risk-4 = a dent in the year’s result ({ amount-more-than })
example-money_at_risk-0 = A few free coffees too many.
example-money_at_risk-1 = A week of call-backs that nobody needed.
example-money_at_risk-2 = A month of returns that cost more than planned.
example-money_at_risk-3 = A discount that everybody found within a day.
example-money_at_risk-4 = A new price that drives regular customers away.

question-harm = What is the worst it could do to a single customer?
answer-harm-none = nothing
answer-harm-annoyance = annoy them: minutes lost
answer-harm-repairable = cost them money, time or trust that we can make good
answer-harm-lasting = harm that lasts: health, safety, an essential service, hardship, discrimination, dignity
example-harm-none = A guest does not notice the flowers.
example-harm-annoyance = A guest waits five minutes longer.
example-harm-repairable = A customer is charged twice and gets it back.
example-harm-lasting = Somebody’s heating is cut off in winter.

question-colleagues = What changes for the people who do the work?
answer-colleagues-nothing = nothing
answer-colleagues-habit = a habit
answer-colleagues-tools = tools, shifts, targets or training
answer-colleagues-jobs = pay, jobs or skills are lost
example-colleagues-nothing = They work as they did.
example-colleagues-habit = They ask one more question at the till.
example-colleagues-tools = They learn a new screen and start at seven.
example-colleagues-jobs = The counter has one person fewer.

## What we take on

question-law = Does a law, a regulator or privacy come into it?
answer-law-none = no
answer-law-ordinary = the usual rules, or customers’ data for the same purpose as before
answer-law-look = data for a new purpose, words that a rule prescribes, or a right that is in dispute
answer-law-serious = specially protected data such as health, belief or origin; data about children; software that alone decides what matters to somebody; or it is probably not allowed
example-law-none = We put a chair beside the till.
example-law-ordinary = We send a delivery notice to the address we deliver to.
example-law-look = We use order data to choose whom to call.
example-law-serious = Software alone decides who gets credit.

question-promise = What will people believe we have promised?
answer-promise-none = nothing
answer-promise-trial = a trial: the people taking part know it is one
answer-promise-dated = something public or in a contract, with an end date or an exit
answer-promise-open_ended = something without an end, or an existing promise is taken away
example-promise-none = A card in the parcel.
example-promise-trial = “We are trying call-backs this month.”
example-promise-dated = “Until 31 January you may return everything.”
example-promise-open_ended = “We always answer within an hour.”

question-data = What happens to data customers have with us?
answer-data-untouched = it stays as it is
answer-data-hidden = it is hidden, and we have tried to restore it
answer-data-erased_low_value = it is erased, but is worth little to them or they asked for it
answer-data-erased_valued = something they value, or are owed, is erased
example-data-untouched = We only change a text on the page.
example-data-hidden = Old orders move to an archive that we can bring back.
example-data-erased_low_value = Search histories are cleared.
example-data-erased_valued = Loyalty points or photos are deleted.

question-spotlight = Who outside would talk about it?
answer-spotlight-nobody = nobody
answer-spotlight-posts = a few people, in posts
answer-spotlight-press = the trade press or the national press, quite possibly
answer-spotlight-headline = a headline, or it touches what the brand stands for
example-spotlight-nobody = Two sentences on a receipt.
example-spotlight-posts = A guest shares a picture of the card.
example-spotlight-press = The first store without tills.
example-spotlight-headline = A new name, or an end to the free helpline.

question-detection = How soon would we see that it hurts?
answer-detection-day = within a day
answer-detection-week = within a week
answer-detection-month = within a month, or by a detour
answer-detection-later = later, or our own figure would hide it
example-detection-day = The team hears it at the counter.
example-detection-week = The weekly complaints show it.
example-detection-month = The monthly survey shows it.
example-detection-later = People leave quietly when the contract ends.

## A number said exactly, beside its steps

exactly-exposure = Or exactly, in percent
exactly-people = Or exactly how many customers
exactly-duration_days = Or exactly how many days
exactly-undo_cost = Or exactly what it would cost, in { $currency }
exactly-money_at_risk = Or exactly how much we could lose, in { $currency }
customers-up-to = { $count ->
    [one] up to about { $count } customer
   *[other] up to about { $count } customers
 }
customers-more-than = { $count ->
    [one] more than about { $count } customer
   *[other] more than about { $count } customers
 }
customers-about = { $count ->
    [one] That is about { $count } customer.
   *[other] That is about { $count } customers.
 }
people-from-share = { $count ->
    [one] From the share: at most about { $count } customer.
   *[other] From the share: at most about { $count } customers.
 } Say it here if you know it better.
reach-share = That is { $percent } % of our customers.
reach-customers = That is { $percent } % of our customers, about { $count } of them.
number-over-100 = A share cannot be above 100 %, as { $given } % is. Please correct the number.
number-below-zero = This cannot be below zero, as { $given } is. Please correct the number.
tell-revenue = Say the yearly revenue under Organisation, and each step here names its amount of money.
tell-customers = Say the number of customers under Organisation, and each share here names about how many people it is.
