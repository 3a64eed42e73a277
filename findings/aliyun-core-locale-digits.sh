#!/bin/sh
# Aliyun Java SDK Core 4.7.10: the Timestamp of a request has the digits of the JVM's default locale.
#
# One would guess: the time stamp that the SDK puts into a signed request is in ASCII digits, whatever the machine's locale is,
# as the signature's documentation asks for (2026-01-31T13:45:00Z).
#
# What happens: the SDK formats it with a SimpleDateFormat of the default locale. Under ar-EG the year, the month and all the rest
# are Arabic-Indic digits, and a service refuses the request (InvalidTimeStamp.Format) although key, secret and clock are right.
#
# The way out: set the format locale before the first request (-Duser.language=en, or Locale.setDefault), or write the
# parameter oneself.
#
# Needs a JDK of 17 or newer and Maven. Installs com.aliyun:aliyun-java-sdk-core:4.7.10 in a temporary folder.
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
      <groupId>com.aliyun</groupId>
      <artifactId>aliyun-java-sdk-core</artifactId>
      <version>4.7.10</version>
    </dependency>
  </dependencies>
</project>
END
cat >"$work/Stamp.java" <<'END'
import com.aliyuncs.utils.ParameterHelper;
import java.util.Date;
import java.util.Locale;

class Stamp {
    public static void main(String[] args) {
        System.out.println("aliyun-java-sdk-core 4.7.10");
        for (String tag : new String[] {"en-US", "ar-EG"}) {
            Locale.setDefault(Locale.forLanguageTag(tag));
            String stamp = ParameterHelper.getISO8601Time(new Date(0));
            System.out.println(tag + ": ASCII only: " + stamp.chars().allMatch(c -> c < 128));
        }
    }
}
END
cd "$work"
mvn -q -B dependency:copy-dependencies -DoutputDirectory="$work/lib" >maven.log 2>&1 || {
    cat maven.log
    exit 1
}
java -cp 'lib/*' Stamp.java >seen.txt 2>&1 || true
cat seen.txt
cat >expected.txt <<'END'
aliyun-java-sdk-core 4.7.10
en-US: ASCII only: true
ar-EG: ASCII only: false
END
cmp -s expected.txt seen.txt || { echo 'this has changed'; exit 1; }
