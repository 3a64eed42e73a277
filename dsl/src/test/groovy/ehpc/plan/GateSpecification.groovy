package ehpc.plan

import ehpc.script.EntryResult
import ehpc.script.ScriptRun
import ehpc.script.InteractiveSession
import ehpc.script.ScriptException

/** A shell in which each step is asked about. */
abstract class GateSpecification extends PlanSpecification {

    static final String SETUP = 'https://bucket.oss-cn-hangzhou.aliyuncs.com/setup.sh'
    static final String USER = "name: 'user01', group: 'users'"

    final InteractiveSession session = new InteractiveSession()
    final List<Step> asked = [].asSynchronized()
    final List<Integer> seen = []
    /** Answers in turn; then no. */
    final List<Boolean> answers = []

    boolean approve(Step step) {
        asked << step
        seen << changes().size()
        answers ? answers.removeAt(0) : false
    }

    ScriptRun entry(String text) {
        session.compile(text).over(ehpc).environment(environment).output(out)
    }

    EntryResult enter(String text) {
        entry(text).approval(this.&approve).run()
    }

    String refusal(String text) {
        try {
            enter(text)
            return ''
        } catch (ScriptException e) {
            assert e.cause instanceof NotApproved
            return e.message
        }
    }

    List<String> commands() {
        changes()*.parameters()*.Command
    }
}
