package ehpc.dsl

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
        handed.extensionClasses.toString().split(',')*.trim() == [Numbers, NodeSets]*.name
    }

    private static Properties read(URL descriptor) {
        new Properties().tap { Properties module ->
            descriptor.withReader(StandardCharsets.UTF_8.name()) { Reader text -> module.load(text) }
        }
    }
}
