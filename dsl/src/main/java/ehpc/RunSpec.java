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
 * @param withheld whether its output may contain secrets that the journal does not know
 * @param reruns the recorded step that it repeats, see {@link PlannedRun#reruns}; empty for none
 */
record RunSpec(
        Command command,
        String directory,
        Duration timeout,
        CountOrPercent tolerated,
        List<CountOrPercent> waves,
        String reruns,
        boolean withheld) {

    static RunSpec of(Command command) {
        return new RunSpec(command, "", RunStep.DEFAULT_TIMEOUT, CountOrPercent.count(0), List.of(), "", false);
    }

    RunSpec from(String where) {
        return new RunSpec(command, where, timeout, tolerated, waves, reruns, withheld);
    }

    RunSpec timeout(Duration limit) {
        return new RunSpec(command, directory, limit, tolerated, waves, reruns, withheld);
    }

    RunSpec tolerate(CountOrPercent share) {
        return new RunSpec(command, directory, timeout, share, waves, reruns, withheld);
    }

    RunSpec waves(List<CountOrPercent> sizes) {
        return new RunSpec(command, directory, timeout, tolerated, sizes, reruns, withheld);
    }

    RunSpec rerunOf(String step) {
        return new RunSpec(command, directory, timeout, tolerated, waves, step, withheld);
    }

    RunSpec withholding() {
        return new RunSpec(command, directory, timeout, tolerated, waves, reruns, true);
    }
}
