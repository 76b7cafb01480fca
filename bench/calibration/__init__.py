"""The battery of simulated pilots: how often the product says what is not so.

case.py        a case: what is simulated, what is counted, and the band that it must stay in
drawn.py       drawn customers in, summaries as the reader makes them, and what the product says of them
answers.py     the answers that customers are drawn from
customers.py   customers were randomised
margins.py     no worse than the margin, and several comparisons at once
stores.py      stores were randomised; store_draws.py draws them
quantiles.py   waits and other quantiles, by bootstrap
looking.py     looking before the end; looks.py draws what comes in
intervals.py   how often an interval holds the truth
deciding.py    what the rules recommend
battery.py     all cases, in the order of the table
table.py       the table, as text and as Markdown
machine.py     when, and on what machine
"""
