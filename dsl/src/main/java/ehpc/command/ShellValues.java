package ehpc.command;

import java.util.HashSet;
import java.util.Set;

/** The uses of the values of a command: the variables that contain them, and other places that keep them. */
final class ShellValues {

    /** Represents the arguments of a function or of the shell, {@code $1} and so on. */
    static final String ARGUMENTS = "@";

    private final Set<String> variables = new HashSet<>();
    private final Set<String> declared = new HashSet<>();
    private final Set<String> commands = new HashSet<>();
    private boolean printed;

    /** A word is assigned to a variable. */
    void fill(ShellWord word, String variable) {
        if (word.holdsText() && !variable.isEmpty()) {
            variables.add(variable);
        }
    }

    /** A word is assigned to a variable by a command such as {@code local}. */
    void declare(ShellWord word, String variable) {
        if (word.holdsText()) {
            declared.add(variable);
        }
    }

    /** A word is an argument of a command. */
    void give(ShellWord word, String command) {
        if (word.holdsText()) {
            commands.add(command);
        }
    }

    /** A word is printed, for any reader. */
    void print() {
        printed = true;
    }

    boolean isEmpty() {
        return variables.isEmpty() && commands.isEmpty() && !printed;
    }

    Set<String> variables() {
        return variables;
    }

    Set<String> declared() {
        return declared;
    }

    Set<String> commands() {
        return commands;
    }

    boolean isPrinted() {
        return printed;
    }
}
