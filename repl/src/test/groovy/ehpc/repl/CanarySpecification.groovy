package ehpc.repl

import ehpc.local.ExecutionMode
import ehpc.local.LocalOptions
import ehpc.local.LocalService
import groovy.json.JsonOutput
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** A user whose secrets are searched in all outputs and files after each feature. */
abstract class CanarySpecification extends Specification {

    static final String CLUSTER = 'ehpc-hz-localdemo1'

    static final Map<String, String> SECRETS = Canaries.SECRETS

    /** A command with each secret in it. */
    static final String COMMANDS = SECRETS.keySet().collect { "run \"test -n \${secret('$it').reveal()}\" on nodes.login" }.join('\n')

    static final String USER = "api.addUsers(user: [[name: args[0], group: 'users', password: secret('PASSWORD')]])"

    static final String DEPLOY = "cluster('$CLUSTER') {\n$COMMANDS\n$USER\n}\n"

    /** The local service does not create users. */
    static final Closure<Map<String, String>> CREATING = { String operation, Map<String, String> sent ->
        operation == 'AddUsers' ? [RequestId: 'R-2'] : null
    }

    static final String REFUSED = 'The value is invalid: '

    @Shared
    @TempDir
    Path directory

    @Shared
    @AutoCleanup
    LocalService service = LocalService.start(
            LocalOptions.defaults().withExecution(ExecutionMode.HOST).withAccessKey('LTAI5tC4n4ry0Key', Canaries.KEY_SECRET))

    @Shared
    @AutoCleanup
    RewrittenService front = new RewrittenService(service)

    @Shared
    Path home

    @Shared
    Path installed

    @Shared
    Installation installation

    /** All outputs so far, by the command. */
    @Shared
    Map<String, byte[]> outputs = [:]

    def setupSpec() {
        home = Files.createDirectories(directory.resolve('home'))
        installed = directory.resolve('installation')
        installation = new Installation(installed)
        ['state', 'cache', 'config', 'tmp'].each { Files.createDirectories(home.resolve(it)) }
        Files.writeString(directory.resolve('deploy.ehpc'), DEPLOY)
        Files.writeString(directory.resolve('user.ehpc'), "cluster('$CLUSTER') {\n$USER\n}\n")
    }

    def setup() {
        front.reply = CREATING
    }

    def cleanup() {
        List<String> found = leaks()
        outputs.clear()
        home.resolve('state').toFile().deleteDir()
        Files.createDirectories(home.resolve('state'))
        assert found == []
    }

    /** A refusal that repeats the parameters in each form. */
    static Closure<Map<String, String>> repeating(String operation) {
        { String called, Map<String, String> sent ->
            String value = sent['User.1.Password'] ?: sent.Command ?: sent.SecurityToken
            String message = REFUSED + (Canaries.forms(value).values() + sent.toString() + JsonOutput.toJson(sent)).join(' | ')
            called == operation ? [Code: 'InvalidParams', Message: message, RequestId: 'R-1'] : CREATING(called, sent)
        }
    }

    String user() {
        "canary.u${System.nanoTime() % 1_000_000_000}"
    }

    String file(String name) {
        directory.resolve("${name}.ehpc").toString()
    }

    Map<String, String> environment() {
        SECRETS + [
            HOME           : home.toString(), XDG_STATE_HOME: "$home/state".toString(), XDG_CACHE_HOME: "$home/cache".toString(),
            XDG_CONFIG_HOME: "$home/config".toString(), TMPDIR: "$home/tmp".toString(), LANG: 'C.UTF-8', DEBUG: 'sdk',
            ALIBABA_CLOUD_ACCESS_KEY_ID: service.accessKeyId(), ALIBABA_CLOUD_ACCESS_KEY_SECRET: Canaries.KEY_SECRET,
            ALIBABA_CLOUD_SECURITY_TOKEN: Canaries.TOKEN]
    }

    List<String> account() {
        ['--region', 'cn-hangzhou', '--endpoint', front.endpoint()]
    }

    Ended perform(String... words) {
        boolean local = words.any { it in ['runs', 'attach', 'resume'] }
        kept(words.join(' ').take(60), Cli.call(env: environment(), ((local ? [] : account()) + words.toList()) as String[]))
    }

    Ended kept(String title, Ended ended) {
        outputs["${outputs.size()}: $title out".toString()] = ended.out().getBytes('UTF-8')
        outputs["${outputs.size()}: $title err".toString()] = ended.err().getBytes('UTF-8')
        ended
    }

    List<String> leaks() {
        Canaries.leaks(outputs, [home, installed])
    }
}
