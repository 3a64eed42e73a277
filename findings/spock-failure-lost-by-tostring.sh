#!/bin/sh
# Spock 2.4 on the JUnit platform with Maven Surefire 3.6.1: a feature that fails is not reported, and the build succeeds.
#
# One would guess: a condition that does not hold fails its feature, whatever the values in it are.
#
# What happens: Spock renders the values of the condition when the failure is reported. If toString of one of them throws an Error (not an
# Exception), the Error leaves the listener that Surefire registered. The JUnit platform logs it as the failure of a listener and goes on.
# Surefire has then heard neither of a failure nor of an end: the feature is missing in its counts, and mvn test ends with success. A value
# whose toString throws an Exception is rendered with a note, and its feature fails as expected.
#
# The way out: let toString of a value throw no Error, such as that of a placeholder whose use is forbidden; or compare something else in the
# condition. Search the log of a build for "threw exception for method".
#
# Needs a JDK of 17 or newer and Maven. Installs org.spockframework:spock-core:2.4-groovy-5.0, org.apache.groovy:groovy:5.1.3 and the
# plugins in a temporary folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/src/test/groovy"
cat >"$work/pom.xml" <<'END'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency>
      <groupId>org.apache.groovy</groupId>
      <artifactId>groovy</artifactId>
      <version>5.1.3</version>
      <scope>test</scope>
    </dependency>
    <dependency>
      <groupId>org.spockframework</groupId>
      <artifactId>spock-core</artifactId>
      <version>2.4-groovy-5.0</version>
      <scope>test</scope>
    </dependency>
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <groupId>org.codehaus.gmavenplus</groupId>
        <artifactId>gmavenplus-plugin</artifactId>
        <version>5.1.0</version>
        <executions>
          <execution>
            <goals>
              <goal>addTestSources</goal>
              <goal>compileTests</goal>
            </goals>
          </execution>
        </executions>
      </plugin>
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-surefire-plugin</artifactId>
        <version>3.6.1</version>
        <configuration>
          <includes>
            <include>**/*Spec.class</include>
          </includes>
        </configuration>
      </plugin>
    </plugins>
  </build>
</project>
END
spec() {
    cat >"$work/src/test/groovy/$1.groovy" <<END
import spock.lang.Specification

class $1 extends Specification {

    static class Placeholder {

        @Override
        String toString() {
            throw new $2('not known yet')
        }
    }

    def 'a condition that does not hold'() {
        given:
        Placeholder value = new Placeholder()

        expect:
        value == null
    }
}
END
}

run() {
    code=0
    (cd "$work" && mvn -B -ntp test -Dmaven.repo.local="$work/repository" -Dtest="$1" >log 2>&1) || code=$?
    summary=$(sed -n 's/^\[[A-Z]*\] *\(Tests run: [0-9]*, Failures: [0-9]*, Errors: [0-9]*, Skipped: [0-9]*\) *$/\1/p' "$work/log" | tail -n 1)
    lost=$(grep -c 'RunListenerAdapter\] threw exception for method: executionFinished' "$work/log") || true
    printf '%s: exit code %s; %s; failures of the listener: %s\n' "$1" "$code" "$summary" "$lost"
}

spec ErrorSpec Error
spec ExceptionSpec IllegalStateException
printf 'spock-core 2.4-groovy-5.0, groovy 5.1.3, maven-surefire-plugin 3.6.1\n'
seen=$(run ErrorSpec; run ExceptionSpec)
printf '%s\n' "$seen"
[ "$seen" = 'ErrorSpec: exit code 0; Tests run: 0, Failures: 0, Errors: 0, Skipped: 0; failures of the listener: 1
ExceptionSpec: exit code 1; Tests run: 1, Failures: 1, Errors: 0, Skipped: 0; failures of the listener: 0' ] || {
    printf 'this has changed\n'
    exit 1
}
