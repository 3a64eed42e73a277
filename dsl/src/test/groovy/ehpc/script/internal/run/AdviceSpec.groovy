package ehpc.script.internal.run

import ehpc.api.ApiException
import ehpc.api.Catalogue
import spock.lang.Specification

/** What may be done about a failure. */
class AdviceSpec extends Specification {

    def 'a request that never left is safe to send again: #detail'() {
        expect:
        Advice.on(ApiException.unreachable(Catalogue.ehpc().operation('ListClusters'), detail, null)) == [
            'nothing was done by this call; it is safe to try again',
            "next: $next",
        ]*.toString()

        where:
        detail                                    | next
        'connection refused'                      | 'check the network, the region and --endpoint'
        'no usable credentials; set ALIBABA_...'  | 'ehpc whoami, to see where credentials were looked for'
    }
}
