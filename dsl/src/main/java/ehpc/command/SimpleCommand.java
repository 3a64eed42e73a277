package ehpc.command;

import ehpc.api.InputException;
import java.util.Optional;
import java.util.regex.Pattern;

/** One command of a shell text, as far as it has been read: its name and the words after it. {@link ShellWord} is the current one. */
final class SimpleCommand {

    private static final Pattern OPTION = Pattern.compile("-.*", Pattern.DOTALL);
    private static final Pattern NUMBER_FORMAT =
            Pattern.compile("%[-+ #0-9.$'hlqjzt]*(?:\\*|[diouxXeEfFgGaA])", Pattern.DOTALL);

    private final ShellValues values;
    private ShellWord word = new ShellWord();

    private final boolean wordsAlone;

    private String name = "";
    private boolean reserved;
    private boolean first = true;
    private boolean redirected;
    private boolean duplicated;
    private boolean document;
    private boolean split;

    private String last = "";
    private boolean lastVaries;
    private boolean lastHoldsText;
    private int arguments;
    private boolean pastOptions;
    private boolean odd;
    private String format = "";
    private String printedInto = "";
    private String loop = "";
    private boolean printed;

    /** @param values records the variables that values are assigned to */
    SimpleCommand(ShellValues values) {
        this(values, false);
    }

    private SimpleCommand(ShellValues values, boolean wordsAlone) {
        this.values = values;
        this.wordsAlone = wordsAlone;
    }

    /** Returns words that do not form a command: the patterns of a case, the elements of an array assignment. */
    static SimpleCommand words(ShellValues values, String variable) {
        SimpleCommand words = new SimpleCommand(values, true);
        words.name = "(";
        words.loop = variable;
        return words;
    }

    ShellWord word() {
        return word;
    }

    String name() {
        return name;
    }

    /** Returns whether the current or next word is the command's name. */
    boolean isAtName() {
        return name.isEmpty();
    }

    boolean isCondition() {
        return name.equals("[[");
    }

    /** Returns whether it is the head of a {@code case}, which continues over lines. */
    boolean isCase() {
        return name.equals("case");
    }

    /** Returns whether the {@code in} of a {@code case} has just ended. */
    boolean beginsPatterns() {
        return isCase() && arguments == 2;
    }

    /** Returns whether the word that has just ended closes a {@code case}, in the position of a command or of a first pattern. */
    boolean endsCase() {
        return wordsAlone
                ? reserved && arguments == 1 && last.equals("esac")
                : reserved && arguments == 0 && name.equals("esac");
    }

    /** A parenthesis precedes the first pattern of a branch of {@code case}. */
    void opened() {
        arguments++;
    }

    boolean isLoop() {
        return name.equals("for") && arguments == 0;
    }

    /** Returns whether parentheses after it define a function. */
    boolean definesFunction() {
        return arguments == 0 && !redirected && (!word.isBegun() || name.equals("function"));
    }

    boolean isRedirected() {
        return redirected;
    }

    boolean isTest() {
        return name.equals("[") || name.equals("test");
    }

    /** Returns whether a value was an argument of a command that prints its arguments. */
    boolean printed() {
        return printed;
    }

    /** Returns the variable that parentheses after a = would assign; empty if there is none. */
    Optional<String> arrayAtHand() {
        boolean assigning = isAtName() || ShellPlaces.DECLARING.contains(name) && !odd;
        return assigning && !redirected ? word.filledArray() : Optional.empty();
    }

    /** Drops the file descriptor before a redirection, which is not a word of the command. */
    void dropDescriptor() {
        if (word.isDescriptor()) {
            word = new ShellWord();
        }
    }

    /** The next word is the target of a redirection. */
    void redirect() {
        redirected = true;
        duplicated = false;
    }

    /** The target is a file descriptor. */
    void duplicate() {
        duplicated = true;
    }

    /** The next word is the delimiter of a here-document. */
    void document() {
        document = true;
    }

    /** A {@code &>} follows: one shell ends the command here, another continues it. */
    void split() {
        split = true;
    }

    /** Adds a value, or the words of a list. */
    void value(String text, boolean number) {
        word.value(text, number);
        if (!number && !redirected && (name.equals("echo") || name.startsWith("print"))) {
            printed = true;
            values.print();
        }
    }

