package ehpc.local.internal.exec;

import ehpc.local.internal.exec.HostProbe.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The user ids of nodes and clusters if this process is root: commands must not have root's rights to files. Each keeps its id, which is the
 * owner of its directories.
 */
final class UserIds {

    /** Ids that no known tool assigns. Each service starts at a random one, so that two rarely use the same. */
    private static final int WIDE_FIRST = 0x6568_0000;

    private static final int WIDE_COUNT = 1 << 20;

    /** For containers with few ids: a range that systemd's list of ids leaves unused. */
    private static final int NARROW_FIRST = 60578;

    private static final int NARROW_COUNT = 606;

    private final int first;
    private final int count;
    private final Set<Integer> used = new HashSet<>();
    private int next;

    private UserIds(int first, int count, int start) {
        this.first = first;
        this.count = count;
        this.next = start;
    }

    static UserIds forWorld(Path world) throws Unavailable {
        int seed = world.toString().hashCode();
        if (mapped(WIDE_FIRST, WIDE_COUNT)) {
            return new UserIds(WIDE_FIRST, WIDE_COUNT, Math.floorMod(seed, WIDE_COUNT));
        }
        if (mapped(NARROW_FIRST, NARROW_COUNT)) {
            return new UserIds(NARROW_FIRST, NARROW_COUNT, Math.floorMod(seed, NARROW_COUNT));
        }
        throw new Unavailable("this user namespace has too few user ids");
    }

    /** Reserves the ids of existing nodes. */
    void keep(Path nodes) throws IOException {
        try (var there = Files.list(nodes)) {
            for (Path node : there.toList()) {
                Path root = node.resolve("root");
                if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
                    used.add(owner(root));
                }
            }
        }
    }

    /** Returns the user id of the node or cluster with this directory. */
    int of(Path directory) throws IOException {
        if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            int owner = owner(directory);
            if (owner >= first && owner < first + count) {
                return owner;
            }
        }
        for (int tries = 0; tries < count && used.contains(first + next); tries++) {
            next = (next + 1) % count;
        }
        used.add(first + next);
        return first + next;
    }

    private static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean mapped(long first, long count) throws Unavailable {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/uid_map"))) {
                List<Long> range = List.of(line.strip().split(" +")).stream()
                        .map(Long::valueOf)
                        .toList();
                if (range.get(0) <= first && first + count <= range.get(0) + range.get(2)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new Unavailable("/proc/self/uid_map cannot be read");
        }
    }
}
