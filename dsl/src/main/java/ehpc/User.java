package ehpc;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import ehpc.api.RecordFields;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import java.util.Map;

/**
 * A user of a cluster, as reported by ListUsers. Nothing reports a password.
 *
 * @param name the name that the user signs in with
 * @param group users for ordinary work, wheel for sudo rights
 * @param addTime the time of its creation, in the service's form; empty if unknown
 * @param fields all fields of the entry, by the names of ListUsers
 */
@JsonIgnoreProperties("fields")
@WordsOf(value = WordPlace.USER, form = "users[0].%s", example = "println users*.%s")
public record User(
        @WordFacts("The name that the user signs in with.") String name,

        @WordFacts("Its rights: users for ordinary work, wheel for sudo rights.")
        String group,

        @WordFacts("The time of its creation.") String addTime,

        @WordFacts(
                value = "All fields of the service's record, a map under the service's own names.",
                example = "println users*.fields*.size()")
        Map<String, Object> fields) {

    /** Rights for ordinary work. */
    public static final String USERS = "users";

    /** Rights for ordinary work and sudo. */
    public static final String WHEEL = "wheel";

    static User of(RecordFields f) {
        return new User(f.text("Name"), f.text("Group"), f.text("AddTime"), f.entry());
    }
}
