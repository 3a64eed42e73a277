package ehpc;

import ehpc.command.Command;
import ehpc.node.CountOrPercent;
import java.time.Duration;
import java.util.List;

/** All settings of a command except its nodes. An empty directory means the service's default; no waves mean a single one. */
record RunSpec(
        Command command, String directory, Duration timeout, CountOrPercent tolerated, List<CountOrPercent> waves) {

    static RunSpec of(Command command) {
        return new RunSpec(command, "", RunStep.DEFAULT_TIMEOUT, CountOrPercent.count(0), List.of());
    }

    RunSpec from(String where) {
        return new RunSpec(command, where, timeout, tolerated, waves);
    }

    RunSpec timeout(Duration limit) {
        return new RunSpec(command, directory, limit, tolerated, waves);
    }

    RunSpec tolerate(CountOrPercent share) {
        return new RunSpec(command, directory, timeout, share, waves);
    }

    RunSpec waves(List<CountOrPercent> sizes) {
        return new RunSpec(command, directory, timeout, tolerated, sizes);
    }
}
