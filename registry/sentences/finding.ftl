# Finding: the box, the filters, what was found, and what to loosen.

page-search-title = Find
field-search = Search learnings, experiments and quotes
field-search-example = returns, “call me back”, que*
search-newest-learnings = The newest learnings
search-newest = The newest first
search-found = { $count ->
    [one] One found
   *[other] { NUMBER($count) } found, the best first
 }
search-found-newest = { NUMBER($count) } found, the newest first
search-more = Show more
search-gave-up = This took too long, so it was given up. Add a word, or choose a filter.
search-no-words = There is no word in it yet: letters or digits are what can be looked for.
search-nothing = Nothing here fits all of this.
search-nowhere = { $count ->
    [one] Nobody wrote { $words } here. Try its beginning, or another word for it.
   *[other] Nobody wrote { $words } here. Try other words for them.
 }
search-fewer-words = Each word stands somewhere, but nowhere all of them. Try fewer words.
search-loosen = Without “{ $left_out }” there would be { NUMBER($count) }
search-loosen-uncounted = Look without “{ $left_out }”
search-left-out = Something in the address means nothing here, and was left out: { $names }.
search-not-by-team = With a team chosen, nothing is counted, and how ideas ended or whether they held cannot be chosen: nobody’s failures are listed here.

search-show-filters = Show filters
search-more-filters = More filters
search-other = { $facet }: more to choose from
search-value-counted = { $value } · { NUMBER($count) }
search-chosen = { $facet }: { $value }
search-remove-all = Remove all filters
search-since = Proposed from
search-until = Proposed until

facet-thing = Kind
facet-standing = Standing
facet-grade = Evidence grade
facet-outcome = Outcome
facet-promise = Promise
facet-journey_stage = Stage of the journey
facet-channel = Channel
facet-topic = Topic
facet-door = Door
facet-stage = Stage
facet-metric = Metric
facet-team = Team
facet-from = { search-since }
facet-until = { search-until }

thing-learning = Learning
thing-experiment = Experiment
thing-quote = Quote
quoted = “{ $words }”
