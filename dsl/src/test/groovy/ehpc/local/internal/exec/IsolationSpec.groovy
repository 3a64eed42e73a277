package ehpc.local.internal.exec

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** Tries to get out of a node. Everything outside is open to everybody, so that nothing but the isolation protects it. */
class IsolationSpec extends Specification {

    /** Not below /tmp or a home, which a node has of its own: where a command would see it. */
    @Shared
    Path place = Files.createTempDirectory(
            ['/srv', '/opt', '/var/lib', '/tmp'].collect { Path.of(it) }.find { Files.isWritable(it) }, 'ehpc-spec')

    @Shared
    Path outside = Files.createDirectory(place.resolve('outside'))

    @Shared
    Path file = Files.writeString(outside.resolve('file'), 'untouched')

    @Shared
    Process bystander

    @Shared
    Map<String, NodeLab> labs = [:]

    def setupSpec() {
        open(place, 'rwxr-xr-x')
        open(outside, 'rwxrwxrwx')
        open(file, 'rw-rw-rw-')
        def argv = NodeLab.HERE.root() && NodeLab.HERE.find('setpriv').present
                ? ['setpriv', '--reuid', "$NodeLab.SOMEONE".toString(), '--clear-groups', 'sleep', '600']
                : ['sleep', '600']
        bystander = new ProcessBuilder(argv).start()
    }

    def cleanupSpec() {
        labs.values()*.close()
        bystander.destroyForcibly()
        DirectoryTrees.delete(place)
    }

    def 'no file outside can be written (#way)'() {
        given:
        def nodes = nodes(way)

        expect:
        nodes.output(attempts("""
            try 'overwrite' sh -c 'echo x > $file'
            try 'append' sh -c 'echo x >> $file'
            try 'truncate' sh -c ': > $file'
            try 'remove' rm $file
            try 'rename' mv $file $outside/other
            try 'create' touch $outside/new
            try 'directory' mkdir $outside/new
            try 'permissions' chmod 700 $file
            try 'owner' chown 0 $file
            try 'time' touch -d 2001-01-01 $file
            try 'attribute' setfattr -n user.x -v y $file
            try 'up and down' sh -c 'echo x > /root/../../../..$file'
            try 'through /proc' sh -c 'echo x > /proc/self/root$file'
            try 'through process 1' sh -c 'echo x > /proc/1/root$file'
            try 'through the directory of process 1' sh -c 'echo x > /proc/1/cwd/..$file'
            ln -sfn / /root/machine; ln -sfn $outside /tmp/outside; ln -sf $file /home/file
            try 'through a link to /' sh -c 'echo x > /root/machine$file'
            try 'through a link to a directory' touch /tmp/outside/new
            try 'through a link to a file' sh -c 'echo x > /home/file'
            try 'hard link' ln $file /root/hard
            for directory in / /etc /usr /usr/bin /var /opt /dev /proc /proc/sys /sys; do
                try "create in \$directory" touch \$directory/ehpc-escape
            done
            for protected in /etc/passwd /etc/hostname /sys/kernel/uevent_helper \\
                    /proc/sysrq-trigger /proc/sys/kernel/core_pattern /proc/sys/vm/swappiness; do
                try "append to \$protected" sh -c ': >> \$0' \$protected
            done
            """)) == 'all refused\n'
        untouched()

        where:
        way << NodeLab.ISOLATED
    }

    def 'no mount can be changed to get there (#way)'() {
        given:
        def nodes = nodes(way)

        expect:
        nodes.output(attempts("""
            for place in / /usr /etc $place $outside /dev /sys /proc/sys; do
                for how in remount,rw remount,bind,rw; do
                    try "\$how \$place" mount -n -o \$how \$place
                    try "\$how \$place in new namespaces" unshare -r -m mount -n -o \$how \$place
                done
            done
            for place in /root /tmp /home /dev/shm /proc /proc/sys /run; do
                try "umount \$place" umount -n \$place
                try "umount -l \$place" umount -n -l \$place
                try "umount -l \$place in new namespaces" unshare -r -m umount -n -l \$place
            done
            try 'bind' mount -n --bind /root $outside
            try 'proc' mount -n -t proc proc /tmp
            try 'tmpfs' mount -n -t tmpfs tmpfs $outside
            try 'write in new namespaces' unshare -r -m sh -c 'mount -n -o remount,bind,rw $place; mount -n -o remount,rw /; echo x > $file'
            try 'namespace of process 1' nsenter --target 1 --mount touch $outside/new
            try 'chroot' chroot / true
            try 'chroot in new namespaces' unshare -r chroot /proc/1/root touch $outside/new
            """)) == 'all refused\n'
        untouched()

        where:
        way << NodeLab.ISOLATED
    }

