package ehpc.local.internal.exec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Detects whether a process runs inside a container of Docker, Podman, Kubernetes or LXC. */
final class ContainerSigns {

    private static final Pattern GROUP = Pattern.compile("docker|kubepods|containerd|libpod|lxc|crio");

    private ContainerSigns() {}

    static boolean found() {
        return Files.exists(Path.of("/.dockerenv"))
                || Files.exists(Path.of("/run/.containerenv"))
                || System.getenv("container") != null
                || System.getenv("KUBERNETES_SERVICE_HOST") != null
                || firstProcessIsGrouped();
    }

    private static boolean firstProcessIsGrouped() {
        try {
            return GROUP.matcher(Files.readString(Path.of("/proc/1/cgroup"), StandardCharsets.ISO_8859_1))
                    .find();
        } catch (IOException e) {
            // An unreadable file is no sign.
            return false;
        }
    }
}
