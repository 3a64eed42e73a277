#!/bin/sh
# JLine 4.5.0: what a widget throws ends the line when a key calls the widget, and is lost when LineReader.callWidget does.
#
# One would guess: LineReader.callWidget(name) does what the key of that widget does, also where the widget ends the line: readLine()
# declares UserInterruptException and EndOfFileException for that.
#
# What happens: a widget that a key is bound to may throw; readLine() passes the exception on. The same widget called by name throws into
# callWidget, which catches everything, an Error too, writes it to the debug log and returns as if all were well. So a widget that wraps
# another one by name and passes on that it wants to leave the line does not leave it.
#
# The way out: call the Widget itself, reader.getWidgets().get(name).apply() or reader.getBuiltinWidgets().get(name).apply(). It
# returns whether it did anything, too, which callWidget does not.
#
# Needs a JDK of 17 or newer and Maven. Installs org.jline:jline-reader and jline-terminal 4.5.0 in a temporary folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for artifact in jline-reader jline-terminal; do
    mvn -q -B dependency:copy -Dartifact=org.jline:$artifact:4.5.0 -DoutputDirectory="$work" >"$work/maven.log" 2>&1 || {
        cat "$work/maven.log"
        exit 1
    }
done
cat >"$work/Keys.java" <<'END'
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;

public class Keys {
    public static void main(String[] args) throws Exception {
        read("bound to the key", "leave");
        read("by callWidget", "by-name");
        read("by apply", "by-itself");
    }

    /** Presses a, Ctrl-T, b and Enter; Ctrl-T is to leave the line. */
    static void read(String how, String widget) throws Exception {
        byte[] keys = "a\u0014b\n".getBytes(StandardCharsets.UTF_8);
        Terminal terminal = new DumbTerminal(
                "keys", "dumb", new ByteArrayInputStream(keys), OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
        LineReader reader = LineReaderBuilder.builder().terminal(terminal).build();
        reader.getWidgets().put("leave", () -> {
            throw new EndOfFileException("left");
        });
        reader.getWidgets().put("by-name", () -> {
            reader.callWidget("leave");
            return true;
        });
        reader.getWidgets().put("by-itself", () -> reader.getWidgets().get("leave").apply());
        reader.getKeyMaps().values().forEach(map -> map.bind(new Reference(widget), KeyMap.ctrl('T')));
        try {
            System.out.println(how + ": the line is " + reader.readLine());
        } catch (EndOfFileException e) {
            System.out.println(how + ": " + e.getMessage());
        }
        terminal.close();
    }
}
END
cd "$work"
echo 'JLine 4.5.0'
java -cp "$work/jline-reader-4.5.0.jar:$work/jline-terminal-4.5.0.jar" Keys.java >seen.txt 2>error.txt || cat error.txt
cat seen.txt
cat >expected.txt <<'END'
bound to the key: left
by callWidget: the line is ab
by apply: left
END
cmp -s expected.txt seen.txt || { echo 'this has changed'; exit 1; }
