package ehpc.dsl;

import ehpc.User;
import ehpc.api.Secret;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The users of a cluster (ListUsers), and what can be done with them. The service is asked when the list is first used as one; a list kept before a change
 * has the users from before it.
 */
@WordsOf(value = WordPlace.USERS, form = "users.%s")
public interface UsersDsl extends List<User> {

    /**
     * Creates a user (AddUsers).
     *
     * @param facts group: users for ordinary work, or wheel for sudo rights; password: a secret
     * @param name a letter, then 5 to 29 letters, digits or dots
     */
    @WordFacts(
            form = "users.add 'NAME', group: 'GROUP', password: secret('VARIABLE')",
            value = "Creates a user with its rights, users or wheel for sudo, and its first password.",
            takes = "a name, group and password (users.add 'dave.liu', group: 'users', password: secret('DAVE'))",
            operation = "AddUsers",
            arguments = {"NAME=User.Name", "group=User.Group", "password=User.Password"},
            example = {"users.add 'dave.liu', group: 'users', password: secret('DAVE')", "println users*.name"})
    void add(Map<String, ?> facts, String name);

    /** Creates a user whose facts are missing; refused with their names. */
    default void add(String name) {
        add(Map.of(), name);
    }

    /** Deletes users; their files stay in /home (DeleteUsers). */
    @WordFacts(
            form = "users.delete 'NAME', 'NAME', ...",
            value = "Deletes users; their files stay in /home.",
            takes = "names of users (users.delete 'dave.liu')",
            operation = "DeleteUsers",
            arguments = "NAMES...=User.Name",
            names = "user",
            example = {"users.add 'erin.liu', group: 'users', password: secret('DAVE')", "users.delete 'erin.liu'"})
    void delete(String... names);

    /** Deletes users by a list of their names (DeleteUsers). */
    default void delete(Collection<String> names) {
        delete(names == null ? new String[] {null} : names.toArray(String[]::new));
    }

    /**
     * Moves a user to another group (ModifyUserGroups).
     *
     * @param group users for ordinary work, or wheel for sudo rights
     */
    @WordFacts(
            form = "users.group 'NAME', 'GROUP'",
            value = "Changes the rights of a user: users for ordinary work, wheel for sudo rights.",
            takes = "a user and a group (users.group 'dave.liu', 'wheel')",
            operation = "ModifyUserGroups",
            arguments = {"NAME=User.Name", "GROUP=User.Group"},
            names = "user",
            example = {
                "users.add 'frank.liu', group: 'users', password: secret('DAVE')",
                "users.group 'frank.liu', 'wheel'"
            })
    void group(String name, String group);

    /** Changes the password of a user (ModifyUserPasswords). */
    @WordFacts(
            form = "users.password 'NAME', secret('VARIABLE')",
            value = "Changes the password of a user.",
            takes = "a user and a secret (users.password 'dave.liu', secret('DAVE'))",
            operation = "ModifyUserPasswords",
            arguments = {"NAME=User.Name", "PASSWORD=User.Password"},
            names = "user",
            example = {
                "users.add 'grace.liu', group: 'users', password: secret('DAVE')",
                "users.password 'grace.liu', secret('DAVE')"
            })
    void password(String name, Secret password);
}
