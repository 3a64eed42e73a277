package ehpc.script.internal.words;

import static java.util.Map.entry;

import ehpc.script.Rule;
import ehpc.script.internal.source.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassNode;

/** How words are written, for those who wrote them in another way. */
public final class Forms {

    public static final String COMMAND = "a command (run 'echo hi' on nodes)";

    private static final int MOST_FORMS = 4;

    private static final Map<String, String> WORDS = Map.ofEntries(
            entry("cluster", "an id and a block (cluster('ehpc-hz-...') { })"),
            entry("parallel", "a block, after a width where one is wanted (parallel(8) { })"),
            entry("region", "a region's id (region 'cn-hangzhou')"),
            entry("initialize", "nothing, or a service's name (initialize())"),
            entry("secret", "the name of an environment variable (secret('NAME'))"),
            entry("custom", "conditions (images.custom(owner: 'self'))"),
            entry("raw", "one value (raw('*.txt'))"),
            entry("postScript", "a URL and, where there are any, its arguments (postScript 'https://...', '-h')"),
            entry("syncUsers", "nothing (syncUsers())"),
            entry("sleep", "a duration or a number of milliseconds (sleep 20.seconds)"),
            entry("node", "an id or a name (node('compute000'))"),
            entry("run", "one text (run 'echo hi' on nodes)"));

    /** Words that can be said with nothing behind them. */
    private static final Set<String> ALONE = Set.of("syncUsers", "initialize");

    private static final Map<String, String> VALUES =
            Map.of("nodes", "nodes['compute000'], or node('compute000')", "env", "env.HOME", "args", "args[0]");

    private static final Map<String, String> MANNERS = Map.of(
            "from", "a directory (from '/data')",
            "timeout", "a duration (timeout 10.minutes)",
            "tolerate", "a number of nodes or a share (tolerate 5.percent)",
            "waves", "numbers of nodes or shares (waves 1, 10.percent)",
            "on", "one set of nodes or a node (on nodes.compute)");

    private static final Map<String, String> OPERATORS = Map.ofEntries(
            entry("plus", "+"),
            entry("minus", "-"),
            entry("multiply", "*"),
            entry("div", "/"),
            entry("remainder", "%"),
            entry("mod", "%"),
            entry("power", "**"),
            entry("and", "&"),
            entry("or", "|"),
            entry("xor", "^"),
            entry("leftShift", "<<"),
            entry("rightShift", ">>"),
            entry("getAt", "[...]"),
            entry("putAt", "[...]"),
            entry("compareTo", "<, >"),
            entry("next", "++"),
            entry("previous", "--"),
            entry("isCase", "in"));

    private Forms() {}

    /** Whether it is a word that stands between {@code run} and the nodes. */
    public static boolean isManner(String word) {
        return MANNERS.containsKey(word);
    }

    /** How a word of how to run is written. */
    public static String manner(String word) {
        return MANNERS.get(word);
    }

    /** What a word may get; empty for what is no word with a form of its own. */
    public static Optional<String> word(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }

    /** What a word must get, where it must get something. */
    public static Optional<String> needed(String word) {
        return ALONE.contains(word) ? Optional.empty() : Optional.ofNullable(WORDS.get(word));
    }

    /** How a word that is a value is written, where people may take it for one that is called. */
    public static Optional<String> value(String word) {
        return Optional.ofNullable(VALUES.get(word));
    }

    /** What to say of a call that does not fit. */
    public static Finding misfit(String word, boolean ofSentence, List<String> signatures, ClassNode[] given) {
        String form = ofSentence ? MANNERS.get(word) : WORDS.get(word);
        if (form == null && signatures.size() > MOST_FORMS) {
            return Finding.of(Rule.WRONG_TYPE, "'" + word + "' must not get " + Members.types(given));
        }
        String wanted = form == null ? signatures.stream().sorted().collect(Collectors.joining(" or ")) : form;
        return Finding.of(Rule.WRONG_TYPE, "'" + word + "' must get " + wanted + ", gets " + Members.types(given));
    }

    /** The finding on an operator behind nodes with a value at its right that can never be nodes. */
    public static Finding operand(String operator, String given) {
        return Finding.of(
                Rule.WRONG_TYPE,
                "'" + operator + "' on nodes must get a set of nodes, a node, names or a list, gets " + given);
    }

    /** The operator that a method stands for, as the compiler calls it. */
    public static Optional<String> operator(String method) {
        return Optional.ofNullable(OPERATORS.get(method));
    }
}
