package ehpc;

import ehpc.api.RecordFields;
import ehpc.api.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The software of a cluster. Every method calls the service. A request that breaks a rule of the catalogue throws an
 * {@link ehpc.api.InvalidRequestException}, and nothing is sent. Immutable and thread-safe.
 */
public final class Software {

    private static final String TAG = "Application";

    private final Cluster cluster;

    Software(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Returns the applications of the cluster, also those that are being installed, in the order of the service (ListInstalledSoftware). */
    public List<Application> list() {
        return cluster
                .ehpc()
                .send(cluster.request("ListInstalledSoftware"))
                .records("SoftwareList.SoftwareList")
                .stream()
                .map(Application::installed)
                .toList();
    }

    /** Returns the applications that E-HPC can install, for any operating system and scheduler, each once (ListSoftwares). */
    public List<Application> available() {
        Response answer = cluster.ehpc().send(cluster.request("ListSoftwares"));
        Map<String, Application> byTag = new LinkedHashMap<>();
        for (RecordFields offer : answer.records("Softwares.SoftwareInfo")) {
            for (RecordFields one : offer.records("Applications.ApplicationInfo")) {
                Application application = Application.available(one);
                byTag.putIfAbsent(application.tag(), application);
            }
        }
        return new ArrayList<>(byTag.values());
    }

    /**
     * Begins the installation of an application, and returns when the service has accepted it (InstallSoftware).
     *
     * @param tag its id, such as OPENFOAM_5.0
     * @return the request id
     */
    public String install(String tag) {
        return cluster.ehpc()
                .send(cluster.request("InstallSoftware").with(TAG, tag))
                .requestId();
    }

    /**
     * Removes an installed application (UninstallSoftware).
     *
     * @return the request id
     */
    public String uninstall(String tag) {
        return cluster.ehpc()
                .send(cluster.request("UninstallSoftware").with(TAG, tag))
                .requestId();
    }
}
