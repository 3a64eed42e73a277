package ehpc.script.internal.runtime;

import ehpc.EhpcClient;
import ehpc.dsl.ScriptSession;
import java.util.List;
import java.util.Map;

/** The common part of executing and planning a script: the account in its region, the arguments, and the environment. */
abstract class BaseSession implements ScriptSession {

    private final List<String> args;
    private final Map<String, String> environment;
    private EhpcClient ehpc;

    BaseSession(EhpcClient ehpc, RunSettings settings) {
        this.ehpc = ehpc;
        this.args = settings.args();
        this.environment = settings.environment();
    }

    @Override
    public EhpcClient ehpc() {
        return ehpc;
    }

    @Override
    public void region(String id) {
        ehpc = ehpc.withRegion(id);
    }

    @Override
    public final List<String> args() {
        return args;
    }

    @Override
    public final Map<String, String> environment() {
        return environment;
    }
}
