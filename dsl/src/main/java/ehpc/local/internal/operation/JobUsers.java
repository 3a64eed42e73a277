package ehpc.local.internal.operation;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.PasswordHash;
import ehpc.local.internal.world.User;
import ehpc.local.internal.world.Users;
import ehpc.local.internal.world.World;
import ehpc.text.Nearest;

/** Checks the user that a request names in RunasUser. */
final class JobUsers {

    private JobUsers() {}

    /** Returns the name of the user; refuses an unknown one, and a wrong password. A data center keeps the passwords of its users. */
    static String required(Call call, World world, Cluster cluster) {
        Users users = world.users(cluster);
        String name = call.text("RunasUser");
        User user = users.find(name)
                .orElseThrow(() -> new Refusal(
                        406,
                        "AgentError.Account.UserNotExist",
                        "user '" + name + "' not found in cluster " + cluster.id()
                                + Nearest.hint(name, users.names())));
        String hash = user.passwordHash();
        if (hash != null
                && call.optional("RunasUserPassword")
                        .filter(password -> !PasswordHash.matches(hash, password))
                        .isPresent()) {
            throw new Refusal(
                    403, "IncorrectCredential", "RunasUserPassword must be the password of user '" + name + "'");
        }
        return name;
    }
}
