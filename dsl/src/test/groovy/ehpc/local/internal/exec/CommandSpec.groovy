package ehpc.local.internal.exec

import java.nio.file.Files
import spock.lang.Shared
import spock.lang.Specification

class CommandSpec extends Specification {

    @Shared
    Map<String, NodeLab> labs = [:]

    def cleanupSpec() {
        labs.values()*.close()
    }

    def 'a command tells its output as written and its exit code (#way)'() {
        given:
        def nodes = nodes(way)

        when:
        def exit = nodes.run('echo out; echo err >&2; printf more; exit 3')

        then:
        exit.kind() == Exit.Kind.FINISHED
        exit.code() == 3
        NodeLab.text(exit) == 'out\nerr\nmore'
        nodes.run('kill -9 $$').code() == 137

        where:
        way << NodeLab.ALL
    }

    def 'any character of a command arrives (#way)'() {
        given:
        def nodes = nodes(way)
        String nasty = (1..0x2ff).collect { it as char }.join('') + '日本語 \uD83D\uDE80 %s %b \\n \\0101 `x` $(x) \u2028\n\n'
        String quoted = "'" + nasty.replace("'", "'\\''") + "'"

        expect:
        nodes.output("\n\nprintf %s $quoted\n\n") == nasty
        nodes.output('echo "$0|$#|a\'b"; set -- "x  y"; echo "$1"') == '/bin/sh|0|a\'b\nx  y\n'

        where:
        way << NodeLab.DIFFERENT
    }

    def 'a command has a small environment that holds nothing of the caller, and no input (#way)'() {
        given:
        def nodes = nodes(way)
        def always = ['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'HOSTNAME', 'LANG', 'LC_ALL']
        def plain = way.startsWith('plain') ? ['TMPDIR', 'EHPC_WORLD', 'EHPC_COMMAND'] : []

        when:
        def names = nodes.output('env').readLines()*.split('=')*.first()

        then:
        names.toSet() - ['PWD', 'SHLVL', '_'] == (always + plain).toSet()
        nodes.output('cat; echo $USER $HOSTNAME $LANG', host: 'login0') == 'root login0 C.UTF-8\n'

        where:
        way << NodeLab.DIFFERENT
    }

    def 'a command starts in its working directory, whatever its name (#way)'() {
        given:
        def nodes = nodes(way)
        String odd = "a b'c\n\\n日%s \$x\n"
        String quoted = "'" + odd.replace("'", "'\\''") + "'"

        expect:
        nodes.run("mkdir -p ~/$quoted && cd ~/$quoted && touch here").code() == 0
        nodes.output('ls; cd ..; pwd', directory: "/root/$odd") == "here\n${nodes.root()}\n"
        nodes.output('pwd', directory: '/usr/lib') == '/usr/lib\n'

        where:
        way << NodeLab.DIFFERENT
    }

    def 'a working directory that is not there is named (#way)'() {
        given:
        def nodes = nodes(way)

        when:
        def exit = nodes.run('echo never', directory: '/nowhere/at all')

        then:
        exit.kind() == Exit.Kind.NOT_STARTED
        exit.code() == -1
        NodeLab.text(exit) == "working directory '/nowhere/at all' not found on the node, or not accessible"

        where:
        way << NodeLab.DIFFERENT
    }

    def 'what cannot be a command or a directory is refused'() {
        given:
        def nodes = nodes('plain')

        when:
        def exit = nodes.run(text, directory: directory)

        then:
        exit.kind() == Exit.Kind.NOT_STARTED
        NodeLab.text(exit) == message

        where:
        text   | directory || message
        'a\0b' | '/root'   || 'the command must not contain the character NUL'
        'true' | 'root'    || "the working directory must be an absolute path, is 'root'"
        'true' | '-'       || "the working directory must be an absolute path, is '-'"
    }

    def 'files of a node stay from one command to the next, and are no other node\'s (#way)'() {
        given:
        def nodes = nodes(way)

        when:
        nodes.run('rm -rf ~/*; echo kept > ~/file; [ -d /etc ]')

        then:
        nodes.output('cat ~/file') == 'kept\n'
        nodes.output('ls ~', node: 'n2') == ''
        Files.readString(nodes.node('n1').resolve('root/file')) == 'kept\n'

        where:
        way << NodeLab.ALL
    }

    def 'a node has its own host name, processes, devices, network and root (#way)'() {
        given:
        def nodes = nodes(way)
        def other = nodes.start('sleep 60')

        expect:
        nodes.output('hostname; uname -n', host: 'compute007') == 'compute007\ncompute007\n'
        nodes.output('for p in /proc/[0-9]*; do cat $p/comm; done') == 'sh\nsh\n'
        nodes.output('echo x > /dev/null; head -c 3 /dev/zero | wc -c; head -c 5 /dev/urandom | wc -c') == '3\n5\n'
        nodes.output('echo shared > /dev/shm/x; cat /dev/shm/x; [ -c /dev/full ] && [ -c /dev/tty ] && echo devices')
                == 'shared\ndevices\n'
        nodes.output('tail -n +3 /proc/net/dev | cut -d : -f 1 | tr -d " "').readLines().contains('lo')
        !nodes.output('cat /proc/net/dev') .contains('eth')
        nodes.output('id -u') == (way.contains('without root') ? nodes.ownerOf('n1') : 0) + '\n'

        cleanup:
        other?.kill()

        where:
        way << NodeLab.ISOLATED
    }

    private NodeLab nodes(String way) {
        labs.computeIfAbsent(way) { NodeLab.open(it) }
    }
}
