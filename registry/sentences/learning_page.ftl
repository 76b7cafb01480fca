# Reading a learning: how firmly it stands, what speaks for and against it, when to look again, its family.

learning-none = Nobody has written down yet what { $code } taught. Its team can, on the experiment’s page.
learning-write = Write or revise
learning-of = The experiment: { $title }
learning-more-on-page = How firmly it stands, what would change our mind, who used it
learning-title-pictures = Pictures
learning-title-change_our_mind = What would change our mind
learning-title-look_again = When to look again
learning-look_again-on = Look again on { $day }.
learning-look_again-topic = Look again on { $day }: what is known about “{ $topic }” usually holds { $months ->
    [one] one month
   *[other] { $months } months
  }.
learning-look_again-none = No day is set. Whoever revises it can set one.

## How firmly it stands

standing-sum-title = How that is added up
standing-why = { $pro }, { $contra }.
standing-pro = { $n ->
    [0] nothing that was tried speaks for it yet
    [one] { $what } speaks for it
   *[other] { $what } speak for it
  }
standing-contra = { $n ->
    [0] nothing against it
   *[other] { $what } against it
  }
standing-and = { $first } and { $last }
standing-chance = { $n ->
    [one] one experiment by lot
   *[other] { $n } experiments by lot
  }
standing-over_time = { $n ->
    [one] one comparison over time
   *[other] { $n } comparisons over time
  }
standing-noticed = { $n ->
    [one] one that noticed it
   *[other] { $n } that noticed it
  }
standing-sum = An experiment by lot weighs { $chance }, a comparison over time { $over_time }, one that noticed { $noticed }. Together { $pro } for it and { $contra } against it. The difference makes it supported from { $supported }, and confirmed from { $confirmed } if at least one was by lot; with as much against it as for it, it is contradicted.

## What speaks for and against it

evidence-title = What speaks for it and against it
evidence-own = This experiment itself. It speaks for what it taught, whatever became of the change.
evidence-unsettled = Its comparison has settled nothing, so it weighs as noticed.
evidence-cited-on = { $grade }, cited on { $day }
evidence-of-family = It came out of this one: the same idea, with data of its own.
evidence-other-words = Said of an earlier wording.
evidence-grade-now = { $now } today. It counts as on the day it was cited.
evidence-anew = Count { $code } as it is known today
evidence-take-back = Take back { $code }
cite-title = Cite an experiment for or against it
cite-lead = Anybody may, and may take it back. Say in a sentence why.
cite-which = Which experiment? Its code, or words of it
cite-which-example = CX-17, or: card in the parcel
cite-found = Choose one
cite-none = No experiment that was tried has these words. Try others, or its code.
cite-speaks = It speaks
cite-why = Why?
cite-why-example = The same change, in another shop: nobody noticed.
cite = Cite it
cite-open = Choose an experiment, and whether it speaks for it or against it.

## Worth another look

look-title = Worth another look
today-look = Worth another look ({ $count })
look-date = Its day to look again was { $day }.
look-mind-yours = You said this would change your mind: “{ $words }”
look-mind-theirs = The team said this would change its mind: “{ $words }”
look-may-be = { $code } may be that ({ $day })
look-against = { $code } was cited against it on { $day }
look-mind = { $code } may be that ({ $day })
look-cites_against = { $code } cites it as speaking against its own learning ({ $day })
look-cites_for = { $code } cites it as speaking for its own learning ({ $day })
look-came_from = { $code }, which came out of it, taught something on { $day }
look-helped_by = { $code }, which it helped, taught something on { $day }
look-place = { $code }, about the same promise, taught something on { $day }
look-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
  }
look-still-holds = { $code } still holds
look-still-holds-help = One tap keeps the words and sets the next day to look again.

## Earlier wordings

revisions-title = Earlier wordings ({ $count })
revision-held = Looked at again on { $day }: it still held.
revision-changed = Until { $day } it said:

## Who used it

used-title = { $count ->
    [0] Who used it
    [one] It helped one experiment
   *[other] It helped { $count } experiments
  }
used-none = Nobody has said yet that it helped. Whoever builds on it can, on their own experiment’s page.

## The family tree

story-family = The family of this idea
family-this = { $code } · { $title } (this one)
family-line = { $code } · { $title }
family-child = → { $code } · { $title }
family-child-this = → { $code } · { $title } (this one)
family-again = stands further up, with what came out of it
family-rolls_out = rolls it out
family-tries_again = tries it again, changed
family-tries_bigger = tries it bigger
family-helped_by = was helped by it
family-cites_for = cites it as speaking for its own learning
family-cites_against = cites it as speaking against its own learning
family-cited_for = speaks for it
family-cited_against = speaks against it
family-more = { $count ->
    [one] One more belongs to this family, further away. Open one of these to see it.
   *[other] { $count } more belong to this family, further away. Open one of these to see them.
  }
family-copy = Copy as text
