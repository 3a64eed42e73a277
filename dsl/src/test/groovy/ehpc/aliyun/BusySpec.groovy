package ehpc.aliyun

import ehpc.api.ApiException
import ehpc.api.Catalogue
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Every connection to a host is taken by an answer that trickles and does not end. */
class BusySpec extends Specification {

    static final Catalogue CATALOGUE = Catalogue.ehpc()

    CountDownLatch taken = new CountDownLatch(64)

    @AutoCleanup
    RawLoopback trickling = new RawLoopback({ Socket socket ->
        socket.outputStream.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n'.bytes)
        taken.countDown()
        while (true) {
            socket.outputStream.write(32)
            sleep(200)
        }
    })

    @AutoCleanup
    AliyunTransport transport = AliyunTransport.builder().endpoint(trickling.url).environment([:]).accessKey('i', 'very-secret')
            .connectTimeout(Duration.ofSeconds(1)).readTimeout(Duration.ofSeconds(1)).build()

    @AutoCleanup('shutdownNow')
    ExecutorService threads = Executors.newFixedThreadPool(64)

    def setup() {
        64.times { threads.execute { take() } }
        assert taken.await(25, TimeUnit.SECONDS)
    }

    /** A crowded machine may need more than one attempt to connect in time. */
    void take() {
        while (taken.count > 0 && failure().kind() == ApiException.Kind.UNREACHABLE) {
            Thread.yield()
        }
    }

    ApiException failure() {
        try {
            transport.send(CATALOGUE.operation('InvokeShellCommand').request())
            throw new AssertionError('it must fail')
        } catch (ApiException e) {
            return e
        }
    }

    def 'a request that finds no free connection in time was not sent'() {
        when:
        ApiException e = failure()

        then:
        e.kind() == ApiException.Kind.UNREACHABLE
        e.detail() == "all 64 connections to 127.0.0.1:$trickling.port were busy for 2 s"
        trickling.requests.get() == 64
    }

    def 'a thread that is interrupted while it waits for a connection stays interrupted, and sends nothing'() {
        given:
        Thread waiting = Thread.currentThread()
        Thread.startDaemon {
            while (waiting.state != Thread.State.TIMED_WAITING) {
                sleep(10)
            }
            waiting.interrupt()
        }

        when:
        ApiException e = failure()

        then:
        Thread.interrupted()
        e.kind() == ApiException.Kind.UNREACHABLE
        e.detail() == 'interrupted before it was sent'
        trickling.requests.get() == 64
    }
}
