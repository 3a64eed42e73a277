package ehpc.local.internal.exec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The part of this machine that isolated commands see, read-only. Everything else at the top of the file system belongs to the node or is
 * missing.
 *
 * @param directories the visible top directories
 * @param links the visible top symbolic links and their targets, such as /bin to usr/bin
 * @param hidden the directories below them that look empty
 * @param blank an empty directory to show in their place
 */
record MachineView(List<Path> directories, Map<Path, String> links, List<Path> hidden, Path blank) {

    private static final List<Path> OWN = Stream.of("/root", "/home", "/tmp", "/run", "/proc", "/dev")
            .map(Path::of)
            .toList();
    private static final Path OWN_TEMPORARY = Path.of("/var/tmp");

    /** The machine does not work without these, so no directory that contains one of them is hidden. */
    private static final List<Path> NEEDED = Stream.of(
                    "/usr", "/bin", "/sbin", "/lib", "/lib64", "/etc", "/opt", "/var", "/sys", "/nix", "/gnu")
            .map(Path::of)
            .toList();

    static MachineView of(List<Path> homes, Path world) throws IOException {
        var directories = new ArrayList<Path>();
        var links = new LinkedHashMap<Path, String>();
        for (Path top : topOfFileSystem()) {
            if (Files.isSymbolicLink(top)) {
                links.put(top, Files.readSymbolicLink(top).toString());
            } else if (Files.isDirectory(top)) {
                directories.add(top);
            }
        }
        Path blank = Files.createDirectories(world.resolve("blank"));
        return new MachineView(directories, links, hidden(homes, world), blank);
    }

    /** Returns the paths of a node's own directories, parents first. */
    List<String> ownPlaces() {
        return NodeDirectory.PLACES.stream()
                .filter(place -> !place.equals(OWN_TEMPORARY.toString()) || hasOwnTemporary())
                .toList();
    }

    private static boolean hasOwnTemporary() {
        return Files.isDirectory(OWN_TEMPORARY, LinkOption.NOFOLLOW_LINKS)
                && Files.isDirectory(OWN_TEMPORARY.getParent(), LinkOption.NOFOLLOW_LINKS);
    }

    private static List<Path> topOfFileSystem() throws IOException {
        try (var tops = Files.list(Path.of("/"))) {
            return tops.filter(top -> !OWN.contains(top))
                    .filter(top -> top.toString().chars().allMatch(c -> c > ' ' && c < 127))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> hidden(List<Path> homes, Path world) throws IOException {
        var hidden = new LinkedHashSet<Path>();
        hide(hidden, world);
        for (Path home : homes) {
            hide(hidden, home);
        }
        for (Path own : OWN) {
            hide(hidden, own);
        }
        hide(hidden, OWN_TEMPORARY);
        hide(hidden, Path.of("/var/run"));
        for (Path service : ServiceSockets.directories()) {
            hide(hidden, service);
        }
        hidden.removeIf(path -> hidden.stream().anyMatch(other -> !other.equals(path) && path.startsWith(other)));
        return List.copyOf(hidden);
    }

    /** By its real path, where commands would see it; a path below a node's own directory is not visible anyway. */
    private static void hide(Set<Path> hidden, Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        Path real = path.toRealPath();
        boolean covered =
                OWN.stream().anyMatch(real::startsWith) || (hasOwnTemporary() && real.startsWith(OWN_TEMPORARY));
        boolean needed = NEEDED.stream().anyMatch(part -> part.startsWith(real));
        if (!covered && !needed) {
            hidden.add(real);
        }
    }
}
