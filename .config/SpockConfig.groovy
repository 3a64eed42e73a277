import java.time.Duration

timeout {
    globalTimeout Duration.ofSeconds(30)
    applyGlobalTimeoutToFixtures true
}
