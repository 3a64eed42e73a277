package ehpc.dsl;

/** The texts that stand in a script. */
public interface ScriptTexts {

    /** Returns whether a text stands in the script as it is, alone or between two values. */
    boolean hold(String text);
}
