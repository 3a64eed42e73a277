package ehpc.plan

import ehpc.script.ScriptException
import ehpc.script.ScriptRun
import java.nio.file.Files

/** A plan changes nothing: what a script is about to do by itself is refused before it happens. */
class EffectSpec extends PlanSpecification {

    private static final String NOTE = 'next: allowEffects() permits it during planning'

    def 'an effect on the machine is refused before it happens, at its line: #code'() {
        given:
        Files.writeString(directory.resolve('kept'), 'kept')

        when:
        on("def f = new File('$directory', 'kept')\n$code").plan()

        then:
        ScriptException e = thrown()
        e.cause instanceof EffectRefused
        e.problems()*.format() == ["a.ehpc:2: $effect, which a plan must not do; the plan stopped before this call\n  $code\n  $NOTE".toString()]
        Files.readString(directory.resolve('kept')) == 'kept'
        files() == ['a.ehpc', 'kept']

        where:
        code                                                               || effect
        "f.text = 'x'"                                                     || 'File.setText() changes files'
        "f << 'x'"                                                         || 'File.leftShift() changes files'
        "f.append('x')"                                                    || 'File.append() changes files'
        "f.withWriter { it << 'x' }"                                       || 'File.withWriter() changes files'
        "f.withWriter('UTF-8') { w -> w.write('x') }"                      || 'File.withWriter() changes files'
        "f.withPrintWriter { println 'x' }"                                || 'File.withPrintWriter() changes files'
        'f.newOutputStream().close()'                                      || 'File.newOutputStream() changes files'
        'f.delete()'                                                       || 'File.delete() changes files'
        "f.with { write 'x' }"                                             || 'File.write() changes files'
        'f.parentFile.eachFile { it.delete() }'                            || 'File.delete() changes files'
        '[f]*.delete()'                                                    || 'File.delete() changes files'
        '[f].each { it.delete() }'                                         || 'File.delete() changes files'
        '[f].stream().forEach(File::delete)'                               || 'File.delete() changes files'
        "f?.setText('x')"                                                  || 'File.setText() changes files'
        "new File(f.parent, 'd').mkdirs()"                                 || 'File.mkdirs() changes files'
        "File.createTempFile('a', 'b', f.parentFile)"                      || 'File.createTempFile() changes files'
        'new FileWriter(f).close()'                                        || 'new FileWriter() changes files'
        'new FileOutputStream(f).close()'                                  || 'new FileOutputStream() changes files'
        'new PrintWriter(f).close()'                                       || 'new PrintWriter() changes files'
        'new PrintWriter(f.path).close()'                                  || 'new PrintWriter() changes files'
        "new RandomAccessFile(f, 'rw').close()"                            || 'new RandomAccessFile() changes files'
        "java.nio.file.Files.writeString(f.toPath(), 'x')"                 || 'Files.writeString() changes files'
        'java.nio.file.Files.delete(f.toPath())'                           || 'Files.delete() changes files'
        "['rm', f.path].execute().waitFor()"                               || 'List.execute() starts a process'
        '"rm ${f}".execute().waitFor()'                                    || 'String.execute() starts a process'
        "(['rm', f.path] as String[]).execute().waitFor()"                 || 'String[].execute() starts a process'
        "new ProcessBuilder('rm', f.path).start()"                         || 'ProcessBuilder.start() starts a process'
        "Runtime.runtime.exec(['rm', f.path] as String[])"                 || 'Runtime.exec() starts a process'
        "new URL('http://127.0.0.1:1/').text"                              || 'URL.getText() opens a connection'
        "new URL('http://127.0.0.1:1/').openStream()"                      || 'URL.openStream() opens a connection'
        "new URI('http://127.0.0.1:1/').toURL().openConnection()"          || 'URL.openConnection() opens a connection'
        "new Socket('127.0.0.1', 1)"                                       || 'new Socket() opens a connection'
        'new ServerSocket(0).close()'                                      || 'new ServerSocket() opens a connection'
        "System.setProperty('ehpc.effect.spec', 'x')"                      || 'System.setProperty() changes or ends the program'
    }

