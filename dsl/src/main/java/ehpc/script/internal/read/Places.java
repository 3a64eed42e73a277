package ehpc.script.internal.read;

import ehpc.dsl.ClusterDsl;
import ehpc.dsl.Stage;
import ehpc.script.Rule;
import ehpc.script.internal.memory.Known;
import ehpc.script.internal.source.Finding;
import ehpc.script.internal.source.Findings;
import ehpc.script.internal.words.Members;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;

/** Watches that each word stands where it belongs: in a cluster block, at the top, or {@code region} before all that asks. */
public final class Places {

    /** Where in a script a word can stand. */
    public enum Place {
        /** What runs at once, from the first line on. */
        TOP,
        /** A cluster block. */
        CLUSTER,
        /** A method or closure of the script, which a cluster block may call. */
        OWN
    }

    private static final Set<String> TOP_ONLY = Set.of("cluster", "parallel", "region", "initialize");
    private static final Set<String> ASKING =
            Set.of("cluster", "parallel", "initialize", "images", "clusters", "regions", "api");
    private static final Set<String> CLUSTER_ONLY = clusterWords();

    private final Findings findings;
    private final Deque<Place> around = new ArrayDeque<>(Set.of(Place.TOP));
    private final boolean entry;
    private boolean chosen;
    private String asked = "";
    private int askedLine;
    private int regionLine;
    private int toldLine;

    /**
     * @param entry what was said before, where it is an entry of a shell
     */
    Places(Findings findings, Optional<Known> entry) {
        this.findings = findings;
        this.entry = entry.isPresent();
        this.chosen = entry.flatMap(Known::cluster).isPresent();
    }

    private static Set<String> clusterWords() {
        ClassNode block = ClassHelper.make(ClusterDsl.class);
        Set<String> words = new TreeSet<>(Members.properties(block));
        words.addAll(Members.methods(block));
        words.removeAll(ASKING);
        words.removeIf(word -> word.startsWith("get"));
        return words;
    }

    /** Whether a word speaks of a cluster, so that it needs one around. */
    static boolean isClusterWord(String word) {
        return CLUSTER_ONLY.contains(word);
    }

    /** Whether a word may stand at a place. */
    public static boolean fits(String word, Place place) {
        return switch (place) {
            case TOP -> !isClusterWord(word);
            case CLUSTER -> !TOP_ONLY.contains(word);
            case OWN -> !word.equals("region");
        };
    }

    /** Whether a word asks the service, so that {@code region} cannot stand behind it. */
    public static boolean isAsking(String word) {
        return ASKING.contains(word);
    }

    Place here() {
        return around.peek();
    }

    /** Where a call stands: with a current cluster the top is as good as what a cluster block calls. */
    Place ofCall() {
        return here() == Place.TOP && chosen ? Place.OWN : here();
    }

    /** Looks at what is inside of a block, method or closure. */
    void inside(Place place, Runnable looking) {
        around.push(place);
        looking.run();
        around.pop();
    }

    /**
     * A word is said.
     *
     * @param certain whether it is reached whenever what is around it is: no condition, loop or closure lies between
     */
    void word(String word, ASTNode node, boolean certain) {
        switch (here()) {
            case TOP -> atTop(word, node, certain);
            case CLUSTER -> {
                if (TOP_ONLY.contains(word)) {
                    add(node, Rule.PLACE, "'" + word + "' must stand outside of a cluster block");
                }
            }
            case OWN -> {
                if (word.equals("region")) {
                    add(node, Rule.PLACE, "'region' must stand at the top of the script");
                }
            }
        }
    }

    private void atTop(String word, ASTNode node, boolean certain) {
        if (isClusterWord(word) && (chosen || node.getLineNumber() == toldLine)) {
            return; // there is a cluster, or the sentence was told of
        }
        if (isClusterWord(word)) {
            toldLine = node.getLineNumber();
            add(
                    node,
                    Rule.PLACE,
                    entry ? Stage.noCluster(word) : "'" + word + "' must stand inside a cluster('...') { } block");
        } else if (word.equals("region")) {
            region(node, certain);
        } else if (ASKING.contains(word) && asked.isEmpty()) {
            asked = word;
            askedLine = node.getLineNumber();
        }
    }

    private void region(ASTNode node, boolean certain) {
        chosen = false;
        if (regionLine > 0) {
            add(node, Rule.TWICE, "region must be said once, was said in line " + regionLine);
        } else if (!asked.isEmpty()) {
            String message = "region must stand before the first word that asks the service, '" + asked + "' in line ";
            add(node, Rule.LATE_REGION, message + askedLine);
        } else if (certain) {
            regionLine = node.getLineNumber();
        }
    }

    /** An entry of a shell chooses a cluster: those of its words that follow speak of it. */
    void chooses() {
        chosen |= entry && here() == Place.TOP;
    }

    /** A cluster without its block inside of {@code parallel}, which works on several. */
    void inParallel(ASTNode node) {
        if (entry) {
            add(node, Rule.PLACE, "'cluster' must get an id and a block inside parallel");
        }
    }

    /** A {@code parallel} in another. */
    void nested(ASTNode node) {
        add(node, Rule.PLACE, "parallel must not stand inside parallel");
    }

    private void add(ASTNode node, Rule rule, String message) {
        findings.add(node, Finding.of(rule, message));
    }
}
