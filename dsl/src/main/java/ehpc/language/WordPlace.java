package ehpc.language;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The place of a word: the value or block that it belongs to. The type of a place declares it ({@link WordsOf}). */
public enum WordPlace {
    /** Anywhere in a script. */
    TOP("at the top of a script"),
    /** In the block of a cluster. */
    CLUSTER("in a cluster block"),
    /** After {@code run 'command'}. */
    RUN("after run"),
    /** On a set of nodes. */
    NODES("on a set of nodes"),
    /** On a node. */
    NODE("on a node"),
    /** On the result of a run. */
    RESULT("on the result of a run"),
    /** On the result of a node. */
    NODE_RESULT("on the result of a node"),
    /** On a group of equal results. */
    GROUP("on a group of equal results"),
    /** On the command of a result. */
    COMMAND("on a result's command"),
    /** On the outcome of a node. */
    OUTCOME("on an outcome"),
    /** After a number. */
    NUMBER("after a number"),
    /** After {@code images}. */
    IMAGES("after images"),
    /** On an image. */
    IMAGE("on an image"),
    /** On the operating system of an image. */
    SYSTEM("on an image's operating system"),
    /** After {@code api}, beside the operations. */
    API("after api"),
    /** After {@code api.all}, beside the paged operations. */
    API_ALL("after api.all"),
    /** On an answer of {@code api}, beside its fields. */
    ANSWER("on an answer of api"),
    /** On {@code info}. */
    INFO("on a cluster's info"),
    /** On an element of {@code clusters}. */
    LISTED_CLUSTER("on one of clusters"),
    /** On {@code users}. */
    USERS("on users"),
    /** On an element of {@code users}. */
    USER("on one of users"),
    /** On {@code queues}. */
    QUEUES("on queues"),
    /** On a change of nodes or of a cluster. */
    CHANGE("on a change of nodes or of a cluster"),
    /** On {@code jobs}. */
    JOBS("on jobs"),
    /** On an element of {@code jobs}. */
    JOB("on one of jobs"),
    /** On the value of {@code jobs.submit}. */
    SUBMITTED_JOB("on a submitted job"),
    /** On {@code software}. */
    SOFTWARE("on software"),
    /** On an element of {@code software}. */
    APPLICATION("on one of software"),
    /** On {@code tags}. */
    TAGS("on tags"),
    /** On an element of {@code queues}. */
    QUEUE("on one of queues"),
    /** On an element of {@code postScripts}. */
    POST_SCRIPT("on one of postScripts"),
    /** On an element of {@code commands}. */
    SUBMITTED_COMMAND("on one of commands"),
    /** On an element of {@code regions}. */
    REGION("on one of regions"),
    /** On an error of the service that a script catches. */
    ERROR("on a caught error of the service"),
    /** On the value of {@code initialize()}. */
    INITIALIZATION("on the result of initialize()");

    private static final Set<WordPlace> GROUPS = EnumSet.of(IMAGES, USERS, QUEUES, TAGS, JOBS, SOFTWARE);

    private final String phrase;

    WordPlace(String phrase) {
        this.phrase = phrase;
    }

    /** Returns the place whose words are the members of a type; empty if there is none. */
    public static Optional<WordPlace> of(Class<?> type) {
        return of(type.getName());
    }

    /** Returns the place whose words are the members of the class with this name; empty if there is none. */
    public static Optional<WordPlace> of(String type) {
        return Arrays.stream(values())
                .filter(place -> place.type().equals(type))
                .findFirst();
    }

    /** Returns whether its words follow the name of a group of things: {@code users.add}. */
    public boolean isGroup() {
        return GROUPS.contains(this);
    }

    /** Returns the word before the dot of its words: {@code users}. */
    public String noun() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the place for people, such as {@code in a cluster block}. */
    public String phrase() {
        return phrase;
    }

    /** Returns the name of the class whose members are the words of this place. */
    public String type() {
        return Vocabulary.type(this);
    }
}
