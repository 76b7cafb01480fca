# Why it is that door: one sentence for each question and level, said of the worst it could be.

reason-nothing = Nothing in the answers speaks against just trying it: little can be lost, and the way back is short.

reason-exposure-1 = Up to { $at_most } % of the customers it is meant for will meet it, so a mistake would reach more than a handful.
reason-exposure-2 = Up to { $at_most } % of the customers it is meant for will meet it, so a mistake would be widely felt.
reason-exposure-3 = Up to { $at_most } % of the customers it is meant for will meet it, so a mistake would reach many at once.
reason-exposure-4 = More than { $more_than } % of the customers it is meant for will meet it, so most of them would feel a mistake.
reason-exposure-unknown = Nobody has said yet what share of customers will meet it. Until then we assume the worst.

reason-people-1 = Up to { $at_most } customers could meet it before you decide again.
reason-people-2 = Up to { $at_most } customers could meet it before you decide again: more than we could call back one by one.
reason-people-3 = Up to { $at_most } customers could meet it before you decide again: as many as live in a town.
reason-people-4 = More than { $more_than } customers could meet it before you decide again.
reason-people-unknown = Nobody has said yet how many customers will meet it. Until then we assume the worst.

reason-undo_time-1 = It could take up to a day until everyone has the old experience back.
reason-undo_time-2 = It could take up to a week until everyone has the old experience back.
reason-undo_time-3 = It could take up to a month until everyone has the old experience back.
reason-undo_time-4 = Going back could take longer than a month, or never be possible.
reason-undo_time-unknown = Nobody has said yet how long going back would take. Until then we assume the worst.

reason-undo_cost-1 = Putting it back could cost petty cash: up to { revenue-at-most }.
reason-undo_cost-2 = Putting it back could cost as much as a month of a store’s margin: up to { revenue-at-most }.
reason-undo_cost-3 = Putting it back could cost a budget that somebody would have to find: up to { revenue-at-most }.
reason-undo_cost-4 = Putting it back could dent the year’s result: more than { revenue-more-than }.
reason-undo_cost-unknown = Nobody has said yet what putting it back would cost. Until then we assume the worst.
reason-undo_cost-no-revenue = We know what putting it back could cost, but not the yearly revenue to compare it with. Until then we assume the worst.

reason-money_at_risk-1 = If it goes badly we could lose petty cash before we stop: up to { revenue-at-most }.
reason-money_at_risk-2 = If it goes badly we could lose as much as a month of a store’s margin before we stop: up to { revenue-at-most }.
reason-money_at_risk-3 = If it goes badly we could lose a budget that somebody would have to explain: up to { revenue-at-most }.
reason-money_at_risk-4 = If it goes badly we could lose more than { revenue-more-than } before we stop.
reason-money_at_risk-unknown = Nobody has said yet how much we could lose before we stop. Until then we assume the worst.
reason-money_at_risk-no-revenue = We know how much we could lose, but not the yearly revenue to compare it with. Until then we assume the worst.

reason-harm-1 = At its worst it could annoy a customer and cost them minutes.
reason-harm-2 = At its worst it could cost a customer money, time or trust that we would have to make good.
reason-harm-3 = At its worst it could do a customer harm that lasts: to health, safety, an essential service, their means or their dignity.
reason-harm-unknown = Nobody has said yet what the worst is that it could do to a customer. Until then we assume the worst.

reason-law-1 = { $bound ->
    [yes] At most the usual rules apply, or customers’ data is used as it was before.
   *[no] The usual rules apply, or customers’ data is used as it was before.
 }
reason-law-2 = It could touch a law: data for a new purpose, words that a rule prescribes, or a right in dispute.
reason-law-3 = The law could stand in the way: specially protected data, a decision by software that matters, or something not allowed.
reason-law-unknown = Nobody has said yet whether a law, a regulator or privacy comes into it. Until then we assume the worst.

reason-promise-1 = The people taking part could expect what the trial offers them.
reason-promise-2 = People could hold us to it until the end date or the exit, for it is public or in a contract.
reason-promise-3 = People could believe it is promised for good, or miss a promise we take away.
reason-promise-unknown = Nobody has said yet what people will believe we have promised. Until then we assume the worst.

reason-data-1 = Data that customers have with us could be out of their sight for a while.
reason-data-2 = Data that customers have with us could be erased, even if it is worth little to them.
reason-data-3 = Data that customers value, or are owed, could be erased.
reason-data-unknown = Nobody has said yet what happens to customers’ data. Until then we assume the worst.

