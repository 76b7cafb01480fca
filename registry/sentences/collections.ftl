# Reading lists: read, made, changed.

page-collection = Reading lists
page-collection-title = Reading lists
page-collection-lead = What to read first about something, picked by hand by a colleague.
collection-none = There is no reading list yet. The first one can be yours.
collection-make = Make a reading list
collection-make-now = Make it
collection-title-field = What is it about?
collection-title-example = Read these first about returns
collection-lead-field = What is it for? (optional)
collection-lead-example = For whoever plans something around returns; half an hour together.
collection-count = { $count ->
    [0] nothing on it yet
    [one] { $count } experiment
   *[other] { $count } experiments
  }
collection-unknown-title = No such reading list
collection-all = All reading lists
collection-empty = Nothing stands on this list yet.
collection-no-learning = Nobody has written down yet what it taught.
collection-why = Why it stands here: { $why }
collection-text-line = { $number }. { $code }, { $title }
collection-text-standing = Standing: { $standing }
collection-copy = Copy as text
collection-edit = Change this list
collection-save-words = Save the words
collection-up = Move { $code } up
collection-off = Take { $code } off
collection-why-field = Why does { $code } stand here? (optional)
collection-why-save = Save why
collection-add-code = Experiment
collection-add-why = Why does it stand here? (optional)
collection-add = Put it on the list
collection-moved-on = Somebody changed this list since you opened it. What you type here can still be read off; show the list as it is now before you save.
collection-show-now = Show it as it is now
collection-offer = Put on a reading list
collection-offer-which = Which list?
collection-offer-new = A new list
collection-offer-done = Put on “{ $title }”.
collection-offer-stands = It stands on:
collection-open = Reading lists
