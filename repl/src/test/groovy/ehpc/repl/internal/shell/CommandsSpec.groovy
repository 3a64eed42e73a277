package ehpc.repl.internal.shell

import ehpc.api.Catalogue
import ehpc.connect.ConnectionOptions
import ehpc.edit.KnownNames
import ehpc.language.Vocabulary
import ehpc.local.LocalOptions
import ehpc.repl.internal.result.Format
import ehpc.repl.internal.terminal.ColorMode
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class CommandsSpec extends Specification {

    private static final String DEMO = 'ehpc-hz-localdemo1'
    private static final String HYBRID = 'ehpc-hz-localhybrid'

    @TempDir
    Path home

    @AutoCleanup
    QuietShell shell

    def setup() {
        shell = new QuietShell(ConnectionOptions.defaults().environment([:]).home(home).local(LocalOptions.defaults()), [HOME: home.toString()])
    }

    def 'a command is found by a beginning that is clear, and with a colon too'() {
        expect:
        shell.command(line) == null
        shell.done == done

        where:
        line     || done
        '/clear' || ['clear']
        '/cl'    || ['clear']
        ':clear' || ['clear']
        ' /exit' || ['leave']
        ':ex'    || ['leave']
    }

    def '#line is reported with the nearest name'() {
        expect:
        shell.command(line) == message

        where:
        line         || message
        '/hlep'      || "unknown command '/hlep'; did you mean '/help'?"
        '/clear all' || "/clear expects no argument, got 'all'"
        '/whoami me' || "/whoami expects no argument, got 'me'"
    }

    def '/help shows the commands and the keys'() {
        when:
        shell.command('/help')
        String page = shell.printed()

        then:
        shell.commands.all().every { page.contains("\n  ${it.form()} ") && page.replaceAll(/\s+/, ' ').contains(it.help()) }
        page.contains('\nKeys\n  Tab ')
        page.readLines()*.length().max() <= 120
    }

    def '/help #topic has a page'() {
        expect:
        shell.command("/help $topic") == null
        shell.printed().startsWith(start)

        where:
        topic        || start
        'waves'      || 'waves, after run\n  waves SIZE, SIZE, ...\n'
        'ListNodes'  || 'ListNodes\n'
        'listNodes'  || 'ListNodes\n'
        'use'        || '/use\n  /use [CLUSTER | - | none]\n'
        '/use'       || '/use\n'
        'operations' || 'Operation '
        'words'      || 'Word '
        'shell'      || 'Input\n'
    }

    def '/help of an unknown topic suggests the nearest one'() {
        expect:
        shell.command('/help wvaes') == "no help for 'wvaes'; did you mean 'waves'?"
        shell.command('/help zebra') == "no help for 'zebra'; /help words and /help operations list the topics"
        shell.command('/help list jobs') == null
        shell.printed().startsWith("Topics about 'list jobs'\n  ListJobs ")
    }

    def '/use lists the clusters with the current one marked, and goes from one to another and back'() {
        when:
        shell.command('/use')

        then:
        shell.printed().readLines()*.tokenize() == [
            ['Cluster', 'Name', 'Status'], [DEMO, 'localdemo1', 'running'], [HYBRID, 'localhybrid', 'running']
        ]

        when:
        shell.command("/use $DEMO")
        shell.command("/use $HYBRID")
        shell.command('/use')

        then:
        shell.session.context().cluster().get() == HYBRID
        shell.printed().readLines().findAll { it.startsWith('*') }*.contains(HYBRID) == [true]

        when:
        shell.command('/use -')

        then:
        shell.session.context().cluster().get() == DEMO

        when:
        shell.command('/use -')

        then:
        shell.session.context().cluster().get() == HYBRID

        when:
        shell.command('/use none')

        then:
        shell.session.context().cluster().empty
        shell.notes[-1] == 'no cluster'
    }

    def '/use of an unknown cluster suggests the nearest one, and changes nothing'() {
        expect:
        shell.command('/use ehpc-hz-localdemo2') == "cluster 'ehpc-hz-localdemo2' not found in cn-hangzhou; did you mean '$DEMO'?"
        shell.command('/use zebra') == "cluster 'zebra' not found in cn-hangzhou; known: $DEMO, $HYBRID"
        shell.session.context().cluster().empty
    }

    def '/set lists the settings, and changes them'() {
        when:
        ['output json', 'color always', 'editing vi', 'pager on', 'plan on'].each { assert shell.command("/set $it") == null }
        shell.command('/set')
        List<List<String>> rows = shell.printed().readLines().tail()*.tokenize()*.take(2)

        then:
        shell.settings.output() == Format.JSON
        shell.settings.color() == ColorMode.ALWAYS
        shell.settings.editing() == Editing.VI
        shell.settings.pager()
        shell.settings.plan()
        rows == [['output', 'json'], ['plan', 'on'], ['profile', 'local'], ['region', 'cn-hangzhou'], ['color', 'always'], ['editing', 'vi'],
            ['pager', 'on']]
    }

    def '/set #argument is refused'() {
        expect:
        shell.command("/set $argument") == message

        where:
        argument           || message
        'ouput json'       || "unknown setting 'ouput'; did you mean 'output'?"
        'zebra on'          || "unknown setting 'zebra'; known: output, plan, profile, region, color, editing, pager"
        'output jsn'       || "output must be text, table, json, ndjson, csv or yaml, is 'jsn'; did you mean 'json'?"
        'plan maybe'       || "plan must be on or off, is 'maybe'"
        'output json csv'  || 'output expects one value, got 2'
        'region cn-hangzo' || "the local service has no region 'cn-hangzo'; did you mean 'cn-hangzhou'?"
        'region cn-beijing' || "the local service has no region 'cn-beijing'; known: cn-hangzhou"
        'profile nobody'   || "profile 'nobody' not found in ~/.aliyun/config.json or ~/.alibabacloud/credentials.ini; known: none"
    }

    def 'another profile is another account: it is reported, and the cluster is left'() {
        given:
        Files.createDirectories(home.resolve('.aliyun'))
        Files.writeString(home.resolve('.aliyun/config.json'), '''{"current": "work", "profiles": [{"name": "work", "mode": "AK",
            "access_key_id": "LTAI5tMainProfile0Main", "access_key_secret": "CANARY", "region_id": "cn-beijing"}]}''')
        shell.command("/use $DEMO")

        when:
        String problem = shell.command('/set profile work')

        then:
        problem == null
        shell.notes[-1] == "profile work, a real account, region cn-beijing; left cluster $DEMO"
        shell.session.context().cluster().empty
        !shell.account.local
        shell.account.name() == 'work'

        when:
        shell.command('/set region cn-shanghai')

        then:
        shell.notes[-1] == 'region cn-shanghai'
        shell.account.ehpc().region() == 'cn-shanghai'
        shell.command('/set region cn-shangai') == "unknown region 'cn-shangai'; did you mean 'cn-shanghai'?"

        when:
        shell.command('/whoami')
        String page = shell.printed()

        then:
        page.startsWith("key id    LTAI5t…Main, from ~/.aliyun/config.json, profile 'work'\nregion    cn-shanghai\n" +
                'endpoint  https://ehpc.cn-shanghai.aliyuncs.com\n')
        !page.contains('CANARY')

        when:
        shell.command('/set profile local')

        then:
        shell.account.local
        shell.notes[-1] == 'profile local, a new local service'
        shell.command("/use $DEMO") == null

        when:
        shell.command('/set profile local')

        then:
        shell.notes[-1] == 'profile local, unchanged'
        shell.session.context().cluster().present
    }

    def 'a profile with the name of the default is another one'() {
        given:
        Files.createDirectories(home.resolve('.aliyun'))
        Files.writeString(home.resolve('.aliyun/config.json'), '''{"current": "work", "profiles": [
            {"name": "work", "mode": "AK", "access_key_id": "LTAI5tMainProfile0Work", "access_key_secret": "A", "region_id": "cn-beijing"},
            {"name": "default", "mode": "AK", "access_key_id": "LTAI5tMainProfile0Dflt", "access_key_secret": "B", "region_id": "cn-shanghai"}]}''')
        QuietShell real = new QuietShell(ConnectionOptions.defaults().environment([:]).home(home), [HOME: home.toString()])

        when:
        real.command('/set profile default')
        real.command('/whoami')

        then:
        real.notes[-1] == 'profile default, a real account, region cn-shanghai'
        real.printed().startsWith('key id    LTAI5t…Dflt')

        cleanup:
        real.close()
    }

    def 'a region that an entry chose is the one of commands, until a command chooses another'() {
        given:
        shell.enter("region 'cn-shanghai'")

        when:
        shell.command('/set region')
        String before = shell.printed()
        shell.command('/set region cn-hangzhou')

        then:
        before.contains('cn-shanghai')
        shell.notes[-1] == 'region cn-hangzhou'
        shell.session.context().region().empty
        shell.ehpc().region() == 'cn-hangzhou'

        when:
        shell.enter("region 'cn-shanghai'")

        then:
        shell.ehpc().region() == 'cn-shanghai'
        shell.command('/use zebra') == "cluster 'zebra' not found in cn-shanghai; known: none"

        when: 'another account begins in its own'
        Files.createDirectories(home.resolve('.aliyun'))
        Files.writeString(home.resolve('.aliyun/config.json'), '''{"current": "work", "profiles": [{"name": "work", "mode": "AK",
            "access_key_id": "LTAI5tMainProfile0Main", "access_key_secret": "CANARY", "region_id": "cn-beijing"}]}''')
        shell.command('/set profile work')

        then:
        shell.notes[-1] == 'profile work, a real account, region cn-beijing'
        shell.ehpc().region() == 'cn-beijing'
    }

    def '/history shows the numbered entries, or those that contain a text'() {
        given:
        shell.history.addAll(['clusters', "cluster('x') {\n    run 'a' on nodes\n}", '/use'])

        when:
        shell.command('/history')

        then:
        shell.printed() == "1  clusters\n2  cluster('x') {\n       run 'a' on nodes\n   }\n3  /use\n"

        when:
        shell.command('/history CLUSTERS')

        then:
        shell.printed() == '1  clusters\n'

        when:
        shell.command('/history zebra')

        then:
        shell.notes == ["no entry of the history contains 'zebra'"]
    }

    def '/trace shows requests as they happen, without secrets'() {
        when:
        shell.command('/trace on')
        shell.enter('println clusters.size()')
        List<String> lines = shell.err.toString('UTF-8').readLines()

        then:
        lines.size() == 2
        lines[0].startsWith('-> ListClusters')
        lines[1] ==~ /<- ListClusters ok, \d+ ms, request [0-9A-F-]+/
        shell.settings.trace()

        when:
        shell.command('/trace off')
        shell.err.reset()
        shell.enter('println clusters.size()')

        then:
        shell.err.size() == 0
        !shell.settings.trace()
    }

    def '/debug is switched on or off, or shown'() {
        when:
        ['/debug', '/debug on', '/debug', '/debug off'].each { String line -> shell.command(line) }

        then:
        shell.notes == ['debug is off', 'debug is on', 'debug is on', 'debug is off']
    }

    def '/trace reports a refusal, and masks secrets'() {
        given:
        shell.command('/trace on')

        when:
        shell.enter("api.addUsers(clusterId: '$HYBRID', user: [[name: 'marymary', group: 'users', password: 'CANARY8pass!']])")

        then:
        thrown(Exception)
        shell.err.toString('UTF-8') ==~ /(?s)-> AddUsers.*\n<- AddUsers http \d{3} \S+, \d+ ms.*\n/
        !shell.err.toString('UTF-8').contains('CANARY')
    }

    def 'the argument of #line is completed'() {
        given:
        shell.names[new KnownNames.Wanted(KnownNames.Kind.CLUSTER, Optional.empty())] = [new KnownNames.Name(DEMO, 'running')]
        Files.writeString(home.resolve('kept.ehpc'), '')
        Files.writeString(home.resolve('notes.txt'), '')
        Files.createDirectory(home.resolve('scripts'))

        expect:
        suggested(line).containsAll(wanted)
        suggested(line).disjoint(unwanted)

        where:
        line                || wanted                             | unwanted
        '/help wa'          || ['waves', 'use', 'ListNodes']      | ['+']
        '/help she'         || ['shell']                          | ['+']
        '/use '             || [DEMO, '-', 'none']                | []
        '/set '             || ['output', 'profile', 'pager']     | ['trace']
        '/set output '      || ['json', 'table']                  | ['on']
        '/set plan o'       || ['on', 'off']                      | []
        '/set region cn-h'  || ['cn-hangzhou']                    | []
        '/plan o'           || ['on', 'off']                      | []
        '/plan '            || ['on', 'off', '--allow-effects']   | ['all']
        '/debug '           || ['on', 'off']                      | []
        '/trace '           || ['on', 'off']                      | []
        '/load ~/'          || ['kept.ehpc', 'scripts/']          | ['notes.txt']
        '/save ~/k'         || ['kept.ehpc']                      | ['scripts/']
        '/load ~/nowhere/x' || []                                 | ['kept.ehpc']
        '/clear '           || []                                 | ['on']
    }

    def 'every word and operation has a help page with an example'() {
        expect:
        (Vocabulary.names() + Catalogue.ehpc().names()).every { shell.command("/help $it") == null }
    }

    private List<String> suggested(String line) {
        String[] parts = line.substring(1).split(' ', 2)
        shell.commands.find(parts[0]).get().completion().apply(shell, parts[1]).all()*.text()
    }
}