reason-spotlight-1 = A few people outside could post about it.
reason-spotlight-2 = The press could plausibly write about it.
reason-spotlight-3 = It could make a headline, or touch what the brand stands for.
reason-spotlight-unknown = Nobody has said yet who outside would talk about it. Until then we assume the worst.

reason-detection-1 = It could hurt for up to a week before we see it.
reason-detection-2 = It could hurt for up to a month before we see it, or we would see it only by a detour.
reason-detection-3 = It could hurt for longer than a month before we see it, or our own figure would hide it.
reason-detection-unknown = Nobody has said yet how soon we would see that it hurts. Until then we assume the worst.

reason-colleagues-1 = The people who do the work could have to change a habit.
reason-colleagues-2 = The people who do the work could get other tools, shifts, targets or training.
reason-colleagues-3 = The people who do the work could lose pay, jobs or skills.
reason-colleagues-unknown = Nobody has said yet what changes for the people who do the work. Until then we assume the worst.

reason-undo_control-1 = Another team here may have to help before it can be undone.
reason-undo_control-2 = A partner, the works council or the supply chain may have to agree before it can be undone.
reason-undo_control-3 = Somebody outside, such as a regulator or the customers themselves, may have to agree or come back before it can be undone.
reason-undo_control-unknown = Nobody has said yet who must agree for it to be undone. Until then we assume the worst.

reason-duration_days-1 = It could run for up to { $at_most } days before anybody decides.
reason-duration_days-2 = It could run for up to { $at_most } days before anybody decides.
reason-duration_days-3 = It could run for more than { $more_than } days, or for good, before anybody decides.
reason-duration_days-unknown = Nobody has said yet when you will decide. Until then we assume the worst.

# An amount's border: in money where the yearly revenue is known.
revenue-at-most = { $in_money ->
    [yes] { $at_most_money } ({ $at_most } % of yearly revenue)
   *[no] { $at_most } % of yearly revenue
 }
revenue-more-than = { $in_money ->
    [yes] { $more_than_money } ({ $more_than } % of yearly revenue)
   *[no] { $more_than } % of yearly revenue
 }

## Knock-outs: what makes it one-way by itself. “-possible” while an open answer may still rule it out.

knockout-harm = It could harm a customer lastingly. Stopping would not undo that, so it is a one-way door by itself.
knockout-harm-possible = Nobody has ruled out lasting harm to a customer. If it can happen, it is a one-way door by itself.
knockout-law = Specially protected data, an automated decision that matters, or something probably not allowed: each makes it a one-way door by itself.
knockout-law-possible = Nobody has ruled out protected data, an automated decision that matters, or something not allowed. Each would make it a one-way door by itself.
knockout-data = Something customers value or are owed is erased. It cannot be brought back, so it is a one-way door by itself.
knockout-data-possible = Nobody has ruled out that data customers value is erased. If it is, it is a one-way door by itself.
knockout-promise = It sounds like a promise without an end, and it is too big to take back quietly: many customers or much money. That is a one-way door by itself.
knockout-promise-possible = Nobody has ruled out an endless promise to many customers, or about much money. If it is one, it is a one-way door by itself.
knockout-no_way_back = There is no way back within a month, and what stays behind is serious. Both together are a one-way door.
knockout-no_way_back-possible = Nobody has ruled out that there is no way back and that what stays behind is serious. If both are so, it is a one-way door.
knockout-not_ours_to_undo = Somebody outside must want to undo it with us, and meanwhile it would hurt. Both together are a one-way door.
knockout-not_ours_to_undo-possible = Nobody has ruled out that undoing it is up to somebody outside while it hurts. If that is so, it is a one-way door.
knockout-money = If it goes badly, the loss would be felt in the year’s result. That is a one-way door by itself.
knockout-money-possible = Nobody has ruled out a loss that the year’s result would feel. If it can happen, it is a one-way door by itself.
knockout-colleagues = Colleagues lose pay, jobs or skills. A stop does not give those back, so it is a one-way door by itself.
knockout-colleagues-possible = Nobody has ruled out that colleagues lose pay, jobs or skills. If they do, it is a one-way door by itself.
knockout-brand = It is headline material in front of many customers. Both together are a one-way door.
knockout-brand-possible = Nobody has ruled out a headline in front of many customers. If it comes to that, it is a one-way door.
# Of a policy that an organisation wrote for itself, in its own words.
knockout-own = { $says } That makes it a one-way door by itself.
knockout-own-possible = Nobody has ruled this out yet: { $says } If it is so, it is a one-way door by itself.
