# Whether the arms were alike before, and whether enough was drawn by lot.

check-balance-ok = The arms were about alike in “{ $covariate }” before: { $means }.
check-balance-warn = The arms were not alike in “{ $covariate }” before: { $means }. The lot alone hardly does that; find out how customers came into the arms before you decide.

## Groups: stores, agents or blocks of hours

check-burn-in = { $n ->
    [one] One of { $blocks } blocks came right after a switch and was left out, as planned.
   *[other] { $n } of { $blocks } blocks came right after a switch and were left out, as planned.
 }
check-cluster-largest = “{ $cluster }” has { $percent } % of the answers of “{ $arm }”. Where every customer counts the same, one group with more than half of them makes the numbers look surer than they are. Let every group count the same (weight = "cluster"), or read the numbers with care.
check-clusters-ok = Every arm has { $n } groups or more.
check-clusters-fail = { $n ->
    [0] “{ $arm }” has no group.
   *[other] “{ $arm }” has only one group. Whatever is special about it cannot be told from the change; take at least two, better four.
 }
check-clusters-few = “{ $arm }” has only { $n } groups. One odd group can turn the result; take at least four.
check-clusters-too-few = With { $of_control } groups in “{ $control }” and { $of_arm } in “{ $arm }”, an exact test cannot go below { $smallest }, however large the difference. Take at least four groups in each arm.
check-cluster-ratio-ok = The arms have the shares of groups that were planned.
check-cluster-ratio-warn = The arms are a little off the planned shares of groups: { $counts }. Look at how groups were assigned before you decide.
check-cluster-ratio-fail = The arms do not have the planned shares of groups: { $counts }. Something else than the lot decided which groups are in the data; find out what before you read the numbers.
