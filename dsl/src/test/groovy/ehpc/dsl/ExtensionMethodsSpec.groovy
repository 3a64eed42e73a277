package ehpc.dsl

import ehpc.node.NodeSet
import java.nio.charset.StandardCharsets
import spock.lang.Specification

/** The descriptor that Groovy finds by itself, and the one that is handed to it where a flat jar has kept another. */
class ExtensionMethodsSpec extends Specification {

    def 'both descriptors name the same classes, which are there'() {
        given:
        Properties handed = read(ExtensionMethods.getResource('extension-methods.properties'))
        Properties found = Collections.list(
                ExtensionMethods.classLoader.getResources('META-INF/groovy/org.codehaus.groovy.runtime.ExtensionModule'))
                .collect { URL descriptor -> read(descriptor) }
                .find { Properties module -> module.moduleName == 'ehpc-dsl' }

        expect:
        found == handed
        handed.extensionClasses.toString().split(',')*.trim() == [Numbers, NodeSets, RunResults, ServiceErrors, FieldNames]*.name
    }

    def 'a second copy of the library, in a class loader of its own, has its own operators'() {
        given:
        StringBuilder out = new StringBuilder()
        URL library = ExtensionMethods.protectionDomain.codeSource.location
        URLClassLoader second = new URLClassLoader([library] as URL[], new WithoutLibrary())
        AutoCloseable connection = second.loadClass('ehpc.connect.Connection').local()

        when:
        second.loadClass('ehpc.script.Scripts').compile('s.ehpc', '''\
            cluster('ehpc-hz-localdemo1') {
                println nodes.login + 'manager0'
                println 'login0' in nodes.login
                println nodes['compute[000-001]'] & nodes[0..1]
                println nodes.stopped ? 'some' : 'none'
                def r = run 'hostname' timeout 9.seconds on nodes.login
                println r['login0'].output
            }'''.stripIndent()).over(connection.ehpc()).output(out).run()

        then:
        second.loadClass('ehpc.node.NodeSet') != NodeSet
        out.readLines().findAll() == ['login0,manager0', 'true', 'compute[000-001]', 'none', 'login0']

        cleanup:
        connection?.close()
        second.close()
    }

    /** Everything but the library. */
    private static class WithoutLibrary extends ClassLoader {

        WithoutLibrary() {
            super(ExtensionMethods.classLoader)
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith('ehpc.')) {
                throw new ClassNotFoundException(name)
            }
            super.loadClass(name, resolve)
        }
    }

    private static Properties read(URL descriptor) {
        new Properties().tap { Properties module ->
            descriptor.withReader(StandardCharsets.UTF_8.name()) { Reader text -> module.load(text) }
        }
    }
}
