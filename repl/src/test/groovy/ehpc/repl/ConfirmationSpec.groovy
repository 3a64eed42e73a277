package ehpc.repl

import static ehpc.repl.Cli.call

import ehpc.local.LocalOptions
import ehpc.local.LocalService
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** What deletes, stops or resets something is confirmed: by an answer on a terminal, by --yes elsewhere. */
@Timeout(120)
class ConfirmationSpec extends Specification {

    static final String CLUSTER = 'ehpc-hz-localdemo1'
    static final String ADD = "users.add 'dave.liu', group: 'users', password: secret('PW')"
    static final String HOW = 'must be confirmed: add --yes, or run the script on a terminal, where ehpc asks'
    /** A terminal for standard input, in the form of the launcher. */
    static final String TERMINAL = '0'

    @AutoCleanup
    LocalService service = LocalService.start(LocalOptions.defaults())

    @TempDir
    Path directory

    def 'without a terminal, a script with such a word is refused before its first call: #how'() {
        when:
        Ended ended = ehpc(script, how)

        then:
        ended.code() == 2
        ended.out() == ''
        ended.err() == "ehpc: ${directory}/s.ehpc:3: 'users.delete' $HOW\n"
        service.requests().empty

        where:
        how << [[:], [terminals: TERMINAL, options: ['--no-input']]]
        script = block(ADD, "users.delete 'dave.liu'")
    }

    def 'with --yes it runs'() {
        when:
        Ended ended = ehpc(block(ADD, "users.password 'dave.liu', secret('PW')", "users.delete 'dave.liu'", 'println users'), [options: ['--yes']])

        then:
        ended == new Ended(0, '[]\n', '')
    }

    def 'a word that the text does not show is refused when it is reached'() {
        when:
        Ended ended = ehpc(block(ADD, 'def all = users', 'try {', "    all.delete 'dave.liu'", '} catch (Exception e) { }', 'println 1'), [:])

        then:
        ended == new Ended(5, '', "ehpc: 'users.delete' $HOW\n" +
                "${directory}/s.ehpc:5: users.delete was not approved: it was not sent, 1 step before it was\n" +
                "      all.delete 'dave.liu'\n")
        service.requests()*.action() == ['AddUsers']
    }

    def 'on a terminal ehpc shows the step and asks, and anything but yes is a no: #answer'() {
        when:
        Ended ended = ehpc(block(ADD, "users.delete 'dave.liu'", 'println users.size()'), [terminals: TERMINAL, input: answer])

        then:
        ended.code() == code
        ended.out() == out
        ended.err().contains('line 3  users.delete  1 call, needs confirmation')
        ended.err().contains('User.1.Name  "dave.liu"')
        ended.err().contains('send this? [y/N] ')
        service.requests()*.action().contains('DeleteUsers') == (code == 0)

        where:
        answer  || code | out
        'y\n'   || 0    | '0\n'
        'yes\n' || 0    | '0\n'
        'n\n'   || 5    | ''
        ''      || 5    | ''
    }

    def 'an operation of api is asked about like its word, a call of the command line is not'() {
        expect:
        ehpc(block('api.deleteUsers(user: [[name: "dave.liu"]])'), [:]).err() == "ehpc: ${directory}/s.ehpc:2: 'api.deleteUsers' $HOW\n"
        ehpc(block(ADD), [:]).code() == 0
        run(['call', 'DeleteUsers', '--ClusterId', CLUSTER, '--User.1.Name', 'dave.liu'], [:]).code() == 0
    }

    def 'a plan names the steps, and carrying it out asks nothing'() {
        given:
        String plan = directory.resolve('plan.json')
        ehpc(block(ADD), [:])
        String script = Files.writeString(directory.resolve('s.ehpc'), block("users.delete 'dave.liu'"))

        when:
        Ended planned = run(['plan', '-o', plan, script], [:])

        then:
        planned.code() == 0
        planned.out().contains('line 2  users.delete  1 call, needs confirmation')
        planned.out().contains('1 cluster, 1 step, 1 call, 0 nodes; 1 step needs confirmation; nothing was sent')

        and:
        run(['run', '--plan', plan], [:]).code() == 0
        service.requests()*.action().contains('DeleteUsers')
    }

    private static String block(String... lines) {
        "cluster('$CLUSTER') {\n${lines.join('\n')}\n}\n"
    }

    private Ended ehpc(String script, Map how) {
        Path file = Files.writeString(directory.resolve('s.ehpc'), script)
        run(((how.options ?: []) as List<String>) + ['run', file.toString()], how)
    }

    private Ended run(List<String> arguments, Map how) {
        call(how.subMap('terminals', 'input') + [env: [HOME: directory.toString(), PW: 'Change-Me-1',
                ALIBABA_CLOUD_ACCESS_KEY_ID: 'local', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'local-secret']],
                *(['--endpoint', service.endpoint().toString(), '--region', 'cn-hangzhou', '--no-journal'] + arguments))
    }
}
