# People: who is here, what one says about oneself, and what stewards do for others.

people-stewards = { $count ->
    [one] { $names } looks after this registry. Ask there about roles, and about anything that seems wrong.
   *[other] These look after this registry: { $names }. Ask one of them about roles, and about anything that seems wrong.
  }
people-say-team = Say which team you work in and what you do there, so that your colleagues can go on where you stop.
people-yourself = You: { $line }
people-search = Find somebody by name, team, function or role
people-nobody = Nobody here fits all of these words. Try fewer words, or the beginning of one.
people-gone = not here any more

people-role-reviewer = Reviewer
people-role-leader = Leader
people-role-steward = Steward
people-role-reviewer-means = Reviewer: looks at one-way doors that other teams propose
people-role-leader-means = Leader: looks at what the company has learned
people-role-steward-means = Steward: looks after people, backups and what the organisation says about itself

field-person_name = Name
field-person_email = E-mail address at work
field-person_email-why = It connects them to their first sign-in, so it has to be the one they sign in with.
field-person_team = Team
field-person_function = Function
field-person_choose = Choose
field-person_another = Another one …
field-person_team-new = What is the team called?
field-person_function-new = What is the function called?

people-add = Add somebody before they sign in
people-add-now = Add
people-added = { $name } is here now.
people-gone-now = Mark as gone
people-gone-means = Mark somebody as gone when they work here no more: their sign-ins end, and what they wrote stays.
people-back-now = They are back
people-end-sign-ins = End their sign-ins
people-sign-ins-ended = { $name } has to sign in again, in every browser.
people-close = Close

person-email-shape = An e-mail address looks like anna@example.org. Please correct it, and add them again.
person-local-stays = { $name } is how this registry is opened while nobody signs in, so they stay. Set up sign-in first (docs/sign-in.md).
people-steward-moves = A steward can change it.
