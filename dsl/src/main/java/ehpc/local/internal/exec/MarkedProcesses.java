package ehpc.local.internal.exec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Finds processes through /proc and kills them, the only way without isolation. */
final class MarkedProcesses {

    private static final Path ALL = Path.of("/proc");

    /** The maximum number of passes: processes may start new ones while others are killed. */
    private static final int MOST_PASSES = 50;

    private MarkedProcesses() {}

    /**
     * A process. Unreadable facts count as missing.
     *
     * @param status the fields of its stat file after the name, which may contain any character: state, parent, group, session
     */
    record Found(Path directory, List<String> status) {

        static Found at(Path directory) {
            String stat = read(directory.resolve("stat"));
            return new Found(
                    directory,
                    List.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ")));
        }

        long pid() {
            return Long.parseLong(directory.getFileName().toString());
        }

        boolean runs() {
            return status.size() > 3 && !status.get(0).equals("Z");
        }

        long session() {
            return Long.parseLong(status.get(3));
        }

        int user() {
            try {
                return (Integer) Files.getAttribute(directory, "unix:uid");
            } catch (IOException e) {
                return -1;
            }
        }

        /** Returns a variable of the process's initial environment; empty if it is not set. */
        String variable(String name) {
            String environment = "\0" + read(directory.resolve("environ"));
            int at = environment.indexOf("\0" + name + "=");
            if (at < 0) {
                return "";
            }
            int from = at + name.length() + 2;
            int end = environment.indexOf('\0', from);
            return end < 0 ? environment.substring(from) : environment.substring(from, end);
        }

        private static String read(Path file) {
            try {
                return Files.readString(file, StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                return "";
            }
        }
    }

    /** Returns whether this machine has a readable /proc. */
    static boolean canBeFound() {
        return Files.isReadable(Path.of("/proc/self/environ"));
    }

    static void end(Predicate<Found> chosen) {
        List<Found> left = find(chosen);
        for (int pass = 0; pass < MOST_PASSES && !left.isEmpty(); pass++) {
            left.forEach(found -> ProcessHandle.of(found.pid()).ifPresent(ProcessHandle::destroyForcibly));
            left = find(chosen);
        }
    }

    private static List<Found> find(Predicate<Found> chosen) {
        try (var entries = Files.newDirectoryStream(ALL, "[0-9]*")) {
            return StreamSupport.stream(entries.spliterator(), false)
                    .map(Found::at)
                    .filter(Found::runs)
                    .filter(chosen)
                    .toList();
        } catch (IOException e) {
            // Without /proc, no process can be found.
            return List.of();
        }
    }
}
