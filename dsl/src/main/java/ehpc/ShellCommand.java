package ehpc;

import java.util.Optional;
import java.util.Set;

/** One command of a shell text, as far as it has been read: its name, and the word at hand with its quotes taken off. */
final class ShellCommand {

    /** Commands of the shell itself that read more into an argument than a word, such as a subscript with a command in it. */
    private static final Set<String> READERS = Set.of(
            "alias",
            "bind",
            "compgen",
            "complete",
            "declare",
            "enable",
            "eval",
            "getopts",
            "let",
            "local",
            "mapfile",
            "read",
            "readarray",
            "readonly",
            "trap",
            "typeset",
            "unset",
            "wait");

    /** Words that the name of a command may stand behind. */
    private static final Set<String> PREFIXES = Set.of(
            "!", "{", "builtin", "command", "coproc", "do", "elif", "else", "exec", "if", "then", "time", "until",
            "while");

    private static final Set<String> TESTS = Set.of("[", "test");

    /** Unary operators of a test whose operand is the name of a variable, with a subscript perhaps. */
    private static final Set<String> NAMING = Set.of("-v", "-R");

    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private boolean varies;
    private boolean holdsValue;
    private boolean brace;
    private int brackets;
    private boolean redirected;

    private String name = "";
    private String last = "";
    private boolean lastVaries;
    private boolean pastOptions;

    /** A character that stands for itself. */
    void quoted(char c) {
        begun = true;
        word.append(c);
    }

    /** Quotes have begun or ended. */
    void begin() {
        begun = true;
    }

    /** A character outside of quotes. */
    void plain(char c) {
        brace = brace || c == '{';
        brackets += c == '[' ? 1 : c == ']' && brackets > 0 ? -1 : 0;
        quoted(c);
    }

    /** Something that the shell fills in. */
    void variable() {
        varies = true;
        quoted('$');
    }

    /** A quoted value. */
    void value() {
        varies = true;
        holdsValue = true;
        quoted('\'');
    }

    /** The number of a file before a redirection is no word of the command. */
    void dropDescriptor() {
        if (!varies && (brace || word.chars().allMatch(Character::isDigit))) {
            forgetWord();
        }
    }

    /** The next word is the target of a redirection. */
    void redirect() {
        redirected = true;
    }

    boolean inWord() {
        return begun;
    }

    boolean isRedirected() {
        return redirected;
    }

    boolean isTest() {
        return TESTS.contains(name);
    }

    /** Whether the word at hand has a value in it. */
    boolean holdsValue() {
        return holdsValue;
    }

    /** Why a value must not stand here: words for a message. */
    Optional<String> obstacle() {
        if (brackets > 0) {
            return Optional.of("behind a [");
        }
        if (brace) {
            return Optional.of("in one word with a {");
        }
        if (READERS.contains(name)) {
            return Optional.of("behind " + name);
        }
        if (isTest() && (lastVaries || NAMING.contains(last))) {
            return Optional.of("behind " + name + " without a fixed operator before it");
        }
        boolean option = !begun || word.indexOf("-") == 0;
        if (name.equals("printf") && !redirected && option && !pastOptions) {
            return Optional.of("behind printf without a fixed format before it");
        }
        return Optional.empty();
    }

    /** The word has ended; tells what about it makes all that follows unsure. */
    Optional<String> endWord() {
        if (!begun) {
            return Optional.empty();
        }
        String ended = word.toString();
        Optional<String> doubt = doubt(ended);
        if (redirected) {
            redirected = false;
        } else if (name.isEmpty()) {
            boolean prefix = PREFIXES.contains(ended) || ended.startsWith("-") || ended.indexOf('=') > 0;
            name = prefix ? "" : ended;
        } else {
            pastOptions = pastOptions || ended.equals("--") || !ended.startsWith("-") && !last.equals("-v");
            last = ended;
            lastVaries = varies;
        }
        forgetWord();
        return doubt;
    }

    private void forgetWord() {
        word.setLength(0);
        begun = false;
        varies = false;
        holdsValue = false;
        brace = false;
        brackets = 0;
    }

    private Optional<String> doubt(String ended) {
        boolean alias = ended.equals("alias") && name.isEmpty();
        if (alias || ended.equals("[[") || ended.equals("case")) {
            return Optional.of(ended);
        }
        boolean subscript = brackets > 0 && !ended.equals("[");
        return subscript ? Optional.of("a [ that its word does not close") : Optional.empty();
    }

    /** The command has ended, and the next one begins. */
    void end() {
        redirected = false;
        name = "";
        last = "";
        lastVaries = false;
        pastOptions = false;
    }
}
