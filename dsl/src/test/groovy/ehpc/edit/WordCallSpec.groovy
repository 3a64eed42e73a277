package ehpc.edit

import ehpc.edit.KnownNames.Kind
import ehpc.edit.KnownNames.Name
import ehpc.edit.KnownNames.Wanted
import ehpc.script.SessionContext
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

/** What is offered in calls of words whose arguments are parameters of an operation, marked |. */
@Timeout(60)
class WordCallSpec extends Specification {

    private static final String LIST = 'each collect find findAll any every size first last sort unique join sum ' +
            'count groupBy collectEntries eachWithIndex contains min max take drop reverse'

    @Shared
    KnownNames names = KnownNames.EMPTY
            .with(wanted(Kind.NODE), [name('compute000'), name('login0')])
            .with(wanted(Kind.QUEUE), [name('workq'), name('gpu')])
            .with(wanted(Kind.USER), [name('ada')])

    def 'offered: #text'() {
        expect:
        new Document(text.replace('|', ''), SessionContext.EMPTY).complete(text.indexOf('|'), names).candidates()*.text().join(' ') == offered

        where:
        text || offered
        "cluster('c') {\n    users.|" || 'add delete group password ' + LIST
        "cluster('c') {\n    users.de|" || 'delete'
        "cluster('c') {\n    users*.n|" || 'name'
        "cluster('c') {\n    users.add 'dave.liu', |" || 'group password'
        "cluster('c') {\n    users.add('dave.liu', gr|" || 'group'
        "cluster('c') {\n    users.add 'dave.liu', group: '|" || 'users wheel'
        "cluster('c') {\n    users.add 'dave.liu', group: 'users', |" || 'password'
        "cluster('c') {\n    users.add '|" || ''
        "cluster('c') {\n    users.delete '|" || 'ada'
        "cluster('c') {\n    users.delete('|" || 'ada'
        "cluster('c') {\n    users.delete 'bob', 'a|" || 'ada'
        "cluster('c') {\n    users.group 'ada', '|" || 'users wheel'
        "cluster('c') {\n    users.group('ada', 'w|" || 'wheel'
        "cluster('c') {\n    users.password '|" || 'ada'
        "def c = cluster('c')\nc.users.add 'dave.liu', gr|" || 'group'
        "cluster('c') {\n    queues.|" || 'add update delete move ' + LIST
        "cluster('c') {\n    queues.move nodes.compute, to: '|" || 'workq gpu'
        "cluster('c') {\n    queues.add 'x', instanceT|" || 'instanceType'
        "cluster('c') {\n    queues.delete '|" || 'workq gpu'
        "cluster('c') {\n    jobs.|" || 'submit stop rerun delete log errorLog ' + LIST
        "cluster('c') {\n    jobs.submit './a.sh', us|" || 'user'
        "cluster('c') {\n    jobs.submit './a.sh', user: '|" || 'ada'
        "cluster('c') {\n    jobs.submit './a.sh', queue: '|" || 'workq gpu'
        "cluster('c') {\n    jobs.submit './a.sh', std|" || 'stdout stderr'
        "cluster('c') {\n    jobs.submit './a.sh', aw|" || 'await'
        "cluster('c') {\n    jobs.log '1.manager0', |" || 'node'
        "cluster('c') {\n    software.|" || 'install uninstall available ' + LIST
        "cluster('c') {\n    tags.|" || 'put remove each collect find findAll any every get getOrDefault containsKey keySet values entrySet size sort groupBy'
        "cluster('c') {\n    addNodes 2, que|" || 'queue'
        "cluster('c') {\n    addNodes 2, queue: '|" || 'workq gpu'
        "cluster('c') {\n    stopNodes 'l|" || 'login0'
        "cluster('c') {\n    stopNodes nodes.compute, aw|" || 'await'
        "cluster('c') {\n    deleteCluster(|" || 'releaseInstance await'
    }

    private static Wanted wanted(Kind kind) {
        new Wanted(kind, Optional.of('c'))
    }

    private static Name name(String text) {
        new Name(text, '')
    }
}
