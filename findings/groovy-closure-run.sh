#!/bin/sh
# Groovy 5.1.3, @CompileStatic: `run 'x'` in a closure calls the closure itself, not the delegate's run(String).
#
# One would guess: where a closure parameter has @DelegatesTo(strategy = DELEGATE_FIRST), `run 'x'` in the closure calls the
# delegate's run(String), with and without static compilation: groovy.lang.Closure has no run(String), only run().
#
# What happens: the dynamic compiler calls the delegate. The static compiler finds the name on Closure first, whatever the
# arguments, and compiles a call of Closure.run(): the closure is entered once more and the delegate is never called. There is no
# message. A name that Closure does not have (`start` below) is resolved as expected.
#
# The way out: give such a method another name, or rename the call in the syntax tree before types are checked.
#
# Needs a JDK of 17 or newer and Maven. Installs org.apache.groovy:groovy:5.1.3 in a temporary folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mvn -q -B dependency:copy -Dartifact=org.apache.groovy:groovy:5.1.3 -DoutputDirectory="$work" >"$work/maven.log" 2>&1 || {
    cat "$work/maven.log"
    exit 1
}
cat >"$work/Words.groovy" <<'END'
class Words {
    void run(String text) { println "  the delegate ran $text" }
    void start(String text) { println "  the delegate started $text" }
    static void block(@DelegatesTo(value = Words, strategy = Closure.DELEGATE_FIRST) Closure body) {
        body.delegate = new Words()
        body.resolveStrategy = Closure.DELEGATE_FIRST
        body()
    }
}
END
cat >"$work/Calls.groovy" <<'END'
println "Groovy ${GroovySystem.version}"
['start', 'run'].each { word ->
    ['', '@groovy.transform.CompileStatic '].each { how ->
        println "$how$word"
        // The counter lets the closure go on into the call only when it is entered first.
        new GroovyShell().evaluate("""
            ${how}class Block {
                static void main(String[] args) {
                    int entered = 0
                    Words.block { if (++entered == 1) $word 'x' }
                    println "  the closure was entered \${entered} times"
                }
            }
            Block.main()""")
    }
}
END
cd "$work"
java -cp "$work/groovy-5.1.3.jar:$work" groovy.ui.GroovyMain Calls.groovy >seen.txt 2>&1 || true
head -n 20 seen.txt
cat >expected.txt <<'END'
Groovy 5.1.3
start
  the delegate started x
  the closure was entered 1 times
@groovy.transform.CompileStatic start
  the delegate started x
  the closure was entered 1 times
run
  the delegate ran x
  the closure was entered 1 times
@groovy.transform.CompileStatic run
  the closure was entered 2 times
END
cmp -s expected.txt seen.txt || { echo 'this has changed'; exit 1; }
