package ehpc.script.internal.syntax;

import ehpc.dsl.ScriptRuntime;
import ehpc.language.Vocabulary;
import ehpc.language.Word;
import ehpc.language.WordScope;
import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.diagnostics.Findings;
import ehpc.script.internal.symbols.SymbolTable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;

/** Checks the scope of each word: cluster block or top level, and {@code region} before the first word that calls the service. */
public final class PlacementCheck {

    private final Findings findings;
    private final Deque<WordScope> around = new ArrayDeque<>(List.of(WordScope.TOP));
    private final boolean entry;
    private boolean chosen;
    private String asked = "";
    private int askedLine;
    private int regionLine;
    private int reportedLine;

    /**
     * @param entry the earlier definitions, for an entry of a shell
     */
    PlacementCheck(Findings findings, Optional<SymbolTable> entry) {
        this.findings = findings;
        this.entry = entry.isPresent();
        this.chosen = entry.flatMap(SymbolTable::cluster).isPresent();
    }

    /** Returns whether a word applies to a cluster, so that it needs a cluster block. */
    static boolean isClusterWord(String word) {
        return !fits(word, WordScope.TOP);
    }

    /** Returns whether a word is allowed in a scope. */
    public static boolean fits(String word, WordScope place) {
        return Vocabulary.bare(word)
                .map(known -> known.scopes().contains(place))
                .orElse(true);
    }

    /** Returns whether a word calls the service, so that {@code region} is not allowed after it. */
    public static boolean isAsking(String word) {
        return Vocabulary.bare(word).filter(Word::isAsking).isPresent();
    }

    WordScope here() {
        return around.peek();
    }

    /** Returns the scope of a call. With a current cluster, the top level allows the same words as a method. */
    WordScope ofCall() {
        return here() == WordScope.TOP && chosen ? WordScope.OWN : here();
    }

    /** Visits the content of a block, method or closure. */
    void inside(WordScope place, Runnable visit) {
        around.push(place);
        visit.run();
        around.pop();
    }

    /**
     * Checks the use of a word.
     *
     * @param certain whether it always runs if the script runs: not in a condition, loop or closure
     */
    void word(String word, ASTNode node, boolean certain) {
        switch (here()) {
            case TOP -> atTop(word, node, certain);
            case CLUSTER -> {
                if (!fits(word, WordScope.CLUSTER)) {
                    add(node, Rule.PLACE, "'" + word + "' is not allowed inside a cluster block");
                }
            }
            case OWN -> {
                if (!fits(word, WordScope.OWN)) {
                    add(node, Rule.PLACE, "'" + word + "' is only allowed at the top level of the script");
                }
            }
        }
    }

    private void atTop(String word, ASTNode node, boolean certain) {
        if (isClusterWord(word) && (chosen || node.getLineNumber() == reportedLine)) {
            return; // there is a cluster, or the statement was reported
        }
        if (isClusterWord(word)) {
            reportedLine = node.getLineNumber();
            add(
                    node,
                    Rule.PLACE,
                    entry
                            ? ScriptRuntime.noCluster(word)
                            : "'" + word + "' is only allowed inside a cluster('...') { } block");
        } else if (word.equals("region")) {
            region(node, certain);
        } else if (isAsking(word) && asked.isEmpty()) {
            asked = word;
            askedLine = node.getLineNumber();
        }
    }

    private void region(ASTNode node, boolean certain) {
        chosen = false;
        if (regionLine > 0) {
            add(node, Rule.TWICE, "region must be given once, is already given in line " + regionLine);
        } else if (!asked.isEmpty()) {
            String message = "region must come before the first word that calls the service, '" + asked + "' in line ";
            add(node, Rule.LATE_REGION, message + askedLine);
        } else if (certain) {
            regionLine = node.getLineNumber();
        }
    }

    /** Records that an entry of a shell selects a cluster, to which its later words apply. */
    void chooses() {
        chosen |= entry && here() == WordScope.TOP;
    }

    /** Reports a cluster without a block inside {@code parallel}, which works on several clusters. */
    void inParallel(ASTNode node) {
        add(node, Rule.PLACE, "'cluster' expects an id and a block inside parallel");
    }

    /** Reports a cluster without a block whose value is not used. */
    void unusedCluster(ASTNode node) {
        add(
                node,
                Rule.MISSING,
                "'cluster' without a block is a value: keep it (def c = cluster('ehpc-hz-...')), or add a block"
                        + " (cluster('ehpc-hz-...') { })");
    }

    /** Reports a {@code parallel} inside another. */
    void nested(ASTNode node) {
        add(node, Rule.PLACE, "parallel is not allowed inside parallel");
    }

    private void add(ASTNode node, Rule rule, String message) {
        findings.add(node, Finding.of(rule, message));
    }
}
