# Ten cases to practise on: somebody's idea, one's own answers, and the case's beside them.

case-not-toml = The case “{ $file }” is not well-formed TOML: { $problem }. Correct that line.
case-misfit = The case “{ $file }” cannot be used. { $where }: { $problem }.
case-refused = The case “{ $file }” cannot be used. { $problem }
case-answer-missing = The case “{ $file }” has to say “{ $question }” once: as an answer, or under “unknown”.
case-unknown-question = The case “{ $file }” names “{ $question }”, which is no risk question. Correct its name.
case-asks-otherwise = The case “{ $file }” has to ask { $count } different questions first.
case-says-nothing = The case “{ $file }” says nothing under “{ $where }”. Add a sentence.
case-other-door = The case “{ $file }” says that its door is { $said }; the policy makes it { $found }. Look at its answers again.
case-not-smaller = The case “{ $file }” says what would make it smaller; with that the policy makes it { $found }. Look at “instead” again.

## The page

page-cases = Practise
page-cases-title = Ten examples to practise on
page-cases-lead = Other people’s ideas, made up. Answer as you would, and then look at the answers beside yours. Nothing of it is kept, and nobody else sees it.
field-case = Which one?
cases-choose = choose one
cases-whose = The idea of { $name }.
field-case-questions = How many questions?
cases-five = The five that matter
cases-all = All fourteen
cases-five-means = Of the nine others, the example’s own answers are taken.
cases-show = Show the answers beside mine
cases-your-door = Your door
cases-their-door = The example’s door
cases-why = What it is, and why
cases-smaller = What would make it smaller
cases-smaller-is = Then it is:
cases-other-policy = Under the policy of your organisation this example is another door than when it was written.
cases-differ = { $count ->
    [0] You answered as the example does.
    [one] One answer differs
   *[other] { $count } answers differ
 }
cases-differ-means = Neither has to be right. Whoever knows the place better may know the answer better.
cases-same = { $count ->
    [one] One answer is the same
   *[other] { $count } answers are the same
 }
cases-others = The { $count } other answers
cases-yours = You: { $answer }
cases-theirs = The example: { $answer }