    def 'so it is where the type of a value is known only then: #code'() {
        given:
        Files.writeString(directory.resolve('kept'), 'kept')

        when:
        on("def change = { f -> $code }\nchange(new File('$directory', 'kept'))").plan()

        then:
        ScriptException e = thrown()
        e.cause instanceof EffectRefused
        e.problems()[0].toString() == "a.ehpc:1: $effect, which a plan must not do; the plan stopped before this call"
        Files.readString(directory.resolve('kept')) == 'kept'
        files() == ['a.ehpc', 'kept']

        where:
        code                                            || effect
        "f.text = 'x'"                                  || 'File.setText() changes files'
        "f << 'x'"                                      || 'File.leftShift() changes files'
        'f.delete()'                                    || 'File.delete() changes files'
        'f?.delete()'                                   || 'File.delete() changes files'
        'f.withWriter { w -> w.write("x") }'            || 'File.withWriter() changes files'
        'new FileWriter(f).close()'                     || 'new FileWriter() changes files'
        'f.toURI().toURL().text'                        || 'URL.getText() opens a connection'
        '["rm", f.path].execute()'                      || 'List.execute() starts a process'
        'java.nio.file.Files.delete(f.toPath())'        || 'Files.delete() changes files'
    }

    def 'classes, methods, threads and branches of a script are no way past it: #code'() {
        when:
        on(code.replace('FILE', "new File('$directory', 'new')")).plan()

        then:
        ScriptException e = thrown()
        e.cause instanceof EffectRefused
        files() == ['a.ehpc']

        where:
        code << [
                "class Log {\n    void add(File f) {\n        f << 'x'\n    }\n}\nnew Log().add(FILE)",
                "def add(File f) {\n    f << 'x'\n}\nadd(FILE)",
                "def t = Thread.start { FILE << 'x' }\nt.join()",
                "parallel {\n    cluster('$DEMO') { FILE << 'x' }\n}",
                "cluster('$DEMO') {\n    FILE << 'x'\n}",
                "try {\n    FILE.text = 'x'\n} catch (Exception e) {\n    println e\n}",
                "try {\n    FILE.text = 'x'\n} catch (Throwable t) {\n    println t\n}",
                "try {\n    FILE.text = 'x'\n} catch (Throwable t) {\n    throw new IllegalStateException('mine', t)\n}"
        ]
    }

    def 'a plan that would have ended in a writer does not empty the file'() {
        given:
        Files.writeString(directory.resolve('report'), 'of yesterday')

        when:
        on("cluster('$DEMO') {\n    def r = run 'hostname' on nodes\n    new File('$directory', 'report').withWriter { it << r.summary() }\n}").plan()

        then:
        ScriptException e = thrown()
        e.problems()[0].toString() == 'a.ehpc:3: File.withWriter() changes files, which a plan must not do; the plan stopped before this call'
        Files.readString(directory.resolve('report')) == 'of yesterday'
    }

    def 'reading is planned: #code'() {
        given:
        Files.writeString(directory.resolve('hosts'), 'login0\n')

        when:
        Plan plan = on("def f = new File('$directory', 'hosts')\ndef name = $code\ncluster('$DEMO') { run 'hostname' on node(name) }").plan()

        then:
        plan.calls() == 1

        where:
        code << [
                'f.text.trim()',
                'f.readLines()[0]',
                'f.withReader { it.readLine() }',
                'java.nio.file.Files.readAllLines(f.toPath())[0]',
                'new Scanner(f).next()',
                'new FileReader(f).withCloseable { it.readLine() }',
                "new StringWriter().with { it << 'login0'; it.toString() }"
        ]
    }

    def 'where effects are allowed they happen, and where the script runs'() {
        given:
        ScriptRun run = on("new File('$directory', 'new') << 'x'\ncluster('$DEMO') { run 'hostname' on nodes }")

        when:
        Plan plan = run.allowEffects().plan()
        run.run()

        then:
        plan.calls() == 1
        Files.readString(directory.resolve('new')) == 'xx'
    }

    private ScriptRun on(String text) {
        script(text)
    }

    private List<String> files() {
        directory.toFile().list().sort().toList()
    }
}
