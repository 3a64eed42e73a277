package ehpc.edit

import ehpc.EhpcClient
import ehpc.api.Transport
import ehpc.script.InteractiveSession
import ehpc.script.SessionContext
import org.codehaus.groovy.control.CompilationUnit
import org.codehaus.groovy.control.Phases
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

/** Which classes and packages are offered at a place, marked with a bar. */
@Timeout(120)
class ClassCompletionSpec extends Specification {

    @Shared
    InteractiveSession session = new InteractiveSession()

    def setupSpec() {
        ['import java.time.Period', 'import static java.lang.Math.*', 'class Job { String name }', 'abstract class Jobs { }',
         'class JobFailure extends Exception { }'].each {
            session.compile(it).over(EhpcClient.create(Transport.OFFLINE, 'cn-hangzhou')).run()
        }
    }

    def 'offered: #text'() {
        expect:
        at(text)*.text().join(' ') == offered

        where:
        text || offered
        'Loca|' || 'Locale'
        'StrictM|' || 'StrictMath'
        'def x = StrictM|' || 'StrictMath'
        'println "${StrictM|' || 'StrictMath'
        'println StrictM|' || 'StrictMath'
        '[StrictM|' || 'StrictMath'
        'StrB|' || 'StringBuilder StringBuffer StringIndexOutOfBoundsException'
        'Dura|' || 'java.time.Duration groovy.time.Duration'
        'new |' || 'Date File Random StringBuilder ArrayList LinkedHashMap HashSet TreeMap URL RuntimeException'
        'new Abs|' || 'AbstractMethodError'
        'new Li|' || 'LinkedHashMap LinkageError LinkedHashSet LinkedList LineNumberReader'
        'new arrayL|' || 'ArrayList'
        'new Math|' || 'java.math.MathContext'
        'new Random|' || 'Random RandomAccessFile'
        'new java.util.concurrent.at|' || 'atomic'
        'new java.util.concurrent.atomic.AtomicI|' || 'AtomicInteger AtomicIntegerArray'
        'throw new |' || 'RuntimeException IllegalArgumentException IllegalStateException IOException'
        'throw new UncheckedIO|' || 'UncheckedIOException'
        'throw new Rand|' || ''
        'try { } catch (|' || 'Exception RuntimeException RunFailedException IOException'
        'try { } catch (UncheckedIO|' || 'UncheckedIOException'
        'try { } catch (IOException | Uncheck|' || 'UncheckedIOException'
        'try { } catch (Exception |' || ''
        "println 'a' instanceof StringB|" || 'StringBuilder StringBuffer'
        '[] as Tre|' || 'TreeMap TreeSet'
        '[] as |' || 'String Integer Long BigDecimal Boolean List Map Set Node NodeSet RunResult'
        'List<Intege|' || 'Integer'
        'Map<String, Intege|' || 'Integer'
        'Map<String, List<Intege|' || 'Integer'
        'if (1 < Intege|' || 'Integer'
        'Map.|' || 'copyOf entry of ofEntries Entry'
        'Map.En|' || 'Entry'
        'List<Map.En|' || 'Entry'
        'import |' || 'static ehpc groovy java javax org'
        'import ja|' || 'java javax'
        'import java.ti|' || 'time'
        'import java.time.L|' || 'LocalDate LocalDateTime LocalTime'
        'import java.time.ch|' || 'chrono'
        'import java.util.Map.|' || 'Entry'
        'import LocalDa|' || 'java.time.LocalDate java.time.LocalDateTime'
        'import groovy.json.JsonSl|' || 'JsonSlurper JsonSlurperClassic'
        'import ehpc.node.NodeSe|' || 'NodeSet'
        'import java.time.LocalDate |' || ''
        'import static java.lang.StrictM|' || 'StrictMath'
        'import static java.lang.Math.PI|' || 'PI'
        'import static java.lang.Math.sq|' || 'sqrt'
        'import java.time.LocalDate\nLocalDa|' || 'LocalDate'
        'import java.time.LocalDate as Daily\nDai|' || 'Daily'
        'import java.time.*\nDayOf|' || 'DayOfWeek'
        'import static java.lang.Math.*\ndef x = sq|' || 'sqrt'
        'import static java.lang.Math.PI as Circle\ndef x = Circ|' || 'Circle'
        'java.ti|' || 'time'
        'java.time.LocalDa|' || 'LocalDate LocalDateTime'
        'class Foo extends |' || 'Exception RuntimeException'
        'class Foo extends Intege|' || 'BigInteger'
        'class Foo { }\nclass Bar extends Foo|' || 'Foo'
        'class Foo implements |' || 'Comparable Runnable Iterable'
        'class Foo implements Comparable, Runn|' || 'Runnable'
        'interface Foo extends Runn|' || 'Runnable'
        'class Foo { Intege|' || 'Integer'
        'class Foo { final Intege|' || 'Integer'
        'class Foo { int go() { Intege|' || 'Integer'
        'class Quarry { }\nnew Quar|' || 'Quarry'
        'abstract class Quarry { }\nnew Quar|' || ''
        'interface Quarry { }\nnew Quar|' || ''
        'enum Quarry { A }\nQuar|' || 'Quarry'
        'class Quarry extends Exception { }\nthrow new Quar|' || 'Quarry'
        'def go(Intege|' || 'Integer'
        'def go(int a, Intege|' || 'Integer'
        'def go(|' || ''
        'for (Intege|' || 'Integer'
        'final Intege|' || 'Integer'
        'def Intege|' || ''
        'def x = Intege|' || 'Integer'
        "cluster('c') { run 'x' on Intege|" || ''
        'run Intege|' || ''
        'Intege|r.parseInt' || 'Integer'
        "'Intege|" || ''
        '// Intege|' || ''
        'def java = [time: 1]\njava.util|' || ''
    }

