package ehpc.repl

import ehpc.local.ExecutionMode
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import ehpc.repl.internal.render.PrettyJson
import spock.lang.Shared
import spock.lang.Specification
import tools.jackson.dataformat.yaml.YAMLMapper

class CallSpec extends Specification {

    private static final String CLUSTER = 'ehpc-hz-localdemo1'

    @Shared
    LocalService service = LocalService.start(LocalOptions.defaults().withExecution(ExecutionMode.HOST).withComputeNodes(12))

    def cleanupSpec() {
        service.close()
    }

    def 'an answer is printed as json'() {
        when:
        Ended ended = call('ListNodes', '--ClusterId', CLUSTER, '--Role=Compute', '--PageSize', '2')
        Object answer = PrettyJson.read(ended.out())

        then:
        ended.code() == 0
        ended.err() == ''
        answer.TotalCount == 12
        answer.Nodes.NodeInfo*.HostName == ['compute000', 'compute001']
        sent() == [ClusterId: CLUSTER, Role: 'Compute', PageSize: '2']
    }

    def 'all pages come as one answer'() {
        given:
        int before = service.requests().size()

        when:
        Object answer = PrettyJson.read(
                call('ListNodes', '--all-pages', '--ClusterId', CLUSTER, '--Role', 'Compute', '--PageSize', '5').out())

        then:
        answer.Nodes.NodeInfo*.HostName == (0..11).collect { String.format(Locale.ROOT, 'compute%03d', it) }
        answer.TotalCount == 12
        service.requests().drop(before)*.parameters()*.PageNumber == ['1', '2', '3']
    }

    def 'all pages as lines are the same elements, in #form'() {
        when:
        Ended streamed = call('ListNodes', '--all-pages', '--ClusterId', CLUSTER, '--PageSize', '5', '--output', form)
        Ended whole = call('ListNodes', '--ClusterId', CLUSTER, '--PageSize', '100', '--output', form)

        then:
        streamed.out() == whole.out()
        streamed.out().readLines().size() == lines
        streamed.code() == 0

        where:
        form     || lines
        'ndjson' || 14
        'csv'    || 15
        'text'   || 15
    }

    def 'a list without elements is a line of names in text and csv, and nothing in ndjson'() {
        when:
        Ended ended = call('ListNodes', '--ClusterId', CLUSTER, '--HostName', 'none', '--all-pages', '--output', form)

        then:
        ended.code() == 0
        ended.out().readLines().size() == lines

        where:
        form     || lines
        'ndjson' || 0
        'csv'    || 1
        'text'   || 1
    }

    def 'a missing region is added if the operation has one, and a given one is kept'() {
        when:
        call('GetPostScripts', '--ClusterId', CLUSTER)
        call('GetPostScripts', '--ClusterId', CLUSTER, '--RegionId', 'cn-shanghai')

        then:
        service.requests().takeRight(2)*.parameters()*.RegionId == ['cn-hangzhou', 'cn-shanghai']
    }

    def 'lists are repeated, numbered or JSON: #words'() {
        given:
        List<String> ids = (0..1).collect { node(it) }

        when:
        Ended ended = call((['InvokeShellCommand', '--ClusterId', CLUSTER, '--Command', 'true'] +
                words.collect { it.replace('ID0', ids[0]).replace('ID1', ids[1]) }) as String[])

        then:
        ended.code() == 0
        sent() == [ClusterId: CLUSTER, Command: 'true', 'Instance.1.Id': ids[0], 'Instance.2.Id': ids[1]]

        where:
        words << [
            ['--Instance.1.Id', 'ID0', '--Instance.2.Id=ID1'],
            ['--Instance', '[{"Id":"ID0"},{"Id":"ID1"}]'],
            ['--Instance', '{"Id":"ID0"}', '--Instance={"Id":"ID1"}'],
        ]
    }

    def 'a value may look like an option: #given'() {
        when:
        call((['InvokeShellCommand', '--ClusterId', CLUSTER] + given) as String[])

        then:
        sent().Command == command

        where:
        given                       || command
        ['--Command', '-h --help']  || '-h --help'
        ['--Command=--help']        || '--help'
        ['--Command', 'a=b --c']    || 'a=b --c'
    }

    def 'all errors of a call are reported together, and nothing is sent'() {
        given:
        int before = service.requests().size()

        when:
        Ended ended = call('ListNodes', '--PageSize', '1000', '--Rol', 'x', '--Role', 'compute', '--clusterId', 'y', '--al-pages', '--Sequence')

        then:
        ended.code() == 2
        ended.out() == ''
        ended.err() == '''\
            ehpc: ListNodes: unknown option '--clusterId'; did you mean '--ClusterId'?
            ehpc: ListNodes: unknown option '--al-pages'; did you mean '--all-pages'?
            ehpc: ListNodes: --Sequence must have a value; write a value that begins with -- as --Sequence=VALUE
            ehpc: ListNodes: ClusterId must be given
            ehpc: ListNodes: PageSize must be 1 to 100, is 1000
            ehpc: ListNodes: Role must be Manager, Login or Compute, is 'compute'; did you mean 'Compute'?
            ehpc: ListNodes: unknown parameter 'Rol'; did you mean 'Role'?
            '''.stripIndent()
        service.requests().size() == before
    }