    /** Returns why a value is not allowed here. */
    Optional<ShellObstacle> obstacle() {
        if (document || word.brackets() > 0) {
            String where = document ? "after <<" : "after a [";
            return Optional.of(
                    document ? ShellObstacle.unsure(where) : ShellObstacle.evaluated(where, "write the index"));
        }
        if (word.hasBrace()) {
            return Optional.of(ShellObstacle.unsure("in one word with a {"));
        }
        if (redirected) {
            return duplicated
                    ? Optional.of(ShellObstacle.evaluated("after >& or <&", "write > ${...} 2>&1, or < ${...}"))
                    : Optional.empty();
        }
        if (split) {
            return Optional.of(ShellObstacle.unsure("after &>"));
        }
        return isAtName() ? assigned() : argument();
    }

    private Optional<ShellObstacle> assigned() {
        String variable = word.assigned().orElse("");
        if (ShellPlaces.isComputed(variable)) {
            return Optional.of(ShellObstacle.computed("after " + variable + "="));
        }
        return ShellPlaces.isRun(variable)
                ? Optional.of(ShellObstacle.evaluated("after " + variable + "=", "use another variable"))
                : Optional.empty();
    }

    private Optional<ShellObstacle> argument() {
        if (ShellPlaces.isReader(name)) {
            return Optional.of(ShellPlaces.reader(name));
        }
        if (ShellPlaces.DECLARING.contains(name)) {
            return odd || word.assigned().isEmpty() ? Optional.of(ShellPlaces.reader(name)) : assigned();
        }
        if (ShellPlaces.COMPUTING.contains(name)) {
            return Optional.of(ShellObstacle.computed("after " + name));
        }
        if (isTest() || isCondition()) {
            return tested();
        }
        String before = ShellPlaces.OPTIONAL.get(name);
        boolean option = !word.isBegun() || OPTION.matcher(word.text()).matches();
        if (before != null && option && !pastOptions) {
            String where = "after " + name + " without " + before + " before it";
            String help = name.equals("printf") ? "write printf %s ${...}" : "write " + name + " -- ${...}";
            return Optional.of(ShellObstacle.evaluated(where, help));
        }
        return name.equals("printf") ? formatted() : Optional.empty();
    }

    private Optional<ShellObstacle> formatted() {
        if (format.equals("$")) {
            return Optional.of(ShellObstacle.computed("after printf without a fixed format before it"));
        }
        return NUMBER_FORMAT.matcher(format.replace("%%", "")).find()
                ? Optional.of(ShellObstacle.computed("after a format of printf for numbers"))
                : Optional.empty();
    }

    private Optional<ShellObstacle> tested() {
        boolean unsure = isTest()
                ? lastVaries || ShellPlaces.NAMING.contains(last)
                : !last.isEmpty() && !ShellPlaces.TEXTUAL.contains(last) && !ShellPlaces.NUMERIC.contains(last);
        if (unsure) {
            return Optional.of(ShellObstacle.evaluated(
                    "after " + name + " without a fixed operator before it",
                    "write the operator itself, such as = or -f"));
        }
        return ShellPlaces.NUMERIC.contains(last)
                ? Optional.of(ShellObstacle.computed("after " + last + " of " + name))
                : Optional.empty();
    }

    /** Ends the word; returns a reason if it makes everything after it uncertain. */
    Optional<String> endWord() {
        if (!word.isBegun()) {
            return Optional.empty();
        }
        Optional<String> doubt = doubt();
        if (document || redirected) {
            document = false;
            redirected = false;
            duplicated = false;
            first = false;
        } else if (isAtName()) {
            head();
        } else {
            argumentEnds();
        }
        word = new ShellWord();
        return doubt;
    }

