package ehpc.repl

import ehpc.repl.internal.render.PrettyJson
import groovy.json.JsonOutput
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions

/**
 * Secrets stay secret in every output and every file of the program. The user's directories, the directory for temporary files and all
 * outputs are searched for every secret in every form. The output of commands and of {@code println} is not a message of ehpc: these
 * scripts print none.
 */
@Timeout(300)
@Requires({ !System.getProperty('os.name').startsWith('Windows') })
class SecretCanarySpec extends CanarySpecification {

    @AutoCleanup
    Tmux terminal

    def 'the search finds #name in each form, in a file and in an output'() {
        given:
        Path file = home.resolve('state/planted')

        expect:
        leaks() == []
        Canaries.forms(value).every { form, text ->
            outputs.planted = Files.write(file, "before $text after".getBytes('UTF-8')).toFile().bytes
            leaks().containsAll(["$name as $form in planted", "$name as $form in $file"]*.toString())
        }

        cleanup:
        Files.delete(file)
        outputs.clear()

        where:
        name << Canaries.ALL.keySet()
        value = Canaries.ALL[name]
    }

    def 'a run with --output #form'() {
        when:
        Ended ended = perform('--output', form, '--trace', '--debug', 'run', file('deploy'), user())

        then:
        ended.code() == 0
        ended.err().contains("Command=test -n '***'")

        and: 'the secrets arrived'
        SECRETS.values().every { value -> front.received.any { it.Command?.startsWith("test -n ${Canaries.quoted(value)}") } }
        front.received.any { it['User.1.Password'] == SECRETS.PASSWORD }
        front.received.every { it.SecurityToken == Canaries.TOKEN }

        where:
        form << ['text', 'table', 'json', 'ndjson', 'csv', 'yaml']
    }

    def 'a command that fails, prints the secret and has it in its results, with --output #form'() {
        when:
        Ended ended = perform("--output=$form", '--trace', '--debug', 'run', '-e', """cluster('$CLUSTER') {
            def r = run "echo \${secret('$name').reveal()}; false" on nodes.login
            println r.failedNodes
            run "false \${secret('$name').reveal()}" on nodes.login
        }""")

        then:
        ended.code() == 1
        ended.err().contains("run 'false '***")

        when:
        String id = PrettyJson.read(perform('runs', '--output', 'json').out())[0].run
        Ended shown = perform('runs', id)

        then:
        shown.out().contains("run 'echo '***'; false'")

        where:
        [name, form] << SECRETS.keySet().collect { [it, 'text'] } + [['PASSWORD', 'json'], ['PASSWORD', 'csv']]
    }

    def 'plan and check: #words'() {
        when:
        Ended ended = perform(*words.collect { it.replace('FILE', file('deploy')).replace('HOME', home.toString()) })

        then:
        ended.code() == code

        where:
        words                                          || code
        ['check', 'FILE']                              || 0
        ['--trace', 'plan', 'FILE', 'someuser']                    || 0
        ['--output', 'json', 'plan', 'FILE', 'someuser']           || 0
        ['--debug', 'plan', '-o', 'HOME/refused.json', 'FILE', 'someuser'] || 2
    }

    def 'a saved plan, and its run with a service that repeats the secret'() {
        expect:
        perform('--trace', 'plan', '-o', home.resolve('plan.json').toString(), file('user'), user()).code() == 0

        when:
        front.reply = repeating('AddUsers')
        Ended refused = perform('--trace', '--debug', 'run', '--plan', home.resolve('plan.json').toString())

        then:
        refused.code() == 3
        refused.err().contains("$REFUSED***")

        when:
        front.reply = CREATING

        then:
        perform('--trace', '--debug', 'run', '--plan', home.resolve('plan.json').toString()).code() == 0
        front.received.last()['User.1.Password'] == SECRETS.PASSWORD
    }

