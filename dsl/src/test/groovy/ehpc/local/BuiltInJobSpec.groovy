package ehpc.local

class BuiltInJobSpec extends JobContract {

    @Override
    LocalOptions options() {
        LocalOptions.defaults().withExecution(ExecutionMode.HOST).withScheduler(SchedulerMode.BUILT_IN)
    }
}
