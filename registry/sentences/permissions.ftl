# Who may do what: what is said to somebody who asks for what others do.

permission-team = { $has_team ->
    [0] whoever proposed it
   *[other] somebody of the team “{ $team }”
  }

not-allowed-propose = Only somebody who works here now may propose. Ask a steward if this is you.
not-allowed-look = Only somebody who works here now may look. Ask a steward if this is you.
not-allowed-cite = Only somebody who works here now may cite { $code }. Ask a steward if this is you.
not-allowed-thank = Only somebody who works here now may say thank you here. Ask a steward if this is you.
not-allowed-see_draft = Only { permission-team } or a steward can see { $code } until it is handed in. Ask them to hand it in, or look for another one.
not-allowed-edit = Only { permission-team } can change the proposal { $code }. Tell them what you would change.
not-allowed-submit = Only { permission-team } or a steward can hand { $code } in. Tell them that it seems ready to you.
not-allowed-review = Only a reviewer can review, and never what their own team proposed. A steward can make you a reviewer.
not-allowed-plan = Only { permission-team } or a steward can choose the plan of { $code }. Tell them what you would measure.
not-allowed-start = Only { permission-team } or a steward can start { $code }. Ask one of them.
not-allowed-amend = Only { permission-team } or a steward can change the plan of { $code }. Ask one of them.
not-allowed-note = Only { permission-team } or a steward can add to { $code }. Tell one of them what you saw.
not-allowed-stop = Only { permission-team } or a steward can stop { $code }. Tell one of them now if it hurts somebody.
not-allowed-read = Only { permission-team } or a steward can give the data of { $code }. Ask one of them.
not-allowed-decide = Only { permission-team } or a steward can decide on { $code }. Tell them what you think.
not-allowed-learn = Only { permission-team } or a steward can write down what { $code } taught. Tell them what you learned.
not-allowed-withdraw = Only { permission-team } or a steward can withdraw { $code }. Ask one of them.
not-allowed-describe_organisation = Only a steward can change what the organisation says about itself. The page “People” says who that is.
not-allowed-change_policy = Only a steward can change the policy. The page “People” says who that is.
not-allowed-give_roles = Only a steward can change somebody’s roles. The page “People” says who that is.
not-allowed-end_sign_ins = Only a steward can end somebody else’s sign-ins. The page “People” says who that is.
not-allowed-read_history = Only a steward can read the history of everything. Each experiment’s page shows its own.
not-allowed-redact = Only a steward can replace words that should not be here. The page “People” says who to tell.
not-allowed-back_up = Only a steward can make a backup. The page “People” says who that is.
not-allowed-restore = Only a steward can restore a backup. The page “People” says who that is.
not-allowed-fill_demo = Only a steward can fill the registry with made-up examples. The page “People” says who that is.

whose-team = { $has_team ->
    [0] Whoever proposed it
   *[other] The team “{ $team }”
  }
whose-step = { $stage ->
    [draft] { whose-team } is still writing this. Tell them what you would try.
    [in_review] { whose-team } proposed this one-way door. What is missing before it can start is said below.
    [not_yet] { whose-team } proposed this one-way door, and supplies the one thing that is missing.
    [cleared] { whose-team } can start this at any time. Tell them now if you see something that they do not.
    [running] { whose-team } runs this. Tell them what you see and hear.
    [to_decide] { whose-team } ran this, and decides next what happens with it. Tell them what you think.
    [to_learn] { whose-team } ran this, and writes down next what it taught.
    [learned] { whose-team } wrote down what this taught. Tell them if you know more.
   *[withdrawn] { whose-team } took this back before it started.
  }

person-last-steward = Somebody has to look after the registry. Make another person steward first, then change this.
person-without-name = A person needs a name. Write it, and save again.
person-has-left = { $name } was marked as gone, so nothing can be done in that name. A steward can change it under “People”.
person-unknown = There is nobody here called { $email }. The page “People” lists everybody.
person-email-taken = Somebody here has the address { $email } already. Look for them under “People”.
not-allowed-move_somebody = Only a steward can change a team or a function once it was said, because reviews hang on them. The page “People” says who that is.
