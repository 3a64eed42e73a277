package ehpc.repl.internal.shell

import java.util.concurrent.CountDownLatch
import spock.lang.Specification
import spock.lang.Timeout

/** One thing at a time, and Ctrl-C. */
@Timeout(300)
class ForegroundTaskSpec extends Specification {

    private final ForegroundTask work = new ForegroundTask()

    def 'a thing is waited for to its end'() {
        given:
        List<String> done = []

        expect:
        work.run({ done << 'it' }, { done << 'told' }, { done << 'lasting' }) == ForegroundTask.End.DONE
        done == ['it']
        !work.interrupted
    }

    def 'a first Ctrl-C reports the commands that continue, then interrupts'() {
        given:
        List<String> heard = [].asSynchronized()
        CountDownLatch begun = new CountDownLatch(1)
        Thread keys = Thread.start {
            begun.await()
            work.interrupt()
        }

        when:
        ForegroundTask.End end = work.run({
            begun.countDown()
            try {
                new CountDownLatch(1).await()
            } catch (InterruptedException ignored) {
                heard << 'interrupted'
            }
        }, { heard << 'told' }, { heard << 'lasting' })

        then:
        end == ForegroundTask.End.INTERRUPTED
        heard == ['told', 'interrupted']
        work.interrupted

        cleanup:
        keys.join()
    }

    def 'a second Ctrl-C abandons a task that ignores the first'() {
        given:
        CountDownLatch begun = new CountDownLatch(1)
        CountDownLatch go = new CountDownLatch(1)
        Thread keys = Thread.start {
            begun.await()
            work.interrupt()
            work.interrupt()
        }

        when:
        ForegroundTask.End end = work.run({
            begun.countDown()
            boolean free = false
            while (!free) {
                try {
                    go.await()
                    free = true
                } catch (InterruptedException ignored) {
                    free = false
                }
            }
        }, { }, { })

        then:
        end == ForegroundTask.End.ABANDONED

        cleanup:
        go.countDown()
        keys.join()
    }

    def 'Ctrl-C while nothing is done does nothing'() {
        when:
        work.interrupt()

        then:
        work.run({ }, { }, { }) == ForegroundTask.End.DONE
    }

    def 'a task that continues after Ctrl-C is reported, and awaited'() {
        given:
        CountDownLatch begun = new CountDownLatch(1)
        CountDownLatch go = new CountDownLatch(1)
        List<String> heard = [].asSynchronized()
        Thread keys = Thread.start {
            begun.await()
            work.interrupt()
        }

        when:
        ForegroundTask.End end = work.run({
            begun.countDown()
            while (go.count > 0) {
                try {
                    go.await()
                } catch (InterruptedException ignored) {
                    heard << 'interrupted'
                }
            }
        }, { heard << 'told' }, {
            heard << 'lasting'
            go.countDown()
        })

        then:
        end == ForegroundTask.End.INTERRUPTED
        heard == ['told', 'interrupted', 'lasting']

        cleanup:
        keys.join()
    }
}
