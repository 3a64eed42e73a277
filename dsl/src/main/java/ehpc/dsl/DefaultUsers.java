package ehpc.dsl;

import ehpc.NewUser;
import ehpc.User;
import ehpc.api.Secret;
import ehpc.language.WordPlace;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** {@code users} in a cluster block. */
final class DefaultUsers extends WordList<User> implements UsersDsl {

    DefaultUsers(ClusterScope scope) {
        super(scope, WordPlace.USERS, cluster -> cluster.users().list());
    }

    @Override
    public void add(Map<String, ?> facts, String name) {
        WordOptions given = group().checked("add", facts, Collections.singletonList(name));
        NewUser user = new NewUser(name, given.text("group"), given.secret("password"));
        group().change("add", cluster -> cluster.users().add(user));
    }

    @Override
    public void delete(String... names) {
        group().checked("delete", Map.of(), Arrays.asList(names));
        group().change("delete", cluster -> cluster.users().delete(Arrays.asList(names)));
    }

    @Override
    public void group(String name, String group) {
        group().checked("group", Map.of(), Arrays.asList(name, group));
        group().change("group", cluster -> cluster.users().setGroup(group, List.of(name)));
    }

    @Override
    public void password(String name, Secret password) {
        group().checked("password", Map.of(), Arrays.asList(name, password));
        group().change("password", cluster -> cluster.users().setPassword(name, password));
    }
}
