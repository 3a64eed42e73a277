package ehpc.language

import ehpc.NewUser
import ehpc.User
import ehpc.api.Catalogue
import ehpc.api.Secret
import ehpc.connect.Connection
import ehpc.connect.ConnectionOptions
import ehpc.dsl.ClusterDsl
import ehpc.dsl.ClusterScope
import ehpc.dsl.EhpcScript
import ehpc.dsl.NodeSets
import ehpc.dsl.RunResults
import ehpc.house.Sources
import ehpc.local.LocalOptions
import ehpc.local.SchedulerMode
import ehpc.local.Transitions
import ehpc.node.NodeSet
import ehpc.script.Scripts
import ehpc.script.internal.syntax.Literals
import java.lang.reflect.Method
import java.lang.reflect.Modifier
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class VocabularySpec extends Specification {

    private static final Path RESOURCE = Sources.ROOT.resolve('dsl/src/main/resources/ehpc/language/words.txt')
    private static final String WRITE = 'mvn -pl dsl test -Dtest=VocabularySpec -Dehpc.words=write'

    /** What operators and the compiler make of a member. */
    private static final Map<String, String> WRITTEN = [
        getAt         : '[]',
        plus          : '+',
        or            : '+',
        minus         : '-',
        and           : '&',
        xor           : '^',
        isCase        : 'in',
        runCommand    : 'run',
        onAndPrint    : 'on',
        onOrFail      : 'on',
        rerunAndPrint : 'rerun',
        rerunOrFail   : 'rerun',
        write         : 'print',
        writeLine     : 'println',
        writeFormatted: 'printf',
        '$sleep'      : 'sleep'
    ]

    /** Members that have no entry, with the reason. */
    private static final Map<String, String> GAPS = [
        toString      : 'every value has it',
        equals        : 'every value has it',
        hashCode      : 'every value has it',
        asBoolean     : 'a value is its own condition: if (r)',
        iterator      : 'for (n in r)',
        forEach       : 'Java has it for everything that is gone through, a script says each',
        spliterator   : 'Java has it for everything that is gone through',
        watched       : 'for those who hand results out',
        recordedAs    : 'for those who keep a journal',
        amongClusters : 'for those who hand results out, and whom parallel told',
        invokeMethod  : 'the way in which api.listNodes() is called',
        getProperty   : 'the way in which answer.nodes is read',
        setProperty   : 'refused, an answer is what the service said',
        getMetaClass  : 'plumbing of Groovy',
        setMetaClass  : 'plumbing of Groovy',
        run           : 'the script itself; the word is runCommand',
        '$evaluate'   : 'for who runs the script',
        '$cluster'    : 'what the compiler makes of a cluster that is a value',
        '$here'       : 'the way in which a script\'s own method finds its cluster',
        '$carry'      : 'what the compiler makes of blocks in parallel streams',
        '$changes'    : 'what the compiler makes of changes in parallel',
        resolve       : 'operators do it',
        union         : 'the operator + does it',
        difference    : 'the operator - does it',
        intersection  : 'the operator & does it',
        symmetricDifference: 'the operator ^ does it',
        named         : 'an index does it',
        get           : 'an index does it',
        result        : 'an index does it',
        open          : 'for who runs the script',
        getBinding    : 'plumbing of Groovy',
        setBinding    : 'plumbing of Groovy',
        evaluate      : 'Groovy without the checks of the language',
        compareTo     : 'every constant has it',
        describeConstable: 'every constant has it',
        getDeclaringClass: 'every constant has it',
        name          : 'every constant has it',
        ordinal       : 'every constant has it'
    ]

    /** Places whose words are an extension module. */
    private static final List<WordPlace> ONLY_ADDED = [WordPlace.NUMBER, WordPlace.ERROR]

    /** Members that are gaps in these places only. */
    private static final Map<String, List<WordPlace>> GAPS_AT = [
        name  : [WordPlace.OUTCOME],
        stream: [WordPlace.NODES],
        region: [WordPlace.RESULT]
    ]

    static {
        if (System.getProperty('ehpc.words') == 'write') {
            // The vocabulary of this run is read from the second one, later.
            Path compiled = Path.of(Vocabulary.protectionDomain.codeSource.location.toURI()).resolve('ehpc/language/words.txt')
            [RESOURCE, compiled]*.toFile()*.setText(AnnotatedWords.ofLibrary().text(), 'UTF-8')
        }
    }

    @AutoCleanup
    @Shared
    Connection connection = Connection.open(ConnectionOptions.defaults().local(LocalOptions.defaults().withScheduler(SchedulerMode.BUILT_IN)))

    /** For words that change nodes and clusters, which other examples need. */
    @AutoCleanup
    @Shared
    Connection changing = Connection.open(ConnectionOptions.defaults().local(LocalOptions.defaults().withTransitions(Transitions.atOnce())))

    void setupSpec() {
        connection.ehpc().cluster('ehpc-hz-localdemo1').users().add(new NewUser('ada.byron', User.USERS, new Secret('PW', 'Change-Me-1')))
    }

    def 'the resource has what the annotations say'() {
        given:
        String stated = AnnotatedWords.ofLibrary().text()

        expect:
        if (RESOURCE.toFile().getText('UTF-8') != stated) {
            throw new AssertionError("$RESOURCE differs from the annotations of the words; write it anew: $WRITE")
        }
    }

    def 'every word that stands #place.phrase has an entry, and every entry is such a word'() {
        expect:
        spoken(place).sort() == Vocabulary.at(place)*.name().sort()

        where:
        place << WordPlace.values()
    }

    def 'a gap is a member of something'() {
        given:
        Set<String> all = WordPlace.values().collectMany { WordPlace place -> members(place)*.name } as Set

        expect:
        GAPS.keySet() - all == [] as Set
        GAPS_AT.every { String name, List<WordPlace> places -> places.every { members(it)*.name.contains(name) } }
    }

    def 'the example of #name, #place, runs on the local service'() {
        when:
        Scripts.compile('example.ehpc', word.example()).over((changes(word) ? changing : connection).ehpc()).output(new StringBuilder())
                .environment(System.getenv() + [DAVE: 'Change-Me-1']).run()

        then:
        noExceptionThrown()

        and:
        word.example().contains(bare(name))

        where:
        word << Vocabulary.words()
        name = word.name()
        place = word.place().phrase()
    }

    def 'a form shows the word, and help is one sentence that fits a line'() {
        expect:
        Vocabulary.words().findAll { !it.form().contains(bare(it.name())) }*.form() == []
        Vocabulary.words()*.help().findAll { !(it ==~ /\p{L}.{4,118}\./) } == []
    }

    def 'help is in nouns and plain words'() {
        expect:
        Vocabulary.words()*.help().findAll { it =~ /^(What|How|Those) |\b(behind|whatever|whomever|somebody|anew|unless said)\b/ } == []
    }

    def 'the operation behind a word is one of the catalogue'() {
        expect:
        Vocabulary.words()*.operation().findAll { it.present }*.get() - Catalogue.ehpc().names() == []
    }

    def 'a word is found by its name, at each of its places and by its type'() {
        expect:
        Vocabulary.named('nodes')*.place() == [WordPlace.CLUSTER, WordPlace.RESULT, WordPlace.GROUP, WordPlace.CHANGE]
        Vocabulary.named('nothing') == []
        Vocabulary.at(WordPlace.of(NodeSet).get(), 'compute').get().form() == 'NODES.compute'
        Vocabulary.at(WordPlace.TOP, 'compute').empty
        WordPlace.of(String).empty
        Vocabulary.names() == Vocabulary.words()*.name().unique()
    }

    def 'an example is the whole script that somebody would write'() {
        expect:
        Vocabulary.at(WordPlace.RESULT, 'ok').get().example() == '''\
            cluster('ehpc-hz-localdemo1') {
                def r = run 'hostname' on nodes.compute
                println r.ok
            }'''.stripIndent()
    }

    def 'sleep is a word like any other'() {
        given:
        Word sleep = Vocabulary.bare('sleep').get()

        expect:
        sleep.form() == 'sleep DURATION, sleep MILLISECONDS'
        sleep.takes().get() == 'a duration or a number of milliseconds (sleep 20.seconds)'
        sleep.types() == ['long', 'java.time.Duration'] as Set
        sleep.scopes() == WordScope.values() as Set
        !sleep.asking && !sleep.alone && !sleep.property && sleep.gives() == 'void'
        Vocabulary.method('sleep').get() == '$sleep'
        Vocabulary.word('$sleep') == 'sleep'
        Vocabulary.insteadOf('ssh').get().toString() == 'run'
    }

    def 'every option of run has a check of its literal arguments'() {
        expect:
        Literals.OPTIONS.keySet() == Vocabulary.at(WordPlace.RUN)*.name().toSet() - 'on'
    }

    def 'the words whose literal arguments nothing can be wrong with before they run are known: #place.phrase'() {
        expect:
        Vocabulary.at(place).findAll { it.takes().present && it.arguments().empty }*.name() - Literals.words(Catalogue.ehpc()).keySet() == unchecked

        where:
        place             || unchecked
        WordPlace.TOP     || ['secret', 'raw', 'sleep']
        WordPlace.CLUSTER || ['rerun', 'node', 'syncUsers']
    }

    def 'a word in a cluster block is its method and its implementation: a script\'s own methods need no third'() {
        expect:
        ClusterDsl.declaredMethods.findAll { it.default }.every { Method word ->
            ClusterScope.declaredMethods.any {
                it.name == word.name && (it.parameterTypes == word.parameterTypes || it.parameterTypes == [Map, *word.parameterTypes] as Class[])
            }
        }
        EhpcScript.declaredMethods*.name.intersect(ClusterDsl.declaredMethods.findAll { it.default }*.name) == []
    }

    def 'a new word is its annotated method: nothing else is stated'() {
        given:
        URI here = VocabularySpec.protectionDomain.codeSource.location.toURI()

        expect:
        new AnnotatedWords(Path.of(here).resolve('ehpc/language')).text().readLines().tail() == [
            'QUEUE ehpc.language.VocabularySpec$Queues',
            "jobs\tform=queues[0].jobs('USER')\thelp=The jobs of a user that wait in it." +
                    "\texample=cluster('ehpc-hz-localdemo1') {\\n    println queues[0].jobs('root')\\n}" +
                    '\tgives=java.util.List\ttypes=java.lang.String\tnames=user',
            'depth\tform=queues[0].depth\thelp=The number of jobs that wait in it.' +
                    "\texample=cluster('ehpc-hz-localdemo1') {\\n    println queues*.depth\\n}\tgives=int\talone=yes"
        ]
    }

    /** A place with words that are none of the language. */
    @WordsOf(value = WordPlace.QUEUE, form = 'queues[0].%s', example = 'println queues*.%s', first = 'jobs')
    static interface Queues {

        @WordFacts('The number of jobs that wait in it.')
        int getDepth()

        @WordFacts(form = "queues[0].jobs('USER')", value = 'The jobs of a user that wait in it.', names = 'user',
                example = "println queues[0].jobs('root')")
        List<String> jobs(String user)

        void unspoken()
    }

    private static boolean changes(Word word) {
        word.place() == WordPlace.CHANGE ||
                word.operation().map { Catalogue.ehpc().operation(it).async() || it in ['ModifyClusterAttributes', 'InstallSoftware', 'UninstallSoftware'] }.orElse(false)
    }

    /** A word without the brackets of an index. */
    private static String bare(String name) {
        name == '[]' ? '[' : name
    }

    private static Set<String> spoken(WordPlace place) {
        members(place).findAll { !isGap(it.name, place) }.collect { word(it, place) } as Set
    }

    private static boolean isGap(String member, WordPlace place) {
        GAPS_AT.containsKey(member) ? place in GAPS_AT[member] : GAPS.containsKey(member)
    }

    private static Class typeOf(WordPlace place) {
        VocabularySpec.classLoader.loadClass(place.type())
    }

    private static List<Method> members(WordPlace place) {
        Class type = typeOf(place)
        // A list or map with words is a list or map of Java besides.
        Set<Class> others = type.interface ? [Object, Collection, List, Map, Iterable] : [Object]
        List<Method> methods = type.methods.findAll { !(it.declaringClass in others) && !it.synthetic }
        boolean extension = place in ONLY_ADDED
        List<Method> own = methods.findAll { Modifier.isStatic(it.modifiers) == extension }
        Class extensions = [(WordPlace.NODES): NodeSets, (WordPlace.RESULT): RunResults][place]
        List<Method> added = extensions?.declaredMethods?.findAll { Modifier.isPublic(it.modifiers) && !it.synthetic } ?: []
        // What a block of a cluster has, is listed there.
        List<String> above = place == WordPlace.TOP ? typeOf(WordPlace.CLUSTER).methods*.name : []
        (own + added).findAll { !(it.name in above) }
    }

    /** How a script writes a member. */
    private static String word(Method method, WordPlace place) {
        String name = method.name
        if (WRITTEN.containsKey(name)) {
            return WRITTEN[name]
        }
        if (name == 'isEmpty') {
            return name
        }
        boolean plain = method.parameterCount == 0 || place in ONLY_ADDED
        if (plain && name ==~ /(get|is)\p{Lu}.*/) {
            String bare = name.replaceFirst(/^(get|is)/, '')
            return bare[0].toLowerCase() + bare.substring(1)
        }
        name
    }
}
