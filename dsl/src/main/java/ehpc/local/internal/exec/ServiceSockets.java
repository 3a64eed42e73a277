package ehpc.local.internal.exec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds the sockets of this machine's services in the file system below /var. A read-only mount does not prevent connections to them, and
 * some services allow everything.
 */
final class ServiceSockets {

    private static final Path VAR = Path.of("/var");

    private ServiceSockets() {}

    static List<Path> directories() {
        try (var lines = Files.lines(Path.of("/proc/net/unix"), StandardCharsets.ISO_8859_1)) {
            return lines.map(line -> line.strip().split(" +", 8))
                    .filter(fields -> fields.length == 8 && fields[7].matches("/var/[!-~]+"))
                    .map(fields -> Path.of(fields[7]).normalize().getParent())
                    .filter(directory -> directory.startsWith(VAR) && directory.getNameCount() > 2)
                    .distinct()
                    .toList();
        } catch (IOException e) {
            // Not readable: only the usual places are hidden.
            return List.of();
        }
    }
}
