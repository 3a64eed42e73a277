package ehpc.edit

import ehpc.language.WordPlace
import ehpc.language.Vocabulary
import ehpc.EhpcClient
import ehpc.api.Transport
import ehpc.edit.KnownNames.Kind
import ehpc.edit.KnownNames.Name
import ehpc.edit.KnownNames.Wanted
import ehpc.script.InteractiveSession
import ehpc.script.SessionContext
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

/** What is offered at a place, marked |. */
@Timeout(120)
class CompleterSpec extends Specification {

    private static final String NODES = 'addNodes deleteNodes startNodes stopNodes resetNodes'
    private static final String WHOLE = 'startCluster stopCluster recoverCluster deleteCluster modifyCluster'

    @Shared
    KnownNames names = KnownNames.EMPTY
            .with(wanted(Kind.CLUSTER), [name('ehpc-hz-1'), name('ehpc-hz-2')])
            .with(wanted(Kind.REGION), [name('cn-hangzhou'), name('cn-shanghai')])
            .with(wanted(Kind.IMAGE), [new Name('m-1', 'CentOS 7.9')])
            .with(wanted(Kind.ENVIRONMENT), [name('HOME'), name('DB_PASSWORD')])
            .with(wanted(Kind.NODE, 'c'), [name('compute000'), name('compute001'), name('login0'), name('manager0')])
            .with(wanted(Kind.QUEUE, 'c'), [name('workq'), name('gpu'), name("it's")])
            .with(wanted(Kind.USER, 'c'), [name('ada')])

    @Shared
    InteractiveSession session = new InteractiveSession()

    def setupSpec() {
        session.use('c')
        ['def few = 5', "def text = 'a'", 'def twice(int n) { n * 2 }', 'import java.time.Period',
         "def sizes = [big: 1, 'very small': 2]"].each {
            session.compile(it).over(EhpcClient.create(Transport.OFFLINE, 'cn-hangzhou')).run()
        }
    }