    def 'a service that repeats the parameters of #operation in its refusal, which the script also prints'() {
        given:
        front.reply = repeating(operation)
        String script = "cluster('$CLUSTER') {\n$statement\n}"

        when:
        Ended ended = perform('--trace', '--debug', 'run', '-e', script, user())

        then:
        ended.code() == 3
        ended.err().contains(REFUSED)
        ended.err().contains('***')

        where:
        operation            | statement
        'AddUsers'           | "try { $USER } catch (e) { println e.message; throw e }"
        'InvokeShellCommand' | COMMANDS.readLines()[1]
        'InvokeShellCommand' | COMMANDS.readLines()[2]
        'InvokeShellCommand' | COMMANDS.readLines()[5]
        'GetPostScripts'     | "println secret('LONG'); println postScripts"
    }

    def 'a service that repeats a command after the first wave, with --output #form'() {
        given:
        int submits = 0
        Closure<Map<String, String>> refusing = repeating('InvokeShellCommand')
        front.reply = { operation, sent -> operation == 'InvokeShellCommand' && ++submits > 1 ? refusing(operation, sent) : null }

        when:
        Ended ended = perform('--output', form, '--debug', 'run', '-e', "cluster('$CLUSTER') {\n$command\n}")

        then:
        submits == 2
        (ended.out() + ended.err()).contains(REFUSED)

        where:
        [form, line] << [['text', 'json', 'table'], [1, 4]].combinations()
        command = COMMANDS.readLines()[line].replace('on nodes.login', 'waves 2 on nodes.compute')
    }

    def 'call: #words'() {
        given:
        front.reply = reply

        when:
        Ended ended = perform('--trace', '--debug', 'call', *words.collect { it.replace('USER', user()) })

        then:
        ended.code() == code

        where:
        words                                                                                || reply || code
        parameters('AddUsers', 'USER', SECRETS.PASSWORD)                                     || CREATING || 0
        parameters('AddUsers', 'USER', SECRETS.PASSWORD)                                     || repeating('AddUsers') || 3
        parameters('AddUsers', 'USER', SECRETS.LONG)                                         || CREATING || 2
        ['AddUsers', '--ClusterId', CLUSTER, '--User', JsonOutput.toJson([Password: SECRETS.PASSWORD])[0..-2]] || CREATING || 2
        ['AddUsers', '--ClusterId', CLUSTER, '--User', JsonOutput.toJson(SECRETS.PASSWORD)]  || CREATING || 2
        ['AddUsers', '--ClusterId', CLUSTER, '--User', SECRETS.PASSWORD]                     || CREATING || 2
        ['AddUsers', '--ClusterId', CLUSTER, '--User.1.Pasword', SECRETS.PASSWORD]           || CREATING || 2
    }

    def 'an exception of the script whose text has #name in every form'() {
        when:
        Ended ended = perform('--trace', '--debug', 'run', '-e', """
            def s = secret('$name').reveal()
            def forms = [s, URLEncoder.encode(s, 'UTF-8'), URLEncoder.encode(s, 'UTF-8').replace('+', '%20'), s.bytes.encodeBase64(),
                         "user:\$s".bytes.encodeBase64(), "\$s\\n".bytes.encodeBase64Url(), "'" + s.replace("'", "'\\\\''") + "'",
                         groovy.json.JsonOutput.toJson([a: s])]
            throw new IllegalStateException(forms.join(' | '), new IOException("because of \$s"))
            """)

        then:
        ended.code() == 1
        ended.err().contains('IllegalStateException: *** | *** | *** | ')

        where:
        name << SECRETS.keySet()
    }

    def 'an exception of the script whose text has the #name of the account'() {
        expect:
        perform('--debug', 'run', '-e', "throw new IllegalStateException(env.ALIBABA_CLOUD_$name)").err().contains('IllegalStateException: ***')

        where:
        name << ['ACCESS_KEY_SECRET', 'SECURITY_TOKEN']
    }

    def 'a run that is killed, and then listed, collected and resumed'() {
        given:
        front.received.clear()
        String script = "cluster('$CLUSTER') {\n run \"sleep 2; test -n \${secret('PASSWORD').reveal()}\" on nodes.login\n$COMMANDS\n}"
        Process process = installation.start(env: environment(), [installation.launcher] + account() + ['-e', script])
        new PollingConditions(timeout: 60, delay: 0.02).eventually { assert front.received.any { it.Action == 'ListInvocationStatus' } }
        process.destroyForcibly().waitFor()

        when:
        String id = PrettyJson.read(perform('runs', '--output', 'json').out())[0].run
        List<Ended> ended = ['runs', 'runs ID', '--output json runs ID', '--trace --debug attach ID', '--trace --debug resume ID', 'runs ID']
                .collect { String line -> perform(line.replace('ID', id).tokenize(' ') as String[]) }

        then:
        ended*.code() == [0] * 6
        Files.readString(home.resolve("state/ehpc/runs/$id/journal.jsonl")).contains('***')
    }

