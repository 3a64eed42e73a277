package ehpc.script

import ehpc.RunFailedException
import ehpc.RunResult
import ehpc.TestService
import spock.lang.Specification
import spock.lang.Timeout

/** What an entry of a shell gives, and how it fails. */
@Timeout(300)
class SessionResultSpec extends Specification {

    TestService service = new TestService(2)
    InteractiveSession session = new InteractiveSession()
    StringBuilder out = new StringBuilder()

    def 'the value of #entry is #value'() {
        expect:
        say(entry).value() == Optional.ofNullable(value)

        where:
        entry                               || value
        '1 + 1'                             || 2
        'return 3'                          || 3
        '[1, 2].collect { it + 1 }'         || [2, 3]
        'null'                              || null
        'def n = 1'                         || null
        'def n = 1; n = 2'                  || null
        'def n = 1; n += 2'                 || null
        'println 1'                         || null
        'int f() { 1 }'                     || null
        'class P { }'                       || null
        'import java.time.Period'           || null
        ''                                  || null
        'if (true) { 1 }'                   || null
    }

    def 'values are numbered, and later entries know them with their types'() {
        expect:
        say("'abc'").number() == OptionalInt.of(1)
        say('def n = 1').number() == OptionalInt.empty()
        say('[1, 2]').number() == OptionalInt.of(2)
        say('_.size() + _1.length()').value().get() == 5
        session.context().variables().findAll { it.name().startsWith('_') }.collectEntries { [it.name(), it.type()] } ==
                [_: 'Integer', _1: 'String', _2: 'ArrayList', _3: 'Integer']
        InteractiveSession.problems('_1.lenght()', session.context())*.message() ==
                ["unknown name 'lenght()' on String; did you mean 'length'?"]
    }

    def 'the last hundred values stay'() {
        when:
        (1..105).each { say(it.toString()) }

        then:
        session.context().variables()*.name().findAll { it.startsWith('_') }.size() == 101
        say('_6 + _105').value().get() == 111
        InteractiveSession.problems('_5', session.context()).size() == 1
    }

    def 'names of the session may be taken'() {
        when:
        say("def error = 'mine'; def _1 = 'own'")
        say('42')

        then:
        say('_1 + error').value().get() == 'ownmine'
        say('_').value().get() == 'ownmine'
    }

    def 'a value is not given to a result'() {
        given:
        say('42')

        when:
        session.compile('_ = 1')

        then:
        ScriptException e = thrown()
        e.problems()*.message() == ["'_' cannot be assigned: it is final"]
    }

    def 'a run that stands alone has shown its result, one whose value is taken has not'() {
        given:
        session.use('ehpc-hz-test')

        when:
        EntryResult standing = say("run 'echo hi' on nodes")
        EntryResult taken = say("def r = run 'echo hi' on nodes")
        EntryResult looked = say('r')

        then:
        standing.printed()
        standing.value().get() instanceof RunResult
        taken.value() == Optional.empty()
        taken.declared().keySet() == ['r'] as Set
        looked.value().get() instanceof RunResult
        !looked.printed()
    }

    def 'a result that failed may be looked at by the next entry, and is told of until then'() {
        given:
        session.use('ehpc-hz-test')
        failing()

        when:
        EntryResult result = say("def r = run 'exit 1' on nodes; def s = run 'exit 1' on nodes; println s.failed")

        then:
        result.unseen()*.failed == [true]
        result.runs().size() == 2
        out.toString() == 'true\n'
        say('r.failedNodes.size()').value().get() == 2
    }

    def 'a result that failed and is the value of its entry is shown by whoever shows values'() {
        given:
        session.use('ehpc-hz-test')
        failing()

        expect:
        say("def r = run 'exit 1' on nodes\nr").unseen() == []
    }

    def 'the last failure is known with its type'() {
        given:
        session.use('ehpc-hz-test')
        failing()

        when:
        say("run 'exit 1' on nodes")

        then:
        ScriptException e = thrown()
        e.cause instanceof RunFailedException
        say('error.result.failedNodes.size()').value().get() == 2
        say('error.message').value().get() == e.cause.message
        InteractiveSession.problems('error.resutl', session.context())*.message() ==
                ["unknown name 'resutl' on RunFailedException; did you mean 'result'?"]
    }

    def 'what was declared before a failure stays, and the rest does not'() {
        when:
        say('def a = 1\nint f() { 7 }\nthrow new IllegalStateException("x")\ndef b = 2')

        then:
        ScriptException e = thrown()
        e.problems()*.toString() == ['[1]:3: the script raised IllegalStateException: x']
        session.context().variables()*.name() == ['a', 'error']
        say('a + f()').value().get() == 8
    }

    def 'a failure in a method of an earlier entry is told with its line there'() {
        given:
        say('1')
        say('def first(list) {\n    list.get(0)\n}')

        when:
        say('println 1\nfirst([])')

        then:
        ScriptException e = thrown()
        e.problems()*.file() == ['[2]']
        e.problems()*.line() == [2]
        e.problems()*.source() == ['    list.get(0)']
    }

    def 'an entry that is wrong is told by its number, and is not counted'() {
        given:
        say('1')

        when:
        session.compile('prntln 1')

        then:
        ScriptException e = thrown()
        e.refused
        e.problems()*.toString() == ["[2]:1:1: unknown word 'prntln'; did you mean 'println'?"]
        session.context().number() == 2
    }

    def 'it tells how long it ran'() {
        expect:
        !say('1').elapsed().negative
    }

    private void failing() {
        service.answers['ListInvocationResults'] = { request ->
            [InvocationResults: [InvocationResult: service.nodeIds.collect {
                [InstanceId: it, InvokeRecordStatus: 'Finished', Success: true, ExitCode: 1, Message: '']
            }], TotalCount: 2, PageNumber: 1, PageSize: 50]
        }
    }

    private EntryResult say(String text) {
        session.compile(text).over(service.ehpc()).output(out).environment([:]).run()
    }
}