    def 'no device can be made or found to get there (#way)'() {
        given:
        def nodes = nodes(way)
        int device = Files.getAttribute(file, 'unix:dev') as int

        expect:
        nodes.output(attempts("""
            try 'a disk' mknod /root/disk b ${device >> 8 & 0xfff} ${device & 0xff}
            try 'memory' mknod /tmp/memory c 1 1
            try 'a disk in new namespaces' unshare -r mknod /root/disk b ${device >> 8 & 0xfff} ${device & 0xff}
            try 'a disk of the machine' sh -c 'find /dev /root /tmp -type b | grep .'
            """)) == 'all refused\n'
        nodes.output('for device in /dev/*; do [ ! -c $device ] || echo $device; done').readLines()
                == ['full', 'null', 'ptmx', 'random', 'stdin', 'tty', 'urandom', 'zero'].collect { '/dev/' + it }

        where:
        way << NodeLab.ISOLATED
    }

    def 'no process outside can be seen or ended (#way)'() {
        given:
        def nodes = nodes(way)

        expect:
        nodes.output(attempts("""
            try 'see' ls -d /proc/${bystander.pid()}
            try 'kill' kill -9 ${bystander.pid()}
            try 'kill this program' kill -9 ${ProcessHandle.current().pid()}
            try 'trace process 1' sh -c 'exec 3< /proc/1/mem && head -c 1 <&3'
            """)) == 'all refused\n'
        nodes.run('kill -KILL -1').kind() == Exit.Kind.FINISHED
        bystander.alive

        where:
        way << NodeLab.ISOLATED
    }

    def 'no privilege can be gained, and nothing of the network reached (#way)'() {
        given:
        def nodes = nodes(way)
        def server = new ServerSocket(0, 5, InetAddress.loopbackAddress)

        expect:
        nodes.output("""
            grep -E '^(Cap(Inh|Prm|Eff|Bnd|Amb)|NoNewPrivs)' /proc/self/status | tr -d '\\t'
            """).readLines() == ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb'].collect { it + ':0000000000000000' } + 'NoNewPrivs:1'
        nodes.output(attempts("""
            try 'host name' hostname other
            try 'another user' setpriv --reuid 1 true
            try 'become another user' su nobody -s /bin/sh -c true
            try 'clock' date -s 2001-01-01
            try 'priority' nice -n -5 sh -c '[ \$(nice) = -5 ]'
            try 'the network of this machine' bash -c 'exec 3<>/dev/tcp/127.0.0.1/$server.localPort'
            """)) == 'all refused\n'

        cleanup:
        server?.close()

        where:
        way << NodeLab.ISOLATED
    }

    def 'what is private outside is not there (#way)'() {
        given:
        def nodes = nodes(way)
        def other = nodes.run('for place in /root /tmp /run; do echo secret > $place/secret; done', node: 'n2')
        def before = nodes.run('rm -rf /root/* /home/* /tmp/*; touch /run/of-this-command')

        expect:
        [other, before]*.code() == [0, 0]
        nodes.output('ls -A /root /home /tmp /run /var/tmp /dev/shm')
                == '/dev/shm:\n\n/home:\n\n/root:\n\n/run:\n\n/tmp:\n\n/var/tmp:\n'
        nodes.output("[ ! -e $nodes.world ] || ls -A $nodes.world") == ''
        nodes.output('cat /etc/shadow 2>&1').endsWith('Permission denied\n') || !Files.exists(Path.of('/etc/shadow'))
        Files.readString(nodes.node('n2').resolve('root/secret')) == 'secret\n'

        where:
        way << NodeLab.ISOLATED
    }

