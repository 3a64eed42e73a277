package ehpc.local.internal.exec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Ends commands whose process space is their own: with its first process the kernel ends every other one in it. */
final class ProcessSpaces {

    private ProcessSpaces() {}

    /**
     * Ends the first process of the space that a launched process watches over. That one then ends by itself, and only when the space
     * is empty; ended directly, it would be gone before them.
     */
    static void kill(Process watcher) {
        var first = children(watcher);
        if (first.isEmpty()) {
            watcher.destroyForcibly();
        }
        first.forEach(ProcessHandle::destroyForcibly);
    }

    /** From the kernel's own list where it keeps one: otherwise every process of the machine must be looked at. */
    private static List<ProcessHandle> children(Process parent) {
        try {
            String ids = Files.readString(
                    Path.of(String.format(Locale.ROOT, "/proc/%1$d/task/%1$d/children", parent.pid())));
            return Stream.of(ids.split(" "))
                    .filter(id -> !id.isBlank())
                    .flatMap(id -> ProcessHandle.of(Long.parseLong(id)).stream())
                    .toList();
        } catch (IOException e) {
            return parent.children().toList();
        }
    }

    /**
     * Returns whether a limit on processes counts those of one command or node alone. The kernel counts by user; for a user namespace by
     * itself since version 5.14.
     */
    static boolean countedApart(CommandIdentity identity) {
        return identity != CommandIdentity.CALLER || kernelIsAtLeast(5, 14);
    }

    private static boolean kernelIsAtLeast(int major, int minor) {
        String[] version = System.getProperty("os.version").split("[^0-9]+");
        int first = Integer.parseInt(version[0]);
        int second = version.length > 1 ? Integer.parseInt(version[1]) : 0;
        return first > major || (first == major && second >= minor);
    }
}
