#!/bin/sh
# Groovy 5.1.3: CompilerConfiguration.setBytecodePostprocessor does nothing where a CompilationUnit is compiled, and nothing in groovyc.
#
# One would guess: a BytecodeProcessor that is set in the configuration sees the bytes of every class that is compiled with it.
#
# What happens: only GroovyClassLoader asks it, when it defines a class: GroovyShell and parseClass do so. The classes of
# CompilationUnit.getClasses() and the files that FileSystemCompiler (groovyc) writes are as they were generated, without a message, and
# classes that are compiled once and kept are other classes than those that a shell runs.
#
# The way out: hand the bytes of GroovyClass.getBytes() to the processor yourself, where they are kept or defined.
#
# Needs a JDK of 17 or newer and Maven. Installs org.apache.groovy:groovy:5.1.3 in a temporary folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -B dependency:copy -Dartifact=org.apache.groovy:groovy:5.1.3 -DoutputDirectory="$work" >"$work/maven.log" 2>&1 || {
    cat "$work/maven.log"
    exit 1
}
cat >"$work/Compile.groovy" <<'END'
import org.codehaus.groovy.control.BytecodeProcessor
import org.codehaus.groovy.control.CompilationUnit
import org.codehaus.groovy.control.CompilerConfiguration
import org.codehaus.groovy.control.Phases
import org.codehaus.groovy.tools.FileSystemCompiler

List<String> seen = []
CompilerConfiguration configuration = new CompilerConfiguration()
configuration.bytecodePostprocessor = { String name, byte[] bytes -> seen << name; bytes } as BytecodeProcessor
File directory = new File(args[0])
configuration.targetDirectory = directory
File source = new File(directory, 'Sample.groovy')
source.text = 'class Sample { }'

println "Groovy ${GroovySystem.version}"
new GroovyClassLoader(getClass().classLoader, configuration).parseClass(source.text)
println "GroovyClassLoader.parseClass: $seen"
seen.clear()
CompilationUnit unit = new CompilationUnit(configuration)
unit.addSource('Sample.groovy', source.text)
unit.compile(Phases.CLASS_GENERATION)
println "CompilationUnit.getClasses, which has ${unit.classes*.name}: $seen"
new FileSystemCompiler(configuration).compile(source)
println "FileSystemCompiler, which wrote Sample.class ${new File(directory, 'Sample.class').exists()}: $seen"
END
cd "$work"
java -cp "$work/groovy-5.1.3.jar" groovy.ui.GroovyMain Compile.groovy "$work" >seen.txt 2>&1 || true
head -n 20 seen.txt
cat >expected.txt <<'END'
Groovy 5.1.3
GroovyClassLoader.parseClass: [Sample]
CompilationUnit.getClasses, which has [Sample]: []
FileSystemCompiler, which wrote Sample.class true: []
END
cmp -s expected.txt seen.txt || { echo 'this has changed'; exit 1; }
