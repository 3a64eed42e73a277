#!/bin/sh
# Groovy 5.0.4 with two of its modules in one jar: the extension methods of one of them are gone.
#
# One would guess: a jar into which all jars were unpacked runs as the jars do on the class path, as no two of them have a class in common.
#
# What happens: each module of Groovy tells of its methods in a file of one and the same name,
# META-INF/groovy/org.codehaus.groovy.runtime.ExtensionModule, and one jar keeps one of these. The methods of the other modules are
# unknown at run time, with no message when Groovy starts; their classes are all there.
#
# The way out: let the tool that makes the jar join the files (GroovyResourceTransformer of maven-shade-plugin), or hand a module of one's
# own to Groovy by MetaClassRegistryImpl.registerExtensionModuleFromProperties, and keep its descriptor under another name.
#
# Needs a JDK of 17 or newer and Maven. Installs jars of org.apache.groovy in a temporary folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for jar in groovy:5.0.4 groovy-dateutil:5.0.4 groovy-datetime:5.0.4; do
    mvn -q -B dependency:copy -Dartifact=org.apache.groovy:$jar -DoutputDirectory="$work/lib" >"$work/maven.log" 2>&1 || {
        cat "$work/maven.log"
        exit 1
    }
done
cat >"$work/Dates.groovy" <<'END_OF_SCRIPT'
println "Groovy ${GroovySystem.version}"
def tried = [dateutil: { new Date(0).format('yyyy', TimeZone.getTimeZone('UTC')) }, datetime: { java.time.LocalDate.of(2026, 1, 1) - 1 }]
tried.each { name, call ->
    try {
        println "  $name: ${call()}"
    } catch (MissingMethodException e) {
        println "  $name: no method $e.method"
    }
}
END_OF_SCRIPT
cd "$work"
{
    echo 'jars on the class path:'
    java -cp 'lib/*' groovy.ui.GroovyMain Dates.groovy
    mkdir flat
    for jar in groovy-5.0.4 groovy-dateutil-5.0.4 groovy-datetime-5.0.4; do
        (cd flat && jar xf ../lib/$jar.jar)
    done
    (cd flat && jar cf ../flat.jar .)
    echo 'all of them in one jar:'
    java -cp flat.jar groovy.ui.GroovyMain Dates.groovy
} >seen.txt 2>&1 || true
head -n 20 seen.txt
cat >expected.txt <<'END_OF_TEXT'
jars on the class path:
Groovy 5.0.4
  dateutil: 1970
  datetime: 2025-12-31
all of them in one jar:
Groovy 5.0.4
  dateutil: no method format
  datetime: 2025-12-31
END_OF_TEXT
cmp -s expected.txt seen.txt || { echo 'this has changed'; exit 1; }
