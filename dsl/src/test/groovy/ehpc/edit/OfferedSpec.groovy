package ehpc.edit

import ehpc.script.InteractiveSession
import ehpc.script.SessionContext
import spock.lang.Specification
import spock.lang.Timeout

/**
 * At every place of long scripts: no failure, and nothing is offered that the compiler would refuse there. Each build looks at some of
 * the places, the Maven profile campaign at all.
 */
@Timeout(7200)
class OfferedSpec extends Specification {

    private static final boolean CAMPAIGN = System.getProperty('ehpc.campaign') != null
    /** The same places in each build: what a build finds shall be from its change. */
    private static final long SEED = Long.getLong('ehpc.seed', 1)

    /** One place in so many is looked at. */
    private static final int OF_LONG = CAMPAIGN ? 1 : 60
    private static final int OF_CORPUS = CAMPAIGN ? 1 : 600

    private static final int OF_CLASSES = CAMPAIGN ? 1 : 15

    private static final String CLASSES = OfferedSpec.getResource('/ehpc/edit/classes.ehpc').text
    private static final String LONG = OfferedSpec.getResource('/ehpc/edit/long.ehpc').text

    def 'the scripts are right'() {
        expect:
        InteractiveSession.problems(LONG, SessionContext.EMPTY) == []
        new Document(LONG, SessionContext.EMPTY).completeness().complete
        InteractiveSession.problems(CLASSES, SessionContext.EMPTY) == []
    }

    def 'what is offered while the long script is written could be written'() {
        expect:
        all([LONG], OF_LONG, SessionContext.EMPTY)
    }

    def 'what is offered while the scripts of the corpus are written could be written'() {
        expect:
        all(Corpus.right().values(), OF_CORPUS, SessionContext.EMPTY)
    }

    def 'what is offered in a shell with a current cluster could be written'() {
        given:
        InteractiveSession session = new InteractiveSession()
        session.use('ehpc-hz-localdemo1')
        String entries = LONG.readLines().findAll { it.startsWith('    ') && !it.startsWith('        ') }*.trim().join('\n')

        expect:
        all([entries, "def all = nodes.compute\nrun 'uptime' timeout 10.minutes on all - nodes['compute000']\napi.listNodes(role: 'Login')"],
                OF_LONG, session.context())
    }

    def 'classes that are offered could be named there'() {
        expect:
        all([CLASSES], OF_CLASSES, SessionContext.EMPTY)
    }

    /** Most of what is tried must be something that the compiler can read: of the rest it says nothing. */
    private static boolean all(Collection<String> scripts, int one, SessionContext session) {
        Random random = new Random(SEED)
        Offered offered = new Offered(session)
        scripts.each { script ->
            for (int at = random.nextInt(one); at <= script.length(); at += 1 + random.nextInt(2 * one - 1)) {
                offered.tryAt(script, at, 3, random)
            }
        }
        if (offered.failures) {
            throw new AssertionError("-Dehpc.seed=$SEED: ${offered.failures.join('\n')}" as Object)
        }
        offered.offered > 0 && offered.read > 0.9 * offered.offered
    }
}
