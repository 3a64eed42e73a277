package ehpc.dsl

import ehpc.TestService
import ehpc.script.InteractiveSession
import ehpc.script.ScriptException
import ehpc.script.Scripts
import spock.lang.Specification

/** A value that came to be while the script ran is never read by a shell, whatever way it takes to a command. */
class OwnTextSpec extends Specification {

    private static final String REFUSED = 'a command must be a text of the script itself, is a value: write run "... ${value} ...", ' +
            'which keeps each value one word, or raw(...) to insert it as shell code'

    private final TestService service = new TestService(1)

    def 'a value is refused that comes #way'() {
        when:
        run(text)

        then:
        ScriptException e = thrown()
        e.problems()[0].message() == REFUSED
        service.count('InvokeShellCommand') == 0

        where:
        way                       | text
        'from the arguments'      | 'cluster("c") { run args[0] on nodes }'
        'through a parameter'     | 'def go(c, s) { run c on s }\ncluster("c") { go("echo " + args[0], nodes) }'
        'through a closure'       | 'def go = { c, s -> run c on s }\ncluster("c") { go("echo ${args[0]}".toString(), nodes) }'
        'out of a collection'     | 'cluster("c") { [args[0]].collect { "echo " + it }.each { run it on nodes } }'
        'out of a map'            | 'def m = [c: "echo " + args[0]]\ncluster("c") { run m.c on nodes }'
        'through a class'         | 'class J { String cmd }\ncluster("c") { run new J(cmd: "echo ${args[0]}").cmd on nodes }'
        'through a typed closure' | 'Closure<String> b = { x -> "echo " + x }\ncluster("c") { run b(args[0]) on nodes }'
        'through api'             | 'cluster("c") { api.invokeShellCommand(command: "echo ${args[0]}", timeout: 5) }'
        'through inject'          | 'cluster("c") { run(["echo", args[0]].inject { a, b -> a + " " + b }).on(nodes) }'
        'through intern()'        | 'def c = { ("echo " + it).intern() }\ncluster("c") { run c(args[0]) on nodes }'
        'through Eval'            | 'def c = { Eval.me("\'echo $it\'") }\ncluster("c") { run c(args[0]) on nodes }'
        'through GroovyShell'     | 'def c = { new GroovyShell().evaluate("\'echo $it\'") }\ncluster("c") { run c(args[0]) on nodes }'
        'through ConfigSlurper'   | 'def c = { new ConfigSlurper().parse("c = \'echo $it\'").c }\ncluster("c") { run c(args[0]) on nodes }'
        'behind a value'          | 'def add = { a, b -> a + b }\ncluster("c") { run add("echo ${1} ", args[0]) on nodes }'
        'as a GString'            | 'import org.codehaus.groovy.runtime.GStringImpl\ndef c = { new GStringImpl([] as Object[], [it] as String[]) }\n' +
                'cluster("c") { run c(args[0]) on nodes }'
        'as the name of a thing'  | 'enum E { halt }\ncluster("c") { run Thread.currentThread().threadGroup.name on nodes }'
        'through api, interned'   | 'cluster("c") { api.invokeShellCommand(command: ("echo " + args[0]).intern(), timeout: 5) }'
    }

    def 'a text that the script names among others may be chosen from outside'() {
        when:
        run('def allowed = [ls: "ls -l", df: "df -h"]\ncluster("c") { run allowed[["d", "f"].join("")] on nodes }')

        then:
        service.requests('InvokeShellCommand')*.parameters()*.Command == ['df -h']
    }

    def 'texts of earlier entries of a session are own, and of classes that an entry defines'() {
        given:
        InteractiveSession session = new InteractiveSession()

        when:
        ['cluster("c")', 'def c = "echo a"', 'class J { static String c() { "echo b" } }', 'run c on nodes', 'run J.c() on nodes'].each {
            session.compile(it).over(service.ehpc()).output(new StringBuilder()).run()
        }

        then:
        service.requests('InvokeShellCommand')*.parameters()*.Command == ['echo a', 'echo b']
    }

    def 'a control character that an escape made is told when it comes to light'() {
        when:
        run('def go = { c -> cluster("c") { run c on nodes } }\ngo ' + text)

        then:
        ScriptException e = thrown()
        e.problems()[0].message() == "a command must not contain the control character $character, the result of an escape in Groovy; " +
                'write its backslash twice, or raw(...) to keep the character'
        service.count('InvokeShellCommand') == 0

        where:
        text                           || character
        "'sed s/a/\\1/'"             || 'U+0001'
        "\"sed s/\${1}/\\b/\""    || 'U+0008'
    }

    def 'text of the script passes, whatever is done with it'() {
        when:
        run("cluster('c') { $text }")

        then:
        service.requests('InvokeShellCommand')*.parameters()*.Command == [sent]

        where:
        text                                                      || sent
        "def c = 'echo a'; run c on nodes"                        || 'echo a'
        "def c = 'echo a'; c = c; run c on nodes"                 || 'echo a'
        "['echo a'].each { run it on nodes }"                     || 'echo a'
        "run 'echo ' + 'a' on nodes"                              || 'echo a'
        "run ' echo a '.trim() on nodes"                          || 'echo a'
        "def l = ['cd /', 'ls']; run l.join(' && ') on nodes"     || 'cd / && ls'
        "def m = [c: 'echo a']; run m.c on nodes"                 || 'echo a'
        'run raw("echo " + args[0] + 1) on nodes'                 || 'echo ; halt1'
        'def c = "echo ${args[0]}"; run c on nodes'               || "echo '; halt'"
        'api.invokeShellCommand(command: "ls", timeout: 5)'       || 'ls'
    }

    def 'a secret is not put into a command by raw either'() {
        when:
        run("cluster('c') { run raw(secret('PW')) on nodes }")

        then:
        ScriptException e = thrown()
        e.problems()[0].message() == "secret 'PW' must not be put into a command"
    }

    def 'what shows the inside of an object shows no secret'() {
        expect:
        run("def s = secret('PW'); $text").value().toString().contains('hunter2') == shown

        where:
        text                                 || shown
        's.toString()'                       || false
        's.properties'                       || false
        's.dump()'                           || false
        's.inspect()'                        || false
        '"$s"'                               || false
        's.reveal()'                         || true
    }

    private run(String text) {
        Scripts.compile('s.ehpc', text).over(service.ehpc()).args([['; ', 'halt'].join('')]).environment(PW: 'hunter2')
                .output(new StringBuilder()).run()
    }
}
