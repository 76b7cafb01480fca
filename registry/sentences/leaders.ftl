# What we know: the leaders' page, and what lies one click deeper.

page-leaders = What we know
page-blind = Where we decide blind
page-trying = How healthy the trying is
page-list = Behind a number
back-to = Back to “{ $page }”
copy-as-text = Copy as text
leaders-say = Thank, ask a what-or-how question, or “I heard this myself”

## New to whoever looks

news-first = In the last 30 days:
news-since = { $days ->
    [0] Since you were last here (today):
    [one] Since you were last here (1 day):
   *[other] Since you were last here ({ $days } days):
  }
news-started = { $count ->
    [0] nothing started
   *[other] { $count } started
  }
news-surprised = { $count ->
    [0] nothing surprised us
   *[other] { $count } surprised us
  }
news-for_you = { $count ->
    [0] nothing waits for you
    [one] 1 waits for you
   *[other] { $count } wait for you
  }
news-started-since = { $count ->
    [0] Nothing started since { $day }.
   *[other] { $count } started since { $day }.
  }
news-surprised-since = { $count ->
    [0] Nothing surprised us since { $day }.
   *[other] { $count } surprised us since { $day }.
  }
news-for_you-list = { $count ->
    [0] Nothing waits for you.
    [one] One thing waits for you.
   *[other] { $count } things wait for you.
  }
for-you-sponsor = it looks for a sponsor; you may stand up for it, or not
for-you-review = your review
for-you-question = a question to your team

## What we now believe

believed-title = What we now believe
believed-nothing = Nothing was written down yet. The first learning of the first experiment stands here.
believed-untied = Not tied to a promise yet
believed-untied-list = { $count ->
    [one] One learning is not tied to a promise yet.
   *[other] { $count } learnings are not tied to a promise yet.
  }
believed-all = All { $count } of them
believed-more = and { $count } more
believed-open = Nothing learned yet about: { $promises }
believed-for = for: { $what }
believed-against = against: { $what }
believed-none = none
believed-untried = nothing tried yet
known-chance = { $count } by lot
known-over_time = { $count } over time
known-noticed = { $count } noticed

## What surprised us

surprised-title = What surprised us
surprised-order = What was walked back first, then the rest; each the newest first.
list-unknown = There is no list at this address. “What we know” leads to all of them.
surprised-nothing = Nothing so far. What was walked back, and what turned out otherwise than expected, stands here.
surprised-more-told = More was walked back than in the twelve weeks before. That is people telling.
surprised-walked_back = walked back, { $day }
surprised-not-told = Its team has not told yet what it learned.
surprised-told = told, { $day }
surprised-all = All { $count } surprises
surprised-list = { $count ->
    [one] One experiment surprised us.
   *[other] { $count } experiments surprised us.
  }
never-met-counted = At least { $never } of our { $customers } customers never met it: the pilot counted { $met } who did.
never-met-planned = At least { $never } of our { $customers } customers never met it: it was planned for at most { $met }.
never-met-nobody = None of our { $customers } customers met it.
cost-in-one-sentence = { cost-estimated } { cost-signed }: { $how }

## What waits

waiting-title = What waits
waiting-nothing = Nothing waits.
waiting-doors = { $count ->
    [one] One one-way door on its way
   *[other] { $count } one-way doors on their way
  }
waiting-guardrails = { $count ->
    [one] One running pilot touches a guardrail
   *[other] { $count } running pilots touch a guardrail
  }
waiting-questions = { $count ->
    [one] One team was asked something
   *[other] { $count } teams were asked something
  }
waiting-more = and { $count } more
waiting-sponsor = It looks for a sponsor, somebody who stands up for it.
waiting-since = { $days ->
    [0] Handed in today.
    [one] Handed in yesterday.
   *[other] Handed in { $days } days ago.
  }
waiting-turn-reviews = The reviews are coming in.
waiting-turn-answer = All reviews are in; the reviewers answer next.
waiting-turn-team = One thing is asked of its team.
waiting-passed = “{ $metric }” is worse by { $worse } with “{ $arm }”; its margin is { $margin }.
waiting-walk-back = The rules say: walk back. { $why }
waiting-not-sure = It may still be chance; its team reads on.

## Where we decide blind

blind-lead = The best evidence that we have for each stage of the journey and each channel. Tap one to see what was tried there.
blind-nobody = nobody has tried anything here
blind-best = { $grade } ({ $count ->
    [one] one experiment
   *[other] { $count } experiments
  })
blind-placeless = { $count ->
    [one] One experiment was tried without saying where in the journey, or in which channel.
   *[other] { $count } experiments were tried without saying where in the journey, or in which channel.
  }

## How healthy the trying is

trying-lead = Five figures about how we try, for the organisation as a whole. None says what came of it: whoever tries more walks more back, and tells of it.
trying-about = { $count ->
    [one] They are about the one experiment that was decided { $span }.
   *[other] They are about the { $count } experiments that were decided { $span }.
  }
trying-too-few = Fewer than five people stand behind these figures so far. They are shown from five on, so that they tell of nobody.
trying-hidden-periods = A period of twelve weeks is shown by itself where five people or more stand behind it, and where it gives no smaller group away.
trying-span = from { $first } to { $last }
trying-range = By twelve weeks: from { $lowest } % to { $highest } %.
trying-two_way-title = Two-way doors
trying-two_way = { $count } of { $of } were two-way doors.
trying-to_start-title = From idea to start
trying-to_start = Half of them took { $fewest } to { $most } days (of { $of }).
trying-to_learning-title = From end to learning
trying-to_learning = Half of them took { $fewest } to { $most } days (of { $of }).
trying-to_learning-open = Half of them took { $fewest } days or more; some have not told yet (of { $of }).
trying-to_learning-not_yet = Most have not told yet (of { $of }).
trying-surprise-title = Told a surprise
trying-surprise = { $count } of { $of } told what surprised them.
trying-next_step-title = Named a next step
trying-next_step = { $count } of { $of } named a next small step.