    def 'offered: #text'() {
        expect:
        at(text).candidates()*.text().join(' ') == offered

        where:
        text || offered
        '|' || 'cluster parallel clusters regions region initialize images args env secret raw println print ' +
                'printf createCluster sleep api def if for while switch try return throw assert import'
        'cl|' || 'cluster clusters'
        're|' || 'regions region return'
        "cluster('c') { | }" || 'run rerun nodes node postScript postScripts syncUsers users queues jobs software tags ' + NODES + ' commands ' +
                'info id api ' + WHOLE + ' clusters regions ' +
                'images args env secret raw println print printf sleep def if for while switch try return throw assert'
        "cluster('c') { p| }" || 'postScript postScripts println print printf'
        "cluster('c') {\n    run 'x' |" || 'from timeout tolerate waves on'
        "cluster('c') {\n    run 'x' t|" || 'timeout tolerate'
        "cluster('c') {\n    run 'x' from '/d' |" || 'timeout tolerate waves on'
        "cluster('c') {\n    run 'x' from '/d' timeout 1.minute tolerate 1 waves 1 |" || 'on'
        "cluster('c') {\n    run 'x' on |" || 'nodes node'
        "cluster('c') {\n    run 'x' on nodes |" || ''
        "cluster('c') {\n    run 'x' on n|" || 'nodes node'
        "cluster('c') {\n    run 'x' on nodes.c|" || 'compute contains containsAll count clusterId collect collectEntries'
        "cluster('c') {\n    run 'x' on nodes - |" || 'nodes node'
        "cluster('c') {\n    run 'x' on nodes - '|" || 'compute[000-001] compute000 compute001 login0 manager0'
        "cluster('c') {\n    run 'x' on nodes + 'login0' - '|" || 'compute[000-001] compute000 compute001 login0 manager0'
        "cluster('c') {\n    run 'x' on nodes - ['|" || 'compute[000-001] compute000 compute001 login0 manager0'
        "cluster('c') {\n    run 'x' on nodes['|" || 'compute[000-001] compute000 compute001 login0 manager0'
        "cluster('c') {\n    run 'x' on nodes['compute000,l|" || 'login0'
        "cluster('c') {\n    run 'x' on nodes['compute[000-|" || 'compute[000-001]'
        "cluster('c') {\n    run 'x' timeout 10.|" || 'second seconds minute minutes hour hours'
        "cluster('c') {\n    run 'x' tolerate 10.|" || 'percent'
        "cluster('c') {\n    run 'x' waves 1, 10.|" || 'percent'
        "cluster('c') {\n    run 'x' | on nodes" || 'from timeout tolerate waves'
        "cluster('c') {\n    run 'x' |on nodes" || 'from timeout tolerate waves'
        "cluster('c') {\n    run 'x' o|n nodes" || 'on'
        "cluster('c') {\n    run 'x' | timeout 1.minute\n    on nodes" || 'from tolerate waves on'
        "cluster('c') {\n    run('x').on(|" || 'nodes node'
        "cluster('c') {\n    run('x').on(nodes - |" || 'nodes node'
        "cluster('c') {\n    def s = 'x'\n    run(|" || 'raw s'
        "cluster('c') {\n    nodes*.na|" || 'name'
        "cluster('c') {\n    nodes['compute000', 'l|" || 'login0'
        "cluster('c') {\n    nodes - ['compute000', 'l|" || 'login0'
        "cluster('c') {\n    nodes[l|" || "'login0'"
        "cluster('c') {\n    nodes - l|" || "'login0'"
        "cluster('c') {\n    nodes.queue(w|" || "'workq'"
        "cluster('c') {\n    nodes.status(st|" || "'stopped' startNodes stopNodes startCluster stopCluster"
        "cluster('c') {\n    nodes.where { it.status == '|" || 'uninit exception running initing releasing untracking stopped'
        "cluster('c') {\n    nodes.where { it.name != '|" || 'compute000 compute001 login0 manager0'
        "cluster('c') {\n    nodes.where { it.ip == '|" || ''
        "cluster('c') {\n    def x = 'a'\n    if (x.status == '|" || ''
        'cluster(eh|' || "'ehpc-hz-1' 'ehpc-hz-2'"
        'cluster eh|' || "'ehpc-hz-1' 'ehpc-hz-2'"
        'images.custom(owner: s|' || "'self' secret"
        'parallel |' || ''
        "def m = [alpha: 1, 'b-c': [x: 1], 3: 4, d: 5]\nm.d|" || 'd drop dropWhile'
        "def m = [alpha: 1, 'b-c': [x: 1], 3: 4, d: 5]\nm['|" || 'alpha b-c d'
        'def m = [alpha: 1]\nm[a|' || "'alpha' args api"
        'def m = [1, 2]\nm[\'|' || ''
        "cluster('c') {\n    run 'x' timeout 10.mi|" || 'minute minutes'
        "cluster('c') {\n    run 'x' timeout |" || ''
        "cluster('c') {\n    def t = 5.minutes\n    run 'x' timeout |" || 't'
        "cluster('c') {\n    def d = '/data'\n    run 'x' from |" || 'd'
        "cluster('c') {\n    def few = 5.percent\n    run 'x' tolerate |" || 'few'
        "cluster('c') {\n    def x = nodes.compute\n    def s = 'a'\n    run s on |" || 'nodes node x'
        "cluster('c') {\n    def r = run 'x' on nodes\n    run 'y' on |" || 'nodes node r'
        "cluster('c') {\n    def r = run 'x' on nodes\n    r.|" ||
                'ok failed unknown okNodes failedNodes nodes results of output gathered counts records summary merged tolerated ' +
                'command commandIds clusterId stream writeTo each collect any every size first last sort join ' +
                'sum count groupBy collectEntries eachWithIndex contains min max take drop'
        "cluster('c') {\n    def r = run 'x' on nodes\n    r.oN|" || 'okNodes'
        "cluster('c') {\n    def r = run 'x' on nodes\n    r['|" || 'compute000 compute001 login0 manager0'
        "cluster('c') {\n    def r = run 'x' on nodes\n    r['compute000'].|" ||
                'node outcome ok exitCode output detail commandId finishedTime record summary'
        "cluster('c') {\n    run('x').|" || 'on from timeout tolerate waves'
        "cluster('c') {\n    run('x').from('/d').|" || 'on timeout tolerate waves'
        "cluster('c') { nodes.queue('|" || 'workq gpu'
        "cluster('c') { nodes.status('|" || 'uninit exception running initing releasing untracking stopped'
        "cluster('c') { node('|" || 'compute000 compute001 login0 manager0'
        "cluster('|" || 'ehpc-hz-1 ehpc-hz-2'
        'cluster "|' || 'ehpc-hz-1 ehpc-hz-2'
        "region '|" || 'cn-hangzhou cn-shanghai'
        "secret('|" || 'HOME DB_PASSWORD'
        "initialize('|" || 'E-HPC E-HPC Instant'
        'images.|' || 'custom'
        'images.custom(|' || 'owner cluster instanceType baseOsTag'
        "images.custom(owner: 'self', |" || 'cluster instanceType baseOsTag'
        "images.custom(owner: '|" || 'self others'
        "images.custom(cluster: '|" || 'ehpc-hz-1 ehpc-hz-2'
        'parallel { c|' || 'cluster clusters createCluster'
        "parallel { cluster('c') { p|" || 'postScript postScripts println print printf'
        "region 'cn-hangzhou'\nre|" || 'regions return'
        'clusters\nre|' || 'regions return'
        'api.listN|' || 'listNodes listNodesByQueue listNodesNoPaging'
        'api.gPS|' || 'getPostScripts'
        "def c = cluster('ehpc-hz-1')\nc.|" || (Vocabulary.at(WordPlace.CLUSTER)*.name() - 'postScript').join(' ')
        "def c = cluster('ehpc-hz-1')\nc.nodes.com|" || 'compute'
        "def c = cluster('ehpc-hz-1')\nc.run('x').|" || 'on from timeout tolerate waves'
        "def c = cluster('ehpc-hz-1')\nc.api.listQueues().queues.queueInfo*.q|" || 'queueName'
        "def c = cluster('ehpc-hz-1')\nc.api.listNodes(role: '|" || 'Manager Login Compute'
        'api.al|' || 'all'
        'api.all.listN|' || 'listNodes listNodesByQueue'
        "api.all.listNodes(role: '|" || 'Manager Login Compute'
        "cluster('c') { api.all.listNodes().each { println it.hostN|" || 'hostName'
        "cluster('c') { for (n in api.all.listNodes()) { println n.hostN|" || 'hostName'
        'api.listNodes(|' || 'clusterId filter hostName hostNamePrefix hostNameSuffix pageNumber pageSize privateIpAddress role sequence sortBy'
        "cluster('c') { api.listNodes(|" || 'filter hostName hostNamePrefix hostNameSuffix pageNumber pageSize privateIpAddress role sequence sortBy'
        "cluster('c') { api.listNodes(role: 'Login', s|" || 'sequence sortBy'
        'api.listNodes(role: |' || "'Manager' 'Login' 'Compute'"
        "api.listNodes(role: '|" || 'Manager Login Compute'
        'api.listNodes role: |' || "'Manager' 'Login' 'Compute'"
        "api.listNodes role: '|" || 'Manager Login Compute'
        'api.listNodes r|' || 'role'
        "cluster('c') { api.listNodes |" || 'filter hostName hostNamePrefix hostNameSuffix pageNumber pageSize privateIpAddress role sequence sortBy'
        "cluster('c') { api.listNodes role: 'Login', s|" || 'sequence sortBy'
        "cluster('c') { api.setQueue node: [[n|" || 'name'
        "cluster('c') { api.listNodes(s|, sortBy: 'HostName', role: 'Login')" || 'sequence'
        "api.listNodes(ro|le: 'Login', sortBy: 'HostName')" || 'role'
        "cluster('c') { api.listNodes(page|)\n    println([pageSize: 1]) }" || 'pageNumber pageSize'
        "cluster('c') { api.setQueue(|" || 'node queueName'
        "cluster('c') { api.setQueue(node: [[|" || 'name'
        "cluster('c') { api.setQueue(node: [[name: '|" || 'compute000 compute001 login0 manager0'
        "cluster('c') { api.setQueue(queueName: |" || "'workq' 'gpu'"
        "cluster('c') { def q = 'a'\n    api.setQueue(queueName: |" || "'workq' 'gpu' q"
        "cluster('c') { api.addUsers(user: [[name: 'a', |" || 'group password'
        "cluster('c') { api.addUsers(user: [[name: 'a', group: |" || "'users' 'wheel'"
        "cluster('c') { api.addUsers(user: [[name: 'a', password: |" || 'secret'
        "cluster('c') { api.deleteUsers(user: [[name: '|" || 'ada'
        "cluster('c') { api.listNodes(filter: [status: '|" || 'uninit exception running initing releasing untracking stopped'
        "cluster('c') { api.deleteNodes(instance: [[id: '|" || ''
        'api.createCluster(ecsOrder: [|' || 'compute login manager'
        'api.createCluster(ecsOrder: [manager: [|' || 'count instanceType'
        "api.createCluster(imageId: '|" || 'm-1'
        'api.describeCluster(clusterId: |' || "'ehpc-hz-1' 'ehpc-hz-2'"
        'api.setAutoScaleConfig(enableAutoGrow: |' || 'true false'
        'api.listNodes().nodes.|' || 'nodeInfo asMap'
        "cluster('c') { api.listQueues().queues.queueInfo[0].s|" || 'spotInstanceTypes spotStrategy'
        "cluster('c') { api.listQueues().queues.queueInfo*.q|" || 'queueName'
        "env['|" || 'HOME DB_PASSWORD'
        'env.HOME.tr|' || 'trim tr transform translateEscapes'
        "'a'.toU|" || 'toUpperCase toURI toURL'
        '[1, 2].e|' || 'each every eachWithIndex empty execute'
        '[a: 1].get|' || 'get getOrDefault'
        "def text = 'a'\nprintln te|" || 'text'
        "def text = 'a'\nprintln \"\$te|" || 'text'
        "def text = 'a'\nprintln \"\${te|" || 'text'
        'def go(set) { s| }' || 'syncUsers software startNodes stopNodes startCluster stopCluster secret sleep set switch'
        'def go(set) { 1 }\ng|' || 'go'
        'def c = { n -> no|' || 'nodes node'
        'class A { |' || ''
        'class A { int b() { re| } }' || 'return'
        'def |' || ''
        'int x|' || ''
        '1|' || ''
        '// cl|' || ''
        '/* cl|' || ''
        "run '|" || ''
        '"${cl|' || 'clusters'
        "'\${cl|" || ''
        'if (tr|' || 'true'
        'if (true) { } |' || 'else'
        'try { } |' || 'catch finally'
        'try { } catch (e) { } |' || 'catch finally'
        'do { } |' || 'while'
        'for (x |' || 'in'
        'for (x in cl|' || 'clusters'
        'switch (args.size()) { case |' || 'clusters regions images args env secret raw api true false null new'
        'println true ? cl|' || 'clusters'
        'def x = cl|' || 'cluster clusters'
        'Math.ma|' || 'max'
        'java.time.Duration.ofM|' || 'ofMillis ofMinutes'
        "'a'.with { toU|" || 'toUpperCase toURI toURL'
        'x.y.|' || ''
        'def some = 1\nList<String>s|' || ''
        'def some = 1\nMap<String, List<? extends Number>> s|' || ''
        'def some = 1\ndef x = 2 > so|' || 'some'
        "cluster('c') {\n    run 'broken\n    nodes.c|" || 'compute contains containsAll count clusterId collect collectEntries'
        "}\ncluster('c') { nodes.c|" || 'compute contains containsAll count clusterId collect collectEntries'
    }

