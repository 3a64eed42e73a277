package ehpc.aliyun.internal

import spock.lang.Specification

class ProxySpec extends Specification {

    def '#environment leads to #proxy'() {
        expect:
        Proxy.from(environment, Endpoint.parse(endpoint)).map { it.toString() }.orElse(null) == proxy

        where:
        environment                                                  | endpoint                   || proxy
        [:]                                                          | 'ehpc.x.aliyuncs.com'      || null
        [HTTPS_PROXY: '']                                            | 'ehpc.x.aliyuncs.com'      || null
        [HTTPS_PROXY: 'http://p:3128']                               | 'ehpc.x.aliyuncs.com'      || 'p:3128'
        [HTTPS_PROXY: 'p:3128']                                      | 'ehpc.x.aliyuncs.com'      || 'p:3128'
        [HTTPS_PROXY: 'https://p']                                   | 'ehpc.x.aliyuncs.com'      || 'p:443'
        [HTTPS_PROXY: 'http://me:secret@p']                          | 'ehpc.x.aliyuncs.com'      || 'p:80'
        [https_proxy: 'http://p:3128']                               | 'ehpc.x.aliyuncs.com'      || 'p:3128'
        [HTTPS_PROXY: 'http://p:1', https_proxy: 'http://q:2']       | 'ehpc.x.aliyuncs.com'      || 'p:1'
        [HTTP_PROXY: 'http://p:3128']                                | 'ehpc.x.aliyuncs.com'      || null
        [HTTPS_PROXY: 'http://p:1', NO_PROXY: 'ehpc.x.aliyuncs.com'] | 'ehpc.x.aliyuncs.com'      || null
        [HTTPS_PROXY: 'http://p:1', NO_PROXY: 'a, .aliyuncs.com']    | 'ehpc.x.aliyuncs.com'      || null
        [HTTPS_PROXY: 'http://p:1', NO_PROXY: '*.aliyuncs.com']      | 'ehpc.x.aliyuncs.com'      || null
        [HTTPS_PROXY: 'http://p:1', no_proxy: 'ALIYUNCS.com']        | 'ehpc.x.aliyuncs.com'      || null
        [HTTPS_PROXY: 'http://p:1', NO_PROXY: '*']                   | 'ehpc.x.aliyuncs.com'      || null
        [HTTPS_PROXY: 'http://p:1', NO_PROXY: 'yuncs.com,,']         | 'ehpc.x.aliyuncs.com'      || 'p:1'
        [HTTPS_PROXY: 'http://p:1']                                  | 'https://localhost:8443'   || null
        [HTTPS_PROXY: 'http://p:1']                                  | 'http://127.0.0.1:8080'    || null
    }
}
