package ehpc.dsl;

import ehpc.Application;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import java.util.List;

/**
 * The applications of a cluster (ListInstalledSoftware), and what can be done with them. The service is asked when the list is first used as one; a list kept
 * before a change has the applications from before it.
 */
@WordsOf(value = WordPlace.SOFTWARE, form = "software.%s")
public interface SoftwareDsl extends List<Application> {

    /** Begins the installation of an application, and does not wait for its end (InstallSoftware). */
    @WordFacts(
            form = "software.install 'TAG'",
            value = "Begins to install an application, and does not wait: its status is Installing.",
            takes = "the tag of an application (software.install 'OPENFOAM_5.0')",
            operation = "InstallSoftware",
            arguments = "TAG=Application",
            example = {"software.install 'OPENFOAM_5.0'", "println software*.status"})
    void install(String tag);

    /** Removes an installed application (UninstallSoftware). */
    @WordFacts(
            form = "software.uninstall 'TAG'",
            value = "Removes an installed application.",
            takes = "the tag of an application (software.uninstall 'OPENFOAM_5.0')",
            operation = "UninstallSoftware",
            arguments = "TAG=Application",
            example = {"software.install 'MPICH_3.2'", "software.uninstall 'MPICH_3.2'"})
    void uninstall(String tag);

    /** Returns the applications that E-HPC can install (ListSoftwares). */
    @WordFacts(
            value = "The applications that E-HPC can install, for any operating system and scheduler.",
            operation = "ListSoftwares",
            example = "println software.available*.tag")
    List<Application> getAvailable();
}