    private Optional<String> doubt() {
        String ended = isAtName() ? word.fixed() : word.text();
        if (split && !redirected) {
            return Optional.of("&>");
        }
        if (isAtName() && !redirected && !document) {
            boolean begins = ended.equals("[[") || ended.equals("case");
            boolean plain = first && !word.isQuoted() && !word.varies();
            if (ended.equals("alias") || begins && !plain && !word.holdsValue()) {
                return Optional.of(ended);
            }
        } else if (!word.isQuoted() && (ended.equals("{") || ended.equals("}")) && !wordsAlone) {
            return Optional.of("a " + ended + " as an argument");
        } else if (name.equals("set") && (ended.equals("keyword") || ended.matches("-[a-z]*k[a-z]*"))) {
            return Optional.of("set -k");
        } else if (isCase() && arguments == 1 && (word.isQuoted() || !ended.equals("in"))) {
            return Optional.of("case");
        } else if (name.equals("]]")) {
            return Optional.of("a word after ]]");
        }
        boolean subscript = word.brackets() > 0 && !ended.equals("[") && !ended.equals("[[");
        return subscript ? Optional.of("an unclosed [ in a word") : Optional.empty();
    }

    private void head() {
        String ended = word.text();
        note();
        boolean assignment = word.assigned().isPresent() || ended.indexOf('=') > 0;
        if (assignment || ended.startsWith("-") || ShellPlaces.PREFIXES.contains(ended)) {
            first = false;
        } else if (word.fixed().isEmpty()) {
            first = false; // an expansion that may be nothing: the next word may be the name
        } else if (!ShellPlaces.RESERVED.contains(ended)) {
            name = word.fixed();
            reserved = first && !word.isQuoted() && !word.varies();
        }
    }

    private void argumentEnds() {
        String ended = word.text();
        note();
        numbersCompared(ended);
        boolean option = OPTION.matcher(ended).matches();
        if (name.equals("printf") && ended.startsWith("-v") && !pastOptions) {
            printedInto = ended.substring(2);
        } else if (name.equals("printf") && last.equals("-v")) {
            printedInto = ended;
        } else if (name.equals("printf") && !option && format.isEmpty()) {
            format = word.varies() ? "$" : ended + " ";
        }
        if (ShellPlaces.DECLARING.contains(name) && option) {
            odd |= word.varies() || !ShellPlaces.PLAIN_OPTION.matcher(ended).matches();
        }
        pastOptions = pastOptions || ended.equals("--") || !option && !(name.startsWith("print") && last.equals("-v"));
        lastHoldsText = word.holdsText();
        last = ended;
        lastVaries = word.varies();
        reserved = wordsAlone ? !word.isQuoted() && !word.varies() : reserved;
        arguments++;
        if (name.equals("for") || name.equals("select")) {
            loop(ended);
        } else if (name.equals("function")) {
            end();
        } else if (isCondition() && ended.equals("]]")) {
            name = "]]";
        } else if (isCondition() && (ended.equals("!"))) {
            last = "";
        }
    }

    private void loop(String ended) {
        if (arguments == 1) {
            loop = ended;
        } else if (arguments == 2 && ended.equals("do")) {
            end();
        }
    }

    /** A comparison of numbers also evaluates the text before it. */
    private void numbersCompared(String operator) {
        if ((isTest() || isCondition()) && lastHoldsText && ShellPlaces.NUMERIC.contains(operator)) {
            throw new InputException(
                    ShellObstacle.computed("before " + operator + " of " + name).message());
        }
    }

    /** Records a variable that contains a value from here on. */
    private void note() {
        boolean declaring = ShellPlaces.DECLARING.contains(name);
        if (name.equals("(") || name.equals("in") || name.equals("for") || name.equals("select")) {
            values.fill(word, loop);
        } else if (isAtName() || declaring) {
            word.filled().ifPresent(variable -> values.fill(word, variable));
            if (declaring) {
                word.assigned().ifPresent(variable -> values.declare(word, variable));
            }
        } else if (name.equals("set")) {
            values.fill(word, ShellValues.ARGUMENTS);
        } else if (name.equals("printf") && !printedInto.isEmpty()) {
            values.fill(word, printedInto);
        } else {
            values.give(word, name);
        }
    }

    /** The condition continues after {@code &&} or {@code ||}. */
    void continueCondition() {
        last = "";
        lastVaries = false;
        lastHoldsText = false;
    }

    /** The command ends, and the next one begins. */
    void end() {
        continueCondition();
        if (wordsAlone) {
            return;
        }
        redirected = false;
        duplicated = false;
        document = false;
        split = false;
        name = "";
        first = true;
        arguments = 0;
        pastOptions = false;
        odd = false;
        format = "";
        printedInto = "";
    }
}
