package ehpc.dsl;

import ehpc.Application;
import ehpc.language.WordPlace;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** {@code software} in a cluster block. */
final class DefaultSoftware extends WordList<Application> implements SoftwareDsl {

    DefaultSoftware(ClusterScope scope) {
        super(scope, WordPlace.SOFTWARE, cluster -> cluster.software().list());
    }

    @Override
    public void install(String tag) {
        group().checked("install", Map.of(), Collections.singletonList(tag));
        group().change("install", cluster -> cluster.software().install(tag));
    }

    @Override
    public void uninstall(String tag) {
        group().checked("uninstall", Map.of(), Collections.singletonList(tag));
        group().change("uninstall", cluster -> cluster.software().uninstall(tag));
    }

    @Override
    public List<Application> getAvailable() {
        return group().cluster().software().available();
    }
}