    def 'offered in a shell: #text'() {
        expect:
        at(text, session.context()).candidates()*.text().join(' ') == offered

        where:
        text                              || offered
        'r|'                              || 'run rerun resetNodes recoverCluster regions region raw return'
        'p|'                              || 'postScript postScripts parallel println print printf'
        'few.mi|'                         || 'minute minutes'
        'te|'                             || 'text'
        'tw|'                             || 'twice'
        'Period.ofD|'                     || 'ofDays'
        'run te|'                         || 'text'
        'run text on nodes.co|'           || 'compute contains containsAll count collect collectEntries'
        "run 'x' on nodes - '|"           || 'compute[000-001] compute000 compute001 login0 manager0'
        "cluster('a') { few.mi|"          || 'minute minutes'
        "cluster('a') { nodes['|"         || ''
        'api.listJobs(cl|'                || ''
        "def few = 'a'\nfew.tri|"         || 'trim'
        'sizes.b|'                        || 'big'
        "sizes['|"                        || 'big very small'
        'def sizes = [other: 1]\nsizes.o|' || 'other'
        'api.listNodes ro|'               || 'role'
    }

    def 'each candidate says what it is and what follows: #text'() {
        when:
        Candidate first = at(text).candidates().first()

        then:
        [first.append(), first.kind().name(), first.description()] == [append, kind, description]

        where:
        text                                                 || append  | kind        | description
        'clu|'                                               || "('"    | 'WORD'      | help(WordPlace.TOP, 'cluster')
        'parall|'                                            || ' { '   | 'WORD'      | help(WordPlace.TOP, 'parallel')
        'region|'                                            || ''      | 'WORD'      | help(WordPlace.TOP, 'regions')
        'printl|'                                            || ' '     | 'WORD'      | help(WordPlace.TOP, 'println')
        'ap|'                                                || '.'     | 'WORD'      | help(WordPlace.CLUSTER, 'api')
        'initi|'                                             || '()'    | 'WORD'      | help(WordPlace.TOP, 'initialize')
        "cluster('c') { run 'x' ti|"                         || ' '     | 'WORD'      | help(WordPlace.RUN, 'timeout')
        "cluster('c') { nodes.comp|"                         || ''      | 'PROPERTY'  | help(WordPlace.NODES, 'compute')
        "cluster('c') { nodes.whe|"                          || ' { '   | 'METHOD'    | help(WordPlace.NODES, 'where')
        'api.listNodes|'                                     || '('     | 'OPERATION' | 'List the nodes of a cluster'
        'api.listNodes(rol|'                                 || ': '    | 'PARAMETER' | 'Role of the nodes to list: Manager, Login or Compute'
        'api.listNodes(pageS|'                               || ': '    | 'PARAMETER' | 'How many nodes a page holds (10 unless given)'
        'api.listNodes(clu|'                                 || ': '    | 'PARAMETER' | 'required; ID of the cluster the nodes belong to'
        "api.listNodes(role: 'M|"                            || "'"     | 'VALUE'     | ''
        "api.listNodes(role: 'M|'"                           || ''      | 'VALUE'     | ''
        "api.createCluster(imageId: '|"                      || "'"     | 'NAME'      | 'CentOS 7.9'
        "cluster('c') { nodes['|"                            || "'"     | 'NAME'      | '2 nodes'
        "'a'.toUpp|"                                         || '()'    | 'METHOD'    | 'toUpperCase() String'
        '[1].col|'                                           || ' { '   | 'METHOD'    | 'collect(Closure) List'
        'def go(int n, s) { }\ng|'                           || '('     | 'METHOD'    | 'go(int n, s) Object'
        'def count = 1\nprintln co|'                         || ''      | 'VARIABLE'  | 'int'
        'def found = api.listNodes().nodes.nodeInfo\nfou|'   || ''      | 'VARIABLE'  | 'List<listNodes.nodes.nodeInfo>'
        "cluster('c') { def r = run 'x' on nodes; run 'y' on r|" || '.' | 'VARIABLE'  | 'RunResult'
        'whi|'                                               || ' ('    | 'KEYWORD'   | 'runs a block while a condition is true'
    }

