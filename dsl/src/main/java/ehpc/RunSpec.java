package ehpc;

import ehpc.command.Command;
import ehpc.node.CountOrPercent;
import java.time.Duration;
import java.util.List;

/**
 * All settings of a command except its nodes.
 *
 * @param directory empty for the service's default
 * @param waves none for a single one
 * @param reruns the recorded step that it repeats, see {@link PlannedRun#reruns}; empty for none
 */
record RunSpec(
        Command command,
        String directory,
        Duration timeout,
        CountOrPercent tolerated,
        List<CountOrPercent> waves,
        String reruns) {

    static RunSpec of(Command command) {
        return new RunSpec(command, "", RunStep.DEFAULT_TIMEOUT, CountOrPercent.count(0), List.of(), "");
    }

    RunSpec from(String where) {
        return new RunSpec(command, where, timeout, tolerated, waves, reruns);
    }

    RunSpec timeout(Duration limit) {
        return new RunSpec(command, directory, limit, tolerated, waves, reruns);
    }

    RunSpec tolerate(CountOrPercent share) {
        return new RunSpec(command, directory, timeout, share, waves, reruns);
    }

    RunSpec waves(List<CountOrPercent> sizes) {
        return new RunSpec(command, directory, timeout, tolerated, sizes, reruns);
    }

    RunSpec rerunOf(String step) {
        return new RunSpec(command, directory, timeout, tolerated, waves, step);
    }
}
