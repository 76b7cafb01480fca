# Levers on a page: what each keeps of the learning, and what is said while they are pulled.
# Their titles, changes and promises are in door.ftl.

lever-start_small-keeps = You still see whether people like it, and what goes wrong first. A small difference in numbers stays hidden until you go on.
lever-end_date-keeps = You learn what four weeks can show. What comes later, such as habits and seasons, waits for the next round.
lever-trial_wording-keeps = You learn as much as before. People may be kinder to something that they know is a trial.
lever-cap_money-keeps = You learn as much for the same money, until the cap is reached.
lever-early_signal-keeps = You learn as much, and sooner what hurts.
lever-switch-keeps = You learn as much, and the old way beside it shows the difference.
lever-opt_in-keeps = You learn how it is for those who wanted it. Others may feel otherwise.
lever-keep_data-keeps = You learn as much. To try the restore once teaches something of its own.
lever-volunteers-keeps = You learn how it goes with colleagues who like to try. Others may need more time.
lever-exit_clause-keeps = You learn as much, and how the partner works when it matters.

levers-offered = It could be a smaller step. This would make it a plain two-way door:
levers-second = Or this:
levers-do-all = We do all of this
levers-accepted = You agreed on this
levers-none-here = With what is possible here, no change of size makes this a two-way door. Change what it does.
lever-promise = The promise: { $promise }
lever-possible = Is this possible here?
lever-do = Yes, we do it
lever-not-here = Not here
lever-take-back = Take it back
lever-is-not-here = Not possible here: { $lever }
lever-possible-after-all = It is possible
promises-title = What you hold yourselves to while it runs:
