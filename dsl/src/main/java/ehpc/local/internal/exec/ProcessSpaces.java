package ehpc.local.internal.exec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Ends commands with a process namespace of their own: the kernel kills the namespace with its first process. */
final class ProcessSpaces {

    private ProcessSpaces() {}

    /**
     * Kills the first process of the namespace that a launched process waits for. The launched process then ends by itself, after all
     * others; if it were killed directly, it would end before them.
     */
    static void kill(Process watcher) {
        var first = children(watcher);
        if (first.isEmpty()) {
            watcher.destroyForcibly();
        }
        first.forEach(ProcessHandle::destroyForcibly);
    }

    /** From the kernel's list if it has one; otherwise all processes of the machine are scanned. */
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
     * Returns whether a limit on processes counts only those of one command or node. The kernel counts by user, and for a user namespace by
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
