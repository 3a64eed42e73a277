#!/bin/sh
# Groovy 5.1.3 on the JDK's parallel streams: forEach returns its failure while blocks of the same stream still run in other threads.
#
# One would guess: a parallel stream is structured. When list.parallelStream().forEach { } has returned or thrown, no block of it runs any
# more, so that what guards it (a lock, a permission, a transaction, a plan in which effects are refused) may end then.
#
# What happens: the first failure completes the whole task. forEach throws at once in the caller, and blocks that other threads have begun
# go on to their end, unseen. Here one block waits until forEach has thrown, and then still runs its last line.
#
# The way out: hand what guards the blocks on with each block, and let it hold for as long as the block runs, not for as long as the call
# does. Or catch inside of the block, and throw after forEach has returned.
#
# Needs a JDK of 17 or newer and Maven. Installs org.apache.groovy:groovy:5.1.3 in a temporary folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/pom.xml" <<'END'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.apache.groovy</groupId>
      <artifactId>groovy</artifactId>
      <version>5.1.3</version>
    </dependency>
  </dependencies>
</project>
END
cat >"$work/straggler.groovy" <<'END'
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicBoolean

println "groovy ${GroovySystem.version}"
Thread caller = Thread.currentThread()
CountDownLatch begun = new CountDownLatch(1)
CountDownLatch thrown = new CountDownLatch(1)
CountDownLatch ended = new CountDownLatch(1)
AtomicBoolean first = new AtomicBoolean(true)
try {
    (1..64).toList().parallelStream().forEach {
        if (Thread.currentThread() === caller) {
            begun.await(60, TimeUnit.SECONDS)
            throw new IllegalStateException('a block failed')
        }
        if (first.getAndSet(false)) {
            begun.countDown()
            thrown.await(60, TimeUnit.SECONDS)
            ended.countDown()
        }
    }
} catch (IllegalStateException e) {
    println "forEach threw: ${e.message}"
}
println "another block of it still runs: ${ended.count == 1}"
thrown.countDown()
println "and ends later: ${ended.await(60, TimeUnit.SECONDS)}"
END
cd "$work"
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$work/lib" >maven.log 2>&1 || {
    cat maven.log
    exit 1
}
# One more worker than the machine may have processors for: a stream of one processor has no other thread.
java -Djava.util.concurrent.ForkJoinPool.common.parallelism=2 -cp 'lib/*' groovy.ui.GroovyMain straggler.groovy >seen.txt 2>&1 || true
cat seen.txt
cat >expected.txt <<'END'
groovy 5.1.3
forEach threw: a block failed
another block of it still runs: true
and ends later: true
END
cmp -s expected.txt seen.txt || { echo 'this has changed'; exit 1; }
