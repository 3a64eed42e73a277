package ehpc.aliyun.internal

import ehpc.aliyun.AliyunTransport
import java.time.Duration
import spock.lang.Specification

class TimeoutsSpec extends Specification {

    def '#value is no time to wait'() {
        when:
        AliyunTransport.builder().readTimeout(value)

        then:
        IllegalArgumentException read = thrown()
        read.message == "read timeout must be from 1 ms to 24 days, is $value"

        when:
        AliyunTransport.builder().connectTimeout(value)

        then:
        IllegalArgumentException connect = thrown()
        connect.message == "connect timeout must be from 1 ms to 24 days, is $value"

        where:
        value << [Duration.ZERO, Duration.ofNanos(1), Duration.ofSeconds(-1), Duration.ofDays(25), Duration.ofSeconds(Long.MAX_VALUE)]
    }

    def '#value is written #text'() {
        expect:
        Timeouts.text(value) == text

        where:
        value                   || text
        Duration.ofMillis(1)    || '1 ms'
        Duration.ofMillis(1500) || '1500 ms'
        Duration.ofSeconds(60)  || '60 s'
        Duration.ofDays(24)     || '2073600 s'
    }
}
