# What looks like somebody's personal data in words that will stay: pointed at before it is saved.

personal-email = { $count ->
    [one] This looks like an e-mail address. Does the story need it?
   *[other] These look like e-mail addresses. Does the story need them?
  }
personal-phone = { $count ->
    [one] This looks like a phone number. Does the story need it?
   *[other] These look like phone numbers. Does the story need them?
  }
personal-card = { $count ->
    [one] This looks like the number of a payment card. Does the story need it?
   *[other] These look like numbers of payment cards. Does the story need them?
  }
personal-account = { $count ->
    [one] This looks like a bank account. Does the story need it?
   *[other] These look like bank accounts. Does the story need them?
  }
personal-more = and { $count } more
personal-not-saved = It is not saved yet. Take it out, or press “{ $button }” and it stays.
personal-look-above = One of the texts above holds something that looks personal; it is pointed at beneath its field. Press once more to go on with it as it is.
save-as-it-is = Save as it is