    def 'what would have been used is said, whether it is known or not: #text'() {
        expect:
        at(text, SessionContext.EMPTY, KnownNames.EMPTY).wanted() == at(text).wanted()
        at(text).wanted() == expected as Set

        where:
        text                                                     || expected
        'cl|'                                                    || []
        "cluster('|"                                             || [wanted(Kind.CLUSTER)]
        "cluster('x') { nodes['|"                                || [wanted(Kind.NODE, 'x')]
        "cluster 'x', { nodes['|"                                || [wanted(Kind.NODE, 'x')]
        "cluster('x') { nodes.each { n -> nodes - '|"            || [wanted(Kind.NODE, 'x')]
        "clusters.each { c -> cluster(c.id) { nodes['|"          || []
        "cluster('x') { nodes.queue('|"                          || [wanted(Kind.QUEUE, 'x')]
        "cluster('x') { api.deleteNodes(instance: [[id: '|"      || [wanted(Kind.NODE_ID, 'x')]
        "cluster('x') { api.submitJob(runasUser: |"              || [wanted(Kind.USER, 'x')]
        'env.|'                                                  || [wanted(Kind.ENVIRONMENT)]
        "api.createCluster(imageId: '|"                          || [wanted(Kind.IMAGE)]
        "region '|"                                              || [wanted(Kind.REGION)]
    }

