package ehpc.command;

import java.util.HashSet;
import java.util.Set;

/** Where the values of a command went: the variables that hold them, and what else keeps them for later. */
final class ShellValues {

    /** Stands for the arguments of a function or of the shell, {@code $1} and so on. */
    static final String ARGUMENTS = "@";

    private final Set<String> variables = new HashSet<>();
    private final Set<String> declared = new HashSet<>();
    private final Set<String> commands = new HashSet<>();
    private boolean printed;

    /** A word was put into a variable. */
    void fill(ShellWord word, String variable) {
        if (word.holdsText() && !variable.isEmpty()) {
            variables.add(variable);
        }
    }

    /** A word was put into a variable by a command such as {@code local}. */
    void declare(ShellWord word, String variable) {
        if (word.holdsText()) {
            declared.add(variable);
        }
    }

    /** A word was given to a command. */
    void give(ShellWord word, String command) {
        if (word.holdsText()) {
            commands.add(command);
        }
    }

    /** A word was written, for whoever reads it. */
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
