package ehpc.dsl

import java.lang.reflect.Method
import java.lang.reflect.Modifier
import java.nio.file.Path
import org.codehaus.groovy.runtime.DefaultGroovyMethods
import org.codehaus.groovy.runtime.DefaultGroovyStaticMethods
import spock.lang.Specification

/** The table of effects and Groovy's own methods: one that is new there must be put on one side. */
class HostEffectSpec extends Specification {

    /** They read, or work on something that was opened before. */
    private static final Map<Class<?>, String> WITHOUT = [
            (File)        : 'asBoolean asType asWritable directorySize eachByte eachDir eachDirMatch eachDirRecurse eachFile eachFileMatch ' +
                    'eachFileRecurse eachLine eachObject filterLine getBaseName getBytes getExtension getText newDataInputStream ' +
                    'newInputStream newObjectInputStream newReader readBytes readLines relativePath size splitEachLine traverse ' +
                    'withDataInputStream withInputStream withObjectInputStream withReader',
            (Socket)      : 'leftShift withObjectStreams withStreams',
    ]

    def 'each of the methods that Groovy adds to #type.simpleName is known for what it does'() {
        expect:
        added(type).findAll { !(it.name in reading(type)) && HostEffect.of(type.name, it.name, '').empty }*.name.toSet() == [] as Set

        where:
        type << [File, Path, URL, Socket, ServerSocket]
    }

    def 'what starts a process or opens a connection is known by its name on other types'() {
        expect:
        added(String, String[], List).findAll { it.name == 'execute' }
                .every { HostEffect.of(it.parameterTypes[0].name, it.name, '').present }
        added(String, String[], List).findAll { it.returnType == Process }*.name.toSet() == ['execute'] as Set
    }

    @SuppressWarnings('ClassForName')
    def 'the table names methods that there are: #effect.type #effect.method'() {
        given:
        Class<?> type = Class.forName(effect.type, false, HostEffectSpec.classLoader)

        expect:
        effect.method == '<init>' && type.constructors ||
                type.methods*.name.contains(effect.method) ||
                added(type)*.name.contains(effect.method) ||
                type == Path

        where:
        effect << HostEffect.all()
    }

    private static Set<String> reading(Class<?> type) {
        WITHOUT.getOrDefault(type, '').split(' ').toSet()
    }

    private static List<Method> added(Class<?>... types) {
        (DefaultGroovyMethods.DGM_LIKE_CLASSES.toList() + DefaultGroovyStaticMethods)
                .collectMany { it.declaredMethods.toList() }
                .findAll { Modifier.isPublic(it.modifiers) && Modifier.isStatic(it.modifiers) && !it.isAnnotationPresent(Deprecated) }
                .findAll { it.parameterCount > 0 && it.parameterTypes[0] in types }
    }
}