    def 'a candidate takes the place of what is written of it: #text'() {
        when:
        Completion completion = at(text)

        then:
        text.replace('|', '').substring(completion.from(), completion.to()) == replaced

        where:
        text                                         || replaced
        'clu|'                                       || 'clu'
        'clu|ster'                                   || 'clu'
        "cluster('c') { run 'x' on nodes['a,comp|"   || 'comp'
        "cluster('c') { node('comp|"                 || 'comp'
        'api.listNodes(role: |'                      || ''
    }

    def 'candidates that begin with it come alone, then those whose parts do, then those that have it: #written'() {
        expect:
        Matching.matching(['okNodes', 'failedNodes', 'ok', 'nodes'].collect { new Candidate(it, '', '', Candidate.Kind.PROPERTY) },
                written)*.text() == matching

        where:
        written || matching
        ''      || ['okNodes', 'failedNodes', 'ok', 'nodes']
        'ok'    || ['okNodes', 'ok']
        'OK'    || ['okNodes', 'ok']
        'oN'    || ['okNodes']
        'fN'    || ['failedNodes']
        'node'  || ['nodes']
        'des'   || ['okNodes', 'failedNodes', 'nodes']
        'x'     || []
    }

    def 'a cursor outside of the text is taken for the nearest inside'() {
        expect:
        new Document('clu', SessionContext.EMPTY).complete(cursor, KnownNames.EMPTY).to() == at

        where:
        cursor || at
        -1     || 0
        99     || 3
    }

    private Completion at(String marked, SessionContext context = SessionContext.EMPTY, KnownNames known = names) {
        new Document(marked.replace('|', ''), context).complete(marked.indexOf('|'), known)
    }

    private static String help(WordPlace place, String word) {
        Vocabulary.at(place, word).get().help()
    }

    private static Wanted wanted(Kind kind, String cluster = null) {
        new Wanted(kind, Optional.ofNullable(cluster))
    }

    private static Name name(String text) {
        new Name(text, '')
    }
}
