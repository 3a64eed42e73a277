package ehpc;

import ehpc.api.InputException;
import ehpc.api.Secret;

/**
 * A user to be created. Prints no password.
 *
 * @param name the name to sign in with: a letter, then 5 to 29 letters, digits or dots
 * @param group {@link User#USERS} or {@link User#WHEEL}
 * @param password the first password, 8 to 30 characters of at least three of: upper case, lower case, digits, other characters
 */
public record NewUser(String name, String group, Secret password) {

    /** Checks that everything is given; the catalogue has the other rules. */
    public NewUser {
        if (name == null || group == null || password == null) {
            throw new InputException("a new user must have a name, a group and a password");
        }
    }
}
