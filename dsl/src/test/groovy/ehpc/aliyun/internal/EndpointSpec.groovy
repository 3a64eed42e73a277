package ehpc.aliyun.internal

import ehpc.aliyun.AliyunTransport
import spock.lang.Specification

class EndpointSpec extends Specification {

    def '#text is #host at #port, secure: #secure'() {
        when:
        Endpoint endpoint = Endpoint.parse(text)

        then:
        endpoint.host() == host
        endpoint.port() == port
        endpoint.secure() == secure
        endpoint.toString() == shown

        where:
        text                                     || host                              | port  | secure | shown
        'ehpc.cn-hangzhou.aliyuncs.com'          || 'ehpc.cn-hangzhou.aliyuncs.com'   | 443   | true   | 'ehpc.cn-hangzhou.aliyuncs.com'
        'EHPC.cn-hangzhou.aliyuncs.com:8443'     || 'ehpc.cn-hangzhou.aliyuncs.com'   | 8443  | true   | 'ehpc.cn-hangzhou.aliyuncs.com:8443'
        'https://ehpc.cn-hangzhou.aliyuncs.com/' || 'ehpc.cn-hangzhou.aliyuncs.com'   | 443   | true   | 'ehpc.cn-hangzhou.aliyuncs.com'
        '127.0.0.1:18080'                        || '127.0.0.1'                       | 18080 | false  | '127.0.0.1:18080'
        'http://127.0.0.1:18080'                 || '127.0.0.1'                       | 18080 | false  | '127.0.0.1:18080'
        'http://127.8.9.10'                      || '127.8.9.10'                      | 80    | false  | '127.8.9.10'
        'https://127.0.0.1:18443'                || '127.0.0.1'                       | 18443 | true   | '127.0.0.1:18443'
        'localhost:18080'                        || 'localhost'                       | 18080 | false  | 'localhost:18080'
        'HTTP://LocalHost:18080'                 || 'localhost'                       | 18080 | false  | 'localhost:18080'
        '[::1]:18080'                            || '[::1]'                           | 18080 | false  | '[::1]:18080'
        'http://[0:0:0:0:0:0:0:1]:18080'         || '[0:0:0:0:0:0:0:1]'               | 18080 | false  | '[0:0:0:0:0:0:0:1]:18080'
        '10.0.0.7'                               || '10.0.0.7'                        | 443   | true   | '10.0.0.7'
    }

    def 'endpoint #text is refused'() {
        when:
        AliyunTransport.builder().endpoint(text)

        then:
        IllegalArgumentException e = thrown()
        e.message == message

        where:
        text                                   || message
        'http://ehpc.cn-hangzhou.aliyuncs.com' || "endpoint must be https, except on this machine, is 'http://ehpc.cn-hangzhou.aliyuncs.com'; did you mean 'https://ehpc.cn-hangzhou.aliyuncs.com'?"
        'http://10.0.0.7:80'                   || "endpoint must be https, except on this machine, is 'http://10.0.0.7:80'; did you mean 'https://10.0.0.7:80'?"
        'http://127.0.0.1.evil.com'            || "endpoint must be https, except on this machine, is 'http://127.0.0.1.evil.com'; did you mean 'https://127.0.0.1.evil.com'?"
        'http://[2001:db8::1]'                 || "endpoint must be https, except on this machine, is 'http://[2001:db8::1]'; did you mean 'https://[2001:db8::1]'?"
        'ftp://ehpc.cn-hangzhou.aliyuncs.com'  || "endpoint must be https, is 'ftp://ehpc.cn-hangzhou.aliyuncs.com'"
        'https://host/path'                    || "endpoint must be a host or a URL, such as ehpc.cn-hangzhou.aliyuncs.com; is 'https://host/path'"
        'https://host?x=y'                     || "endpoint must be a host or a URL, such as ehpc.cn-hangzhou.aliyuncs.com; is 'https://host?x=y'"
        'https://host:99999'                   || "endpoint must be a host or a URL, such as ehpc.cn-hangzhou.aliyuncs.com; is 'https://host:99999'"
        'two words'                            || "endpoint must be a host or a URL, such as ehpc.cn-hangzhou.aliyuncs.com; is 'two words'"
        ''                                     || "endpoint must be a host or a URL, such as ehpc.cn-hangzhou.aliyuncs.com; is ''"
        'https://me:secret@host'               || 'endpoint must be a host or a URL, such as ehpc.cn-hangzhou.aliyuncs.com, without user and password'
    }

    def 'a URI is taken as well'() {
        when:
        AliyunTransport.builder().endpoint(URI.create('http://10.0.0.7'))

        then:
        thrown(IllegalArgumentException)
    }

    def '#host is this machine: #here'() {
        expect:
        new Endpoint(true, host, 443).loopback() == here

        where:
        host                || here
        'localhost'         || true
        'a.localhost'       || true
        '127.0.0.1'         || true
        '[::1]'             || true
        '[0:0:0:0:0:0:0:1]' || true
        '[::2]'             || false
        '[2001:db8::1]'     || false
        'localhost.evil'    || false
        '128.0.0.1'         || false
    }
}
