package ehpc.local.internal.exec;

import java.util.LinkedHashMap;
import java.util.Map;

/** The complete environment of a command. Nothing of this process's environment is passed on, because it may contain credentials. */
final class NodeEnvironment {

    static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private NodeEnvironment() {}

    static Map<String, String> of(String hostName, String home) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("PATH", PATH);
        environment.put("HOME", home);
        environment.put("USER", "root");
        environment.put("LOGNAME", "root");
        environment.put("SHELL", "/bin/sh");
        environment.put("HOSTNAME", hostName);
        environment.put("LANG", "C.UTF-8");
        environment.put("LC_ALL", "C.UTF-8");
        return environment;
    }
}
