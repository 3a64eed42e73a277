package ehpc.dsl;

import ehpc.command.Raw;
import groovy.lang.GString;

/**
 * A cluster as a value: {@code def c = cluster('ehpc-hz-...')}. All words of a cluster follow it, as in {@code c.nodes}, except
 * {@code postScript}, whose declarations need a block. Its words never end to be available.
 */
public interface ClusterValue extends ClusterDsl {

    /** The word {@code run} after a value: {@code c.run('hostname').on(c.nodes)}. */
    RunDsl run(String text);

    /** The same with <code>${...}</code> in its text: each value becomes one quoted word of the shell. */
    RunDsl run(GString template);

    /** The same with shell text that its author vouches for. */
    RunDsl run(Raw text);
}
