# What cannot be done, why, and what to do instead. The doors’ own refusals are in door.ftl.

## The registry’s file

registry-sqlite-too-old = The SQLite library here is { $version }, which can damage a registry that several people write to. Please run “make run” again; it installs a newer one.
registry-not-openable = We cannot open the registry’s file “{ $file }”: { $problem }. Check that the folder named by REGISTRY_HOME is there and may be written to, then start again.
registry-damaged = The registry’s file “{ $file }” is damaged or is not a registry ({ $problem }). Nothing was changed. Put the latest backup in its place, then start again.
registry-foreign = “{ $file }” holds another program’s data, so we leave it as it is. Let REGISTRY_HOME name another folder, then start again.
registry-newer = “{ $file }” was written by a newer version of this app. Nothing was changed. Update the app, then start again.

## Any text

text-too-long = The text that begins “{ $beginning }” is { $length } characters long; there is room for { $limit }. Please shorten it. Nothing was lost.

## The organisation

organisation-figure-not-positive = { $figure ->
    [yearly_revenue] The yearly revenue must be above zero.
    [customers] The number of customers must be above zero.
   *[places] The number of places must be above zero.
  } Please correct it, or leave it empty.

## An experiment, its draft, and the step that was asked for

experiment-unknown = There is no experiment “{ $code }” here. Check the code, which looks like CX-17, or search for a word you remember.
experiment-not-named = The address does not say which experiment you mean. Search for a word you remember.
draft-stale = Somebody else saved { $code } while you were writing. What you wrote is still on this page. Keep yours, or take theirs.

draft-changed-meanwhile = Somebody changed { $code } while you were looking. Have a look at it as it stands now, then go on.

wrong-stage-now = { $code } stands at “{ $stage ->
    [draft] { stage-draft }
    [in_review] { stage-in_review }
    [not_yet] { stage-not_yet }
    [cleared] { stage-cleared }
    [running] { stage-running }
    [to_decide] { stage-to_decide }
    [to_learn] { stage-to_learn }
    [learned] { stage-learned }
   *[withdrawn] { stage-withdrawn }
  }” now.
wrong-stage-edit = { wrong-stage-now } Its proposal stays as it was at the start. To try something else, write a new proposal.
wrong-stage-submit = { wrong-stage-now } Its proposal was handed in before. To try something else, write a new proposal.
wrong-stage-plan = { wrong-stage-now } A plan is chosen before the start and stays as it is. To measure something else, write a new proposal.
wrong-stage-start = { wrong-stage-now } It cannot be started again. To try it again, write a new proposal.
wrong-stage-note = { wrong-stage-now } Notes are taken from the start until the decision. What you saw can go into the learning.
wrong-stage-stop = { wrong-stage-now } Only a running pilot can be stopped, so there is nothing to stop here.
wrong-stage-read = { wrong-stage-now } Data is read from the start until the decision. Open its page to see the next step.
wrong-stage-decide = { wrong-stage-now } A decision is made once, after the start. Open its page to see the next step.
wrong-stage-decide_on_data = { wrong-stage-now } While it runs, its numbers may still turn. Wait for its last day, or stop it, and then decide.
wrong-stage-learn = { wrong-stage-now } A learning is written after the decision. Until then, take a note of what you see.
wrong-stage-withdraw = { wrong-stage-now } Only what has not started can be withdrawn. A running pilot can be stopped at any time.

## Handing in and starting

start-beyond-promise = You agreed to an end date within { $days } days. Choose an earlier day, or take that change back in the proposal.
submission-undecided = It is not clear yet which door this is. The question that settles most: { $question ->
    [exposure] “{ question-exposure }”
    [people] “{ question-people }”
    [undo_time] “{ question-undo_time }”
    [undo_cost] “{ question-undo_cost }”
    [money_at_risk] “{ question-money_at_risk }”
    [harm] “{ question-harm }”
    [law] “{ question-law }”
    [promise] “{ question-promise }”
    [data] “{ question-data }”
    [spotlight] “{ question-spotlight }”
    [detection] “{ question-detection }”
    [colleagues] “{ question-colleagues }”
    [undo_control] “{ question-undo_control }”
    [duration_days] “{ question-duration_days }”
   *[other] one of those still open.
  } Answer it, or ask whoever knows.

start-end-too-far = The last day, { DAY($until) }, is more than ten years away. Choose an earlier day, and start again.
start-end-in-the-past = The last day, { DAY($until) }, is over. Choose today or a later day, and start again.
start-says-nothing = Nobody could tell yet what is tried. Say in a few words what you want to change, and start again.
start-one-way = { $code } is a one-way door: hard to undo, and hard on somebody. It cannot start yet. Its page says why, and what would make it easy to walk back.

## While it runs

note-empty = There is nothing in this note yet. Add a few words, a number or a picture.
reading-nothing-to-show = { $code } has no earlier reading whose result is still hidden. Give the pilot’s data instead.
reading-takes-no-data = { $code } looks and listens, so it takes no data. Write down what you saw and heard on its page instead.
reading-other-plan = These numbers were worked out under another plan than the one { $code } was started with. Read the file again on the page of { $code }.

picture-too-large = This picture has more points than we can keep. Save it smaller, at most 50 million points, and try again.
picture-unreadable = We cannot read this as a picture. Save it as PNG, JPEG, WebP or GIF, and try again.

## Deciding and learning

decision-which-arm = { $code } tried more than one change. Say which of them you adopt, and decide again.
decision-not-offered = The pilot of { $code } does not lead to this choice. Take one of those its page offers.
decision-stale-evidence = Newer numbers for { $code } arrived while you were looking. Have a look at them, then decide.
decision-adopt-without-data = No data was read, so no number speaks for it. You may adopt it all the same; write down in a sentence why.
decision-adopt-invalid = A check of the data failed, so the numbers do not answer the question. You may adopt it all the same; write down in a sentence why.
decision-adopt-against = The numbers say “walk back”. You may adopt it all the same; write down in a sentence why.
learning-empty = There is nothing in this learning yet. One sentence is enough: what would you tell another team?
