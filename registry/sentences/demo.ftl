# The demo: a made-up year for an empty registry.

demo-not-empty = This registry already holds something, so nothing was added. Set REGISTRY_HOME to a new folder and fill the demo there.
demo-interrupted = The demo stopped at “{ $story }”: { $problem } What was told before it stays. Set REGISTRY_HOME to a new folder and try again there.

cli-demo-help = fill an empty registry with the experiments of a made-up organisation
cli-demo-filled = { $experiments ->
    [one] The registry now holds { $experiments } experiment. Start the app with “make run” to look around.
   *[other] The registry now holds { $experiments } experiments. Start the app with “make run” to look around.
}
