package ehpc.dsl;

/** The constant texts of a script. */
public interface ScriptTexts {

    /** Returns whether the script contains a text as it is, alone or between two values. */
    boolean hold(String text);
}
