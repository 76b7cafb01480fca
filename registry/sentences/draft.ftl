# Two people on one draft: what was saved meanwhile, beside what stands on the page.

draft-saved-meanwhile = { $name } saved { $code } on { $day } at { $time }, while you were writing. What you typed is not kept yet. It stays on this page until you choose.
draft-saved-elsewhere = You saved { $code } in another window, on { $day } at { $time }. What you typed here is not kept yet. It stays on this page until you choose.
draft-look-below = { $code } was saved elsewhere while you were writing. Both versions stand at the end of this page.
draft-as-saved = As it is saved now
draft-as-typed = On this page
draft-changed-in-both = Changed in both
draft-changed-there = Changed only in the saved one
draft-changed-here = Changed only on this page
draft-nothing = (empty)
draft-at-most = at most
draft-keep-both = Keep both
draft-take-theirs = Take the saved one
draft-choice-means = “{ draft-keep-both }” puts the changes together; what was changed in both stays as it is on this page. “{ draft-take-theirs }” leaves out what you typed here since.
