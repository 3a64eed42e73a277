package ehpc.local.internal.world;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An application that can be installed on a cluster. Recorded only: its programs are not on the nodes.
 *
 * @param tag its id, such as {@code OPENFOAM_5.0}
 */
public record Application(String name, String version, String tag) {

    private static final List<Application> ALL = List.of(
            of("abyss", "2.1.5"),
            of("cuda-toolkit", "9.0"),
            of("cudnn", "9.0"),
            of("gromacs-gpu", "2018.1"),
            of("gromacs-mpich", "2018.1"),
            of("intel-mpi", "2018"),
            of("lammps-mpich", "31Mar17"),
            of("mpich", "3.2"),
            of("namd-mpich", "2.12"),
            of("openfoam", "5.0"),
            of("openmpi", "3.0.0"),
            of("wrf-mpich", "3.8.1"));

    private static Application of(String name, String version) {
        String tag = name.toUpperCase(Locale.ROOT) + "_" + version;
        return new Application(name, version, tag);
    }

    public static List<Application> all() {
        return ALL;
    }

    /** Returns the tags that the request that created a cluster named, as far as they exist. */
    static List<String> ofCreation(Cluster cluster) {
        return CreationLists.objects(cluster, "Application").stream()
                .map(fields -> fields.getOrDefault("Tag", "").toString())
                .filter(tag -> find(tag).isPresent())
                .distinct()
                .toList();
    }

    public static Optional<Application> find(String tag) {
        return ALL.stream().filter(one -> one.tag.equals(tag)).findFirst();
    }
}