    def 'a fork bomb stays in its node (#way)'() {
        given:
        def nodes = nodes(way)

        when:
        def exit = nodes.run('i=0; while [ $i -lt 1100 ]; do sleep 60 & i=$((i + 1)); done; echo never')

        then:
        exit.kind() == Exit.Kind.FINISHED
        !NodeLab.text(exit).contains('never')
        NodeLab.text(exit).contains('fork')
        nodes.output('echo next') == 'next\n'

        where:
        way << ['bubblewrap, root', 'unshare, a user']
    }

    @Requires({ NodeLab.works('unshare, root') })
    def 'mounts on top of each other, with odd names and few options, are read-only as well'() {
        given:
        String script = """
            set -e
            mount -n -t tmpfs one '$outside'
            cd '$outside'
            mkdir 'a b' 'w \\'
            mount -n -t tmpfs two 'a b'
            mount -n -t tmpfs -o noatime three 'a b'
            mkdir 'a b/c\\ d'
            mount -n -t tmpfs -o strictatime four 'a b/c\\ d'
            chmod 777 . 'a b' 'a b/c\\ d'
            exec "\$@"
        """
        String attempt = "cd '$outside'; ls; ls 'w \\'; touch x 'a b/x' 'a b/c\\ d/x' 2>&1 | cut -d : -f 3"

        when:
        def program = ['unshare', '--mount', 'sh', '-c', script, 'odd-mounts'] + NodeLab.java('OddMountsProgram', "$outside/w \\", attempt)
        def process = new ProcessBuilder(program*.toString()).redirectErrorStream(true).start()

        then:
        process.inputReader().readLines() == NodeLab.ISOLATED.findAll { it.endsWith(', root') && NodeLab.works(it) }.collectMany {
            [it + ': a b', 'w \\', ' Read-only file system', ' Read-only file system', ' Read-only file system']
        }

        cleanup:
        process?.destroyForcibly()
    }

    def 'with plain processes and a user id per node, other users\' files and other nodes are out of reach'() {
        given:
        def nodes = nodes('plain, a user id per node')
        open(file, 'rw-r--r--')
        open(outside, 'rwxr-xr-x')

        expect:
        nodes.run('echo secret > ~/secret; chmod 777 ~/secret', node: 'n2').code() == 0
        nodes.output(attempts("""
            try 'overwrite' sh -c 'echo x > $file'
            try 'remove' rm $file
            try 'create' touch $outside/new
            try 'read another node' cat ${nodes.node('n2')}/root/secret
            try 'write to another node' touch ${nodes.node('n2')}/tmp/new
            try 'list nodes' ls ${nodes.node('n2').parent}
            try 'replace its own directory' mv ${nodes.node('n1')}/root ${nodes.node('n1')}/other
            try 'kill this program' kill -9 ${ProcessHandle.current().pid()}
            try 'become root' setpriv --reuid 0 true
            """)) == 'all refused\n'
        nodes.output('grep -E "^(CapEff|CapBnd|NoNewPrivs)" /proc/self/status | tr -d "\\t"')
                == 'CapEff:0000000000000000\nCapBnd:0000000000000000\nNoNewPrivs:1\n'

        cleanup:
        open(file, 'rw-rw-rw-')
        open(outside, 'rwxrwxrwx')
    }

    /** Each attempt that succeeds is named. */
    private static String attempts(String attempts) {
        """
        escaped=
        try() {
            name=\$1
            shift
            if "\$@" > /dev/null 2>&1; then echo "escaped: \$name"; escaped=yes; fi
        }
        $attempts
        [ -n "\$escaped" ] || echo all refused
        """
    }

    private boolean untouched() {
        assert Files.list(outside).toList() == [file]
        assert Files.readString(file) == 'untouched'
        assert PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) == 'rw-rw-rw-'
        assert Files.getAttribute(file, 'unix:nlink') == 1
        assert !['/', '/etc', '/usr', '/usr/bin', '/var', '/opt', '/dev'].any { Files.exists(Path.of(it, 'ehpc-escape')) }
        true
    }

    private static void open(Path path, String permissions) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions))
    }

    private NodeLab nodes(String way) {
        labs.computeIfAbsent(way) { NodeLab.openAt(it, Files.createTempDirectory(place, 'world')) }
    }
}
