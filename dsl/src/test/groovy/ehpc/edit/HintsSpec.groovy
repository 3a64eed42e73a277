package ehpc.edit

import ehpc.language.WordPlace
import ehpc.language.Vocabulary
import ehpc.script.InteractiveSession
import ehpc.script.SessionContext
import spock.lang.Specification

/** The form of what is being written at a place, marked |; the part that is being written stands in angle brackets. */
class HintsSpec extends Specification {

    private static final String RUN =
            "run 'command' [from '/DIRECTORY'] [timeout DURATION] [tolerate COUNT] [waves SIZE, SIZE, ...] on NODES"

    def 'form: #text'() {
        expect:
        form(at(text)) == expected

        where:
        text                                        || expected
        '|'                                         || ''
        'ru|n'                                      || part("run 'command'")
        "run 'x' |"                                 || part("run 'command'")
        "run '|"                                    || part("run 'command'")
        "run 'x' fr|"                               || part("from '/DIRECTORY'")
        "run 'x' from '/d|"                         || part("from '/DIRECTORY'")
        "run 'x' timeout 10.|"                      || part('timeout DURATION')
        "run 'x' tolerate |"                        || part('tolerate COUNT')
        "run 'x' waves 1, |"                        || part('waves SIZE, SIZE, ...')
        "run 'x' timeout 10.minutes on |"           || part('on NODES')
        "run 'x' on nodes.comp|ute"                 || '<>NODES.compute'
        'api.listNodes|'                            || '<>api.listNodes(clusterId: ..., ...)'
        'api.listNodes(|'                           || '<>api.listNodes(clusterId: ..., ...)'
        'api.listNodes(role|'                       || 'api.listNodes(clusterId: ..., <role: ...>, ...)'
        "api.listNodes(role: 'Com|"                 || 'api.listNodes(clusterId: ..., <role: ...>, ...)'
        "cluster('c') { api.listNodes(role: |"      || 'api.listNodes(filter: ..., hostName: ..., hostNamePrefix: ..., <role: ...>, ...)'
        'api.listNodes(pageNumber: 2, |'            || '<>api.listNodes(clusterId: ..., ...)'
        'api.all.listNodes|'                        || '<>api.listNodes(clusterId: ..., ...)'
        "api.setQueue(node: [[name: '|"             || 'api.setQueue(clusterId: ..., <node: ...>, queueName: ...)'
        'api.listRegions(|'                         || '<>api.listRegions()'
        'api.nope(|'                                || ''
        "cluster('|"                                || "cluster(<'ID'>) { ... }"
        "cluster('c') { |"                          || ''
        "cluster('c') { node('|"                    || "node(<'NAME'>)"
        "region '|"                                 || "region <'ID'>"
        'println foo|'                              || 'println <VALUE>'
        'initialize(|'                              || "initialize(<'SERVICE'>)"
        'parallel(|'                                || 'parallel(<WIDTH>) { ... }'
        "postScript 'a', |"                         || "postScript <'URL', 'ARGUMENTS'>"
        'nodes.queue(|'                             || "NODES.queue(<'NAME'>)"
        'images.custom(owner: |'                    || "images.custom(<owner: 'self', ...>)"
        'def x = nod|es'                            || '<>nodes'
        'api.listNodes(role: raw(|'                 || 'raw(<TEXT>)'
        'foo(|'                                     || ''
        'x.y(|'                                     || ''
        "'ru|n'"                                    || ''
        '// ru|n'                                   || ''
    }

    def 'help: #text'() {
        expect:
        at(text).get().help() == help

        where:
        text                              || help
        'api.listNodes(|'                 || 'List the nodes of a cluster'
        'api.listNodes(role: |'           || 'Role of the nodes to list: Manager, Login or Compute'
        "api.setQueue(node: [[name: '|"   || 'required; Name of one compute node, such as compute1'
        "run 'x' timeout |"               || Vocabulary.at(WordPlace.RUN, 'timeout').get().help()
        'cluster(|'                       || Vocabulary.at(WordPlace.TOP, 'cluster').get().help()
    }

    def 'in a shell with a current cluster its id is left out'() {
        given:
        InteractiveSession session = new InteractiveSession()
        session.use('ehpc-hz-1')

        expect:
        new Document('api.setQueue(', session.context()).hint(13).get().form() == 'api.setQueue(node: ..., queueName: ...)'
    }

    def 'beginnings of #name can be asked for a hint'() {
        expect:
        (0..script.length()).step(11).every { isSound(new Document(script, SessionContext.EMPTY).hint(it)) }

        where:
        [name, script] << Corpus.right().collect { [it.key, it.value] }
    }

    private static boolean isSound(Optional<Hint> hint) {
        hint.map { it.from() >= 0 && it.from() <= it.to() && it.to() <= it.form().length() && !it.help().empty }.orElse(true)
    }

    private static Optional<Hint> at(String marked) {
        new Document(marked.replace('|', ''), SessionContext.EMPTY).hint(marked.indexOf('|'))
    }

    private static String form(Optional<Hint> hint) {
        hint.map {
            "${it.form().substring(0, it.from())}<${it.form().substring(it.from(), it.to())}>${it.form().substring(it.to())}" as String
        }.orElse('')
    }

    private static String part(String said) {
        RUN.replace(said, "<$said>")
    }
}
