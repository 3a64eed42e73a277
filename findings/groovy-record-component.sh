#!/bin/sh
# Groovy 4.0.32 and 5.1.3: of a Java record that has the component 'value' and beside it a method getValue(), statically compiled code
# reads getValue() for r.value, and all other code reads the component. Code under @TypeChecked is checked with the type of the one and
# runs with the other.
#
# One would guess: @CompileStatic and @TypeChecked change when a call is bound, not what r.value means.
#
# What happens: static compilation takes the getter, as for any class. Calls that are bound at run time take the component, also
# r*.value, r.properties and code under @TypeChecked: there a method that returns r.value compiles with the getter's type, and fails with
# a GroovyCastException when it runs.
#
# The way out: a Java record that Groovy code reads gets no getter that bears the name of a component and has another type; call
# r.value() or r.getValue() by name where one is there.
#
# Needs a JDK of 17 or newer and Maven. Installs org.apache.groovy:groovy 4.0.32 and 5.1.3 in a temporary folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/Reading.java" <<'END'
import java.util.OptionalInt;

public record Reading(int value) {
    public OptionalInt getValue() {
        return OptionalInt.of(value);
    }
}
END
cat >"$work/read.groovy" <<'END'
import groovy.transform.CompileStatic
import groovy.transform.TypeChecked

class Readers {
    @CompileStatic
    static Object compiled(Reading r) { r.value }

    static Object dynamic(Reading r) { r.value }

    @TypeChecked
    static OptionalInt checked(Reading r) { r.value }
}

Reading r = new Reading(3)
println "compiled statically: ${Readers.compiled(r)}"
println "bound at run time: ${Readers.dynamic(r)}"
println "spread: ${[r]*.value}"
println "properties: ${r.properties.value}"
try {
    println "type-checked: ${Readers.checked(r)}"
} catch (ClassCastException e) {
    println "type-checked: ${e.class.simpleName}"
}
END
cat >"$work/expected" <<'END'
compiled statically: OptionalInt[3]
bound at run time: 3
spread: [3]
properties: 3
type-checked: GroovyCastException
END
javac -d "$work" "$work/Reading.java"
for version in 4.0.32 5.1.3; do
    mvn -q -B dependency:copy -Dartifact=org.apache.groovy:groovy:$version -DoutputDirectory="$work" >"$work/maven.log" 2>&1 || {
        cat "$work/maven.log"
        exit 1
    }
    echo "Groovy $version"
    java -cp "$work/groovy-$version.jar:$work" groovy.ui.GroovyMain "$work/read.groovy" >"$work/seen"
    cat "$work/seen"
    diff "$work/expected" "$work/seen"
done
echo "as described"
