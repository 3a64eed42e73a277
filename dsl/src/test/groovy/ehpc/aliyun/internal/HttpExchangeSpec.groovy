package ehpc.aliyun.internal

import ehpc.aliyun.RawLoopback
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The one connection that is allowed is taken by an answer that trickles. */
class HttpExchangeSpec extends Specification {

    CountDownLatch taken = new CountDownLatch(1)

    @AutoCleanup
    RawLoopback trickling = new RawLoopback({ Socket socket ->
        socket.outputStream.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n'.bytes)
        taken.countDown()
        100.times {
            socket.outputStream.write(32)
            sleep(100)
        }
    })

    @AutoCleanup
    HttpExchange wire = new HttpExchange(new Timeouts(Duration.ofMillis(100), Duration.ofMillis(2900)), [:], 1)

    def setup() {
        Thread.startDaemon { failure() }
        assert taken.await(20, TimeUnit.SECONDS)
    }

    Outgoing call() {
        new Outgoing(Endpoint.parse(trickling.url), 'GET', '/?Signature=secret', [:], new byte[0], '')
    }

    ExchangeFailed failure() {
        try {
            wire.exchange(call())
            throw new AssertionError('it must fail')
        } catch (ExchangeFailed e) {
            return e
        }
    }

    def 'a request that finds no free connection in time was not sent'() {
        when:
        ExchangeFailed e = failure()

        then:
        !e.sent()
        new ExchangeFailures(wire, call().endpoint()).text(e) == "every connection to 127.0.0.1:$trickling.port was busy for 3 s"
        trickling.requests.get() == 1
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
        ExchangeFailed e = failure()

        then:
        Thread.interrupted()
        !e.sent()
        new ExchangeFailures(wire, call().endpoint()).text(e) == 'interrupted before it was sent'
        trickling.requests.get() == 1
    }

    def 'what is to be sent shows no signature'() {
        expect:
        !call().toString().contains('secret')
    }
}
