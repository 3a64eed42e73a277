package ehpc;

import ehpc.command.Command;
import ehpc.node.Share;
import java.time.Duration;
import java.util.List;

/** All settings of a command except its nodes. An empty directory means the service's default; no waves mean a single one. */
record RunSpec(Command command, String directory, Duration timeout, Share tolerated, List<Share> waves) {

    static RunSpec of(Command command) {
        return new RunSpec(command, "", RunStep.DEFAULT_TIMEOUT, Share.count(0), List.of());
    }

    RunSpec from(String where) {
        return new RunSpec(command, where, timeout, tolerated, waves);
    }

    RunSpec timeout(Duration limit) {
        return new RunSpec(command, directory, limit, tolerated, waves);
    }

    RunSpec tolerate(Share share) {
        return new RunSpec(command, directory, timeout, share, waves);
    }

    RunSpec waves(List<Share> sizes) {
        return new RunSpec(command, directory, timeout, tolerated, sizes);
    }
}