    def 'a malformed parameter is reported: #message'() {
        when:
        Ended ended = call((['InvokeShellCommand', '--ClusterId', CLUSTER, '--Command', 'true'] + words) as String[])

        then:
        ended.code() == 2
        ended.err() == "ehpc: InvokeShellCommand: $message\n"

        where:
        words                                                || message
        ['--Instance', '[{"Id":"i-1"},']                     || "--Instance must be JSON, is '[{\"Id\":\"i-1\"},', with an error at character 15"
        ['--Instance', 'i-1']                                || "--Instance must be JSON, is 'i-1', with an error at character 1"
        ['--Instance', '[{"Id":"i"}]', '--Instance.2.Id', 'j'] || '--Instance must be given either numbered or in another form, not both'
        ['--ClusterId', 'again']                             || '--ClusterId must be given once, is given twice'
        ['--all-pages']                                      || '--all-pages must be used with a list that has pages, this answer has none'
    }

    def 'a refusal is reported with code and request id'() {
        when:
        Ended ended = call('ListNodes', '--ClusterId', 'ehpc-hz-nope')

        then:
        ended.code() == 3
        ended.out() == ''
        ended.err() ==~ /ehpc: ListNodes: ClusterNotFound: .* \(request id [0-9A-F-]{36}\)\n/
    }

    def 'a list as a table begins with the most important columns and leaves out empty ones'() {
        when:
        List<String> lines = call('--output', 'table', 'ListNodes', '--ClusterId', CLUSTER, '--Role', 'Login').out().readLines()

        then:
        lines.size() == 2
        lines[0].tokenize().take(4) == ['Id', 'HostName', 'Status', 'AddTime']
        lines[1].tokenize()[1..2] == ['login0', 'running']
        !lines[0].contains('PublicIpAddress')
    }

    def 'a table that is too wide for the terminal is fitted, and the number of hidden columns is reported'() {
        when:
        Ended ended = call(terminals: '012', env: [COLUMNS: '80', TERM: 'xterm'], '--output', 'table', 'ListNodes', '--ClusterId', CLUSTER)

        then:
        ended.out().readLines()*.length().max() <= 80
        ended.err() ==~ /ehpc: \d+ of \d+ columns do not fit; --output json shows all\n/
    }

    def 'an answer that is no list is a table of its values'() {
        when:
        List<List<String>> cells = call('--output', 'table', 'DescribeCluster', '--ClusterId', CLUSTER).out().readLines()*.tokenize()

        then:
        cells[0] == ['Field', 'Value']
        ['ClusterInfo.Id', CLUSTER] in cells
        ['ClusterInfo.EcsInfo.Compute.Count', '12'] in cells
    }

    def 'text is separated by tabs and has all columns, in one order'() {
        when:
        String text = call('--output', 'text', 'ListNodes', '--ClusterId', CLUSTER, '--PageSize', '3').out()
        List<List<String>> cells = text.readLines()*.split('\t', -1)*.toList()

        then:
        cells.size() == 4
        cells*.size().unique().size() == 1
        cells[0].contains('PublicIpAddress')
        cells.tail().collect { it[cells[0].indexOf('HostName')] } == ['manager0', 'login0', 'compute000']
    }

    def 'a list as #format has its elements one by one'() {
        when:
        String answer = call('--output', format, 'ListNodes', '--ClusterId', CLUSTER, '--PageSize', '3').out()

        then:
        reader.call(answer)*.HostName == ['manager0', 'login0', 'compute000']

        where:
        format   | reader
        'ndjson' | { String text -> text.readLines().collect { PrettyJson.read(it) } }
        'csv'    | { String text -> Csv.read(text) }
    }

    def 'an answer as yaml is that of json'() {
        when:
        String yaml = call('--output', 'yaml', 'ListNodes', '--ClusterId', CLUSTER).out()
        Map<String, Object> answer = new YAMLMapper().readValue(yaml, Map)

        then:
        answer.Nodes == (PrettyJson.read(call('ListNodes', '--ClusterId', CLUSTER).out()) as Map).Nodes
    }

    def 'an answer that is no list is one line of ndjson, and names and values in csv'() {
        expect:
        PrettyJson.read(call('--output', 'ndjson', 'DescribeCluster', '--ClusterId', CLUSTER).out()).ClusterInfo.Id == CLUSTER
        [Field: 'ClusterInfo.Id', Value: CLUSTER] in Csv.read(call('--output', 'csv', 'DescribeCluster', '--ClusterId', CLUSTER).out())
    }

    def 'csv keeps a value unchanged, a table escapes control characters'() {
        given:
        call('InvokeShellCommand', '--ClusterId', CLUSTER, '--Command', "printf 'a\tb'\ntrue")

        expect:
        Csv.read(call('--output', 'csv', 'ListCommands', '--ClusterId', CLUSTER, '--PageSize', '50').out())*.CommandContent.any {
            it == "printf 'a\tb'\ntrue"
        }
        call('--output', 'text', 'ListCommands', '--ClusterId', CLUSTER, '--PageSize', '50').out().contains("printf 'a\\tb'\\ntrue")
    }

    /** The parameters of the last request; the SDK adds the region to each. */
    private Map<String, String> sent() {
        service.requests().last().parameters().findAll { it.key != 'RegionId' }
    }

    private String node(int number) {
        Object answer = PrettyJson.read(call('ListNodes', '--ClusterId', CLUSTER, '--Role', 'Compute').out())
        answer.Nodes.NodeInfo[number].Id
    }

    private Ended call(Map options = [:], String... words) {
        Map<String, String> keys = [ALIBABA_CLOUD_ACCESS_KEY_ID: 'local', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'local-secret']
        List<String> account = ['--region', 'cn-hangzhou', '--endpoint', service.endpoint().toString(), 'call']
        List<String> all = words[0] == '--output' ? words.toList().take(2) + account + words.toList().drop(2) : account + words.toList()
        Cli.call(options + [env: keys + ((options.env ?: [:]) as Map)], all as String[])
    }
}