    def 'a process with all logs of the SDK and of the libraries, and a failing thread'() {
        given:
        Path logging = Files.writeString(directory.resolve('logging.properties'),
                'handlers=java.util.logging.ConsoleHandler\n.level=ALL\njava.util.logging.ConsoleHandler.level=ALL\n')
        String options = ['-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl',
                          '-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.SimpleLog',
                          '-Dorg.apache.commons.logging.simplelog.defaultlog=trace',
                          "-Djava.util.logging.config.file=$logging"].join(' ')
        front.reply = repeating('SyncUsers')

        when:
        Ended ended = kept('loud', installation.call(env: environment() + [DEBUG: 'sdk', EHPC_JAVA_OPTS: options],
                *account(), '--trace', '--debug', 'run', '-e', DEPLOY + """
                Thread.start { throw new IllegalStateException(secret('ACCENTS').reveal()) }.join()
                cluster('$CLUSTER') { syncUsers() }
                """, user()))

        then:
        ended.code() == 1
        ended.err().contains('IllegalStateException: ***')
        ended.err().contains('[DEBUG]')
    }

    @Requires({ Tmux.installed })
    def 'the shell in a terminal: its screen, history, plans and saved files'() {
        given:
        Path screen = directory.resolve('screen')
        Path saved = home.resolve('saved.ehpc')
        terminal = new Tmux(directory.resolve('tmux'), installation.env + environment(),
                "sleep 0.3; '$installation.launcher' ${account().join(' ')} --trace --debug")
        terminal.record(screen)
        front.reply = repeating('SyncUsers')

        when:
        terminal.until { it && it.last().endsWith('>') }
        terminal.enter("cluster('$CLUSTER')")
        terminal.until { it && it.last().contains(CLUSTER) && it.last().endsWith('>') }
        String prompt = terminal.lines.last()
        SECRETS.keySet().each { name ->
            terminal.enter("def v$name = secret('$name'); run \"test -n \${v${name}.reveal()}\" on nodes.login")
            terminal.enter("def r$name = run \"sleep 0.2; false \${v${name}.reveal()}\" on nodes.login")
            terminal.enter("throw new IllegalStateException(v${name}.reveal())")
        }
        terminal.enter('vPASSWORD')
        terminal.enter('run "false ${vPASSWORD.reveal()}" on nodes.login')
        terminal.enter("api.addUsers(user: [[name: 'shelluser', group: 'users', password: vPASSWORD]])")
        terminal.enter('syncUsers()')
        terminal.enter('/plan run "test -n ${vPASSWORD.reveal()}" on nodes.login')
        terminal.enter('/plan on')
        terminal.enter('run "test -n ${vACCENTS.reveal()}" on nodes.login')
        terminal.until { it && it.last().startsWith('send this?') }
        terminal.enter('y')
        terminal.enter('/plan off')
        terminal.enter('/history')
        terminal.enter("/save $saved")
        terminal.enter('println "done ${6 * 7}"')
        terminal.until { 'done 42' in it && it.last() == prompt }
        terminal.press('C-d').untilLast('ended with 0')
        outputs.screen = Files.readAllBytes(screen)
        outputs['screen, last lines'] = terminal.allLines.join('\n').getBytes('UTF-8')

        then:
        Files.exists(saved)
        Files.readString(home.resolve('state/ehpc/history')).contains('vPASSWORD.reveal()')
        SECRETS.keySet().every { new String(outputs.screen, 'UTF-8').contains("v$it") }
        SECRETS.values().every { value -> front.received.any { it.Command?.startsWith("test -n ${Canaries.quoted(value)}") } }
    }

    private static List<String> parameters(String operation, String user, String password) {
        [operation, '--ClusterId', CLUSTER, '--User.1.Name', user, '--User.1.Group', 'users', '--User.1.Password', password]
    }
}
