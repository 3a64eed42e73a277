package ehpc.dsl

import ehpc.TestService
import ehpc.api.ApiException
import ehpc.api.Catalogue
import ehpc.script.Scripts
import spock.lang.Specification

/** The post-processing scripts that a block declares. */
class DeclaredScriptsSpec extends Specification {

    private final TestService service = new TestService(2)
    private final StringBuilder out = new StringBuilder()

    def 'a list whose answer was lost is not sent again at the end of its block'() {
        given:
        service.answers.SetPostScripts = { throw ApiException.lost(Catalogue.ehpc().operation('SetPostScripts'), 0, 'cut off', null, null) }

        when:
        Scripts.compile('s.ehpc', "cluster('ehpc-hz-test') { try { postScript 'https://a.b/c'; syncUsers() } catch (e) { println 'lost' } }")
                .over(service.ehpc()).output(out).run()

        then:
        out.toString() == 'lost\n'
        service.count('SetPostScripts') == 1
        service.count('SyncUsers') == 0
    }
}