    def 'offered in a shell: #text'() {
        expect:
        at(text, session.context())*.text().join(' ') == offered

        where:
        text                              || offered
        'Perio|'                          || 'Period'
        'new Jo|'                         || 'Job JobFailure'
        'new |'                           || 'Job JobFailure Date File Random StringBuilder ArrayList LinkedHashMap HashSet TreeMap URL RuntimeException'
        'throw new JobF|'                 || 'JobFailure'
        'class Job2 extends Jo|'          || 'Job Jobs JobFailure'
        'def x = sqr|'                    || 'sqrt'
        'class Period { }\nnew Perio|'    || 'Period'
    }

    def 'constants and static methods stand behind a class: #text'() {
        expect:
        at(text)*.text().join(' ') == offered

        where:
        text                                             || offered
        'Math.ma|'                                       || 'max'
        'Integer.MAX|'                                   || 'MAX_VALUE'
        'import java.time.LocalDate\nLocalDate.of|'      || 'of ofEpochDay ofInstant ofYearDay'
        'java.time.DayOfWeek.S|'                         || 'SATURDAY SUNDAY'
        'Outcome.|'                                      || 'FAILED NOT_DELIVERED NOT_RUN OK TIMED_OUT UNKNOWN of valueOf values'
        'Thread.St|'                                     || 'State'
        'Thread.State.RUN|'                              || 'RUNNABLE'
    }

    def 'each candidate says what it is, where from, and what follows: #text'() {
        when:
        Candidate first = at(text).first()

        then:
        [first.append(), first.kind().name(), first.description()] == [append, kind, description]

        where:
        text                                     || append | kind       | description
        'StrictM|'                               || ''     | 'TYPE'     | 'class of java.lang'
        'new ArrayL|'                            || '('    | 'TYPE'     | 'class of java.util'
        'class A { }\nnew A|'                    || '('    | 'TYPE'     | 'class of this text'
        'new FileNameBy|'                        || '()'   | 'TYPE'     | 'class of groovy.util'
        'throw new UncheckedIO|'                 || '('    | 'TYPE'     | 'exception of java.io'
        'catch (UncheckedIO|'                    || ' '    | 'TYPE'     | 'exception of java.io'
        'import ja|'                             || '.'    | 'PACKAGE'  | 'package'
        'import java.time.DayOf|'                || ''     | 'TYPE'     | 'enum of java.time'
        'import java.util.Ite|'                  || ''     | 'TYPE'     | 'interface of java.util'
        'import static java.lang.Math.ma|'       || ''     | 'METHOD'   | 'max(double, double) double'
        'import static java.lang.StrictM|'       || '.'    | 'TYPE'     | 'class of java.lang'
        'import static java.lang.Math.*\nx = hypo|' || '('  | 'METHOD'   | 'hypot(double, double) double'
        'Map.En|'                                || ''     | 'TYPE'     | 'interface of Map'
        'import st|'                             || ' '    | 'KEYWORD'  | 'imports members of a class by their names'
    }

    def 'what is found by its own name is written with its package'() {
        given:
        String text = 'def x = Dura'

        when:
        Completion completion = new Document(text, SessionContext.EMPTY).complete(text.length(), KnownNames.EMPTY)

        then:
        text.substring(completion.from(), completion.to()) == 'Dura'
        completion.candidates().first() == new Candidate('java.time.Duration', '', 'class of java.time', Candidate.Kind.TYPE)
    }

    private static List<Candidate> at(String marked, SessionContext context = SessionContext.EMPTY) {
        int cursor = marked.lastIndexOf('|')
        String text = marked[0..<cursor] + marked.substring(cursor + 1)
        new Document(text, context).complete(cursor, KnownNames.EMPTY).candidates()
    }

    def 'a class whose members need what is not here offers none of them: #text'() {
        expect:
        new Document(text, SessionContext.EMPTY).complete(text.length(), KnownNames.EMPTY).candidates() == []

        where:
        text << ['import static groovy.grape.GrapeIvy.', 'import static groovy.grape.GrapeIvy.*; prin']
    }

    def 'a class whose nested class is not here has none'() {
        given:
        CompilationUnit unit = new CompilationUnit()
        unit.addSource('Outer.groovy', 'class Outer { static class Inner { } }')
        unit.compile(Phases.CLASS_GENERATION)
        GroovyClassLoader loader = new GroovyClassLoader()
        Class<?> outer = loader.defineClass('Outer', unit.classes.find { it.name == 'Outer' }.bytes)

        when:
        outer.declaredClasses

        then:
        thrown(NoClassDefFoundError)
        ClassFacts.nested(outer).length == 0
    }

    def 'a library that cannot be read is left out of the packages, and the others are there: #how'() {
        given:
        PackageIndex index = new PackageIndex({ String file ->
            file.startsWith('groovy/json/') ? broken.call(file) : getClass().classLoader.getResource(file)
        })

        expect:
        index.in('groovy.json').empty
        'EhpcClient' in index.in('ehpc')
        'TimeCategory' in index.in('groovy.time')
        'Locale' in index.in('java.util')

        where:
        how                   | broken
        'an archive is gone'  | { String file -> new URL("jar:file:/nowhere/groovy.jar!/$file") }
        'a folder is gone'    | { String file -> new URL("file:/nowhere/$file") }
        'its place is no URI' | { String file -> new URL("file:/no where/$file") }
        'what is unchecked'   | { String file -> throw new UncheckedIOException(new IOException(file)) }
    }
}
