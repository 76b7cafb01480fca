# The history: what an event tells, and the pages that show it.
# The history is kept for good, so the words of an event and of what it changed are never taken out.

page-history = History
page-history-title = History
page-history-lead = Everything that was written into this registry, newest first: who, when, and what changed. Days and times are those of your own clock. Nobody is counted or compared here.

history-title = History of { $code }
history-who-did = { $who } { $what }
history-changed = { $what }: { $before } → { $after }
history-emptied = { $what }: { $before } → (empty)
history-set = { $what }: { $after }
history-registry = The registry
history-somebody = somebody
history-yes = yes
history-no = no
history-at-most = at most { $value }
history-of-revenue = { $percent } % of the yearly revenue
history-more = Show more
history-newer = Newer
history-older = Older
history-nothing-found = No event fits all of these. Take one of them out, or choose a longer time.

field-history_person = Who
field-history_person-all = everybody
field-history_experiment = Experiment
field-history_experiment-example = CX-17
field-history_verb = What was done
field-history_verb-all = anything
field-history_since = From
field-history_until = Until
field-history_words = Words in what changed

history-export = Make a CSV file of these
history-export-making = Making the file
history-export-means = The file holds all that is chosen above, newest first: one line for each thing that changed, at most { $limit } lines. That you made it is written into the history too.
history-download = Download the file
history-export-file = history of { $day }.csv
history-export-cut = The file ends here: it takes at most { $limit } lines. Choose a shorter time to get the rest.
history-column-number = Number
history-column-time = Time (UTC)
history-column-who = Who
history-column-experiment = Experiment
history-column-done = What was done
history-column-changed = What changed
history-column-before = Before
history-column-after = After

## What somebody did, as it goes on after their name

event-begin = began a proposal
event-edit = changed the proposal
event-submit = handed the proposal in
event-plan = chose the plan
event-start = started the pilot
event-note = noted something
event-stop = stopped the pilot
event-explain_stop = said why the pilot was stopped
event-read = gave the pilot’s data
event-decide = decided
event-learn = wrote down what was learned
event-withdraw = took the proposal back
event-describe_organisation = changed what the organisation says about itself
event-change_policy = adopted a policy
event-join = came in for the first time
event-add_person = added { $whom }
event-change_person = { $own ->
    [yes] changed their own entry
   *[no] changed the entry of { $whom }
 }
event-act_as = went on as another colleague
event-end_sign_ins = ended somebody’s sign-ins
event-begin_history = began this history with everything that was here before
event-redact = replaced words that should not be here
event-back_up = made a backup
event-restore = restored a backup
event-export_history = made a file of the history
event-update = brought the registry’s file up to date

## What changed: the proposal

changed-quote-words = what made us think of it
changed-quote-voice = whose words
changed-quote-source = where it was heard or seen
changed-move = with this we
changed-idea-change = idea
changed-idea-whom = for whom
changed-idea-effect = hoped effect
changed-idea-signal = how we will know
changed-quick_check-small = “{ quick-small }”
changed-quick_check-back = “{ quick-back }”
changed-quick_check-annoyed = “{ quick-annoyed }”
changed-quick_check-nothing_new = “{ quick-nothing_new }”
changed-quick_check-ours = “{ quick-ours }”
changed-quick_check-places_used = places that try it
changed-quick_check-weeks = weeks
changed-answers-exposure = share of the customers
changed-answers-people = customers who meet it
changed-answers-duration_days = days until the decision
changed-answers-undo_time = time to undo it
changed-answers-undo_cost = cost of undoing it
changed-answers-undo_control = who must agree to undo it
changed-answers-money_at_risk = money at risk
changed-answers-harm = worst harm to a customer
changed-answers-colleagues = change for colleagues
changed-answers-law = law and privacy
changed-answers-promise = what people take as promised
changed-answers-data = customers’ data
changed-answers-spotlight = who outside would talk
changed-answers-detection = how soon we would see it
changed-limits-until = until
changed-limits-cap = at most
changed-limits-stop_if = stop if
changed-expected = expected
changed-whose_idea = whose idea
changed-levers = changes agreed on
changed-levers_not_here = not possible here

## What changed: handing in, plan, pilot, decision, learning

changed-submission-door = door
changed-submission-near_hinge = talk to one person first
changed-plan-plan-design = design
changed-plan-plan-arm = column with the arms
changed-plan-plan-control = control
changed-plan-plan-shares = planned split
changed-plan-plan-metric = metrics
changed-plan-plan-alpha = allowed chance of a false alarm
changed-plan-plan-power = planned chance of finding it
changed-plan-plan-start = first day
changed-plan-plan-end = last day
changed-plan-plan-planned_units = customers per arm
changed-plan-fingerprint = fingerprint
changed-pilot-limits-until = until
changed-pilot-limits-cap = at most
changed-pilot-limits-stop_if = stop if
changed-pilot-expected = expected
changed-pilot-expected_difference = expected difference, in the metric’s own units
changed-pilot-fingerprint = fingerprint of the plan
changed-note-words = seen
changed-note-count = how many times
changed-note-is_quote = a customer’s own words
changed-note-picture = picture
changed-stop-reason = why
changed-reading-file_name = file
changed-reading-added-first = first day added
changed-reading-added-last = last day added
changed-reading-replaced = instead of what was read on
changed-reading-evidence-rows = rows
changed-reading-evidence-as_of = as of
changed-decision-choice = decision
changed-decision-arm = arm
changed-decision-reason = why
changed-learning-expected = what we expected
changed-learning-happened = what happened
changed-learning-surprised = what surprised us
changed-learning-hard_to_see = what made it hard to see
changed-learning-tell_others = what we tell others
changed-learning-next_step = next small step
changed-withdrawal-reason = why

## What changed: the organisation, people, the registry itself

changed-name = name
changed-currency = currency
changed-yearly_revenue = yearly revenue
changed-customers = customers
changed-places = places
changed-places_word = what places are called
changed-functions = functions
changed-journey_stages = stages of the journey
changed-channels = channels
changed-id = number
changed-email = e-mail
changed-team = team
changed-function = function
changed-roles = roles
changed-has_left = gone
changed-person = person
changed-act_as = acts as
changed-export-person = who
changed-export-experiment = experiment
changed-export-verb = what was done
changed-export-since = from
changed-export-before = before
changed-export-words = words
changed-export-lines = lines
