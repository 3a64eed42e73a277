package ehpc.journal.campaign

import ehpc.NodeResult
import ehpc.Outcome
import ehpc.RunResult
import ehpc.plan.Redactor
import ehpc.script.ScriptException

/** What a process reported until its end: the results, and the failure of its script. */
class Attempt {

    /** The result of a command on a node; secrets are asterisks. */
    record Reported(String command, String host, String outcome, OptionalLong exitCode, String output) {}

    final List<RunResult> results = []
    final StringBuffer output = new StringBuffer()
    ScriptException failure
    boolean killed
    /** Whether it did not run the script. */
    boolean collected

    /** Returns what was reported, by run. */
    List<List<Reported>> reported(Redactor redactor) {
        results.collect { ofRun(it, redactor) }
    }

    /** Returns whether the script came to its end, and nothing is left to do. */
    boolean settled() {
        failure == null && results.every { run -> run.every { !(it.outcome() in [Outcome.UNKNOWN, Outcome.NOT_RUN]) } }
    }

    private static List<Reported> ofRun(RunResult result, Redactor redactor) {
        String command = redactor.stars(result.command().text())
        result.collect { NodeResult one ->
            new Reported(command, one.node().name(), one.outcome().word(), one.exitCode(), redactor.stars(one.output()))
        }
    }
}
