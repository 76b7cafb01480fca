# The app itself: its name, its pages, today, lists, search, the organisation.

product-name = Tried & Told
product-claim = What we tried with customers, and what we learned.

page-today = Today
page-proposal = Propose
page-search = Find
page-people = People
page-organisation = Organisation
page-experiment = Experiment
page-plan = Plan
page-pilot = Pilot data
page-decision = Decide
page-learning = Learn

page-failed = Something went wrong on our side. What you saved is safe. Reload the page; if it happens again, tell whoever looks after the registry the time it happened.
address-unknown = There is no page at this address. The link below leads to the start page.

go-to-proposal = Propose an experiment
go-to-search = Look through all experiments
go-to-experiment = Back to { $code }
go-to-this-proposal = Change the proposal
go-to-pilot = Give the pilot’s data
go-to-decision = Decide
save = Save
saved = Saved
skip = Not now
optional = optional
untitled = Untitled draft
blank = (not said yet)

## Stages

stage-draft = Draft
stage-in_review = In review
stage-cleared = Ready to start
stage-running = Running
stage-to_decide = To decide
stage-to_learn = To learn
stage-learned = Learned
stage-withdrawn = Withdrawn
row-until = until { $day }

## Today

today-to-decide = Waiting for a decision ({ $count })
today-to-learn = Waiting to be told ({ $count })
today-running = Running now ({ $count })
today-ready = Ready, or in review ({ $count })
today-drafts = Drafts ({ $count })
today-learned = What we learned ({ $count })
today-more = { $count ->
    [one] One more is under Find.
   *[other] { $count } more are under Find.
 }
today-empty = Nothing has been tried here yet. Begin with something a customer said.
demo-offer = Or fill this registry with made-up examples first, to see how it looks after a year.
demo-fill = Show me made-up examples
demo-filling = Writing a year of made-up experiments. This takes a few seconds.

## First use, and the organisation

first-title = Three questions, asked once
first-lead = They turn percentages into people and money. Leave out what you do not know; you can change everything later under “Organisation”.
page-organisation-title = Organisation
page-organisation-lead = What is said here is used while somebody proposes: to turn places into a share of customers, and words such as “petty cash” into money. Assessments made earlier stay as they were.
field-organisation_name = Name of the organisation
field-yearly_revenue = Yearly revenue or budget
field-yearly_revenue-why = What could be lost is judged against it. Without it, the form uses words such as “petty cash”.
field-currency = Currency
field-customers = Number of customers
field-customers-why = Turns “2 of our 40 stores” into a number of people.
field-places_word = What are the places called in which you serve customers?
field-places_number = How many are there?

## Similar ideas

similar-title = { $count ->
    [one] Somebody thought of something like this
   *[other] Others thought of something like this
 }
experiment-unknown-title = We could not find it
