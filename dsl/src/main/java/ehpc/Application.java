package ehpc;

import ehpc.api.RecordFields;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;

/**
 * An application of E-HPC, installed on a cluster (ListInstalledSoftware) or available for installation (ListSoftwares).
 *
 * @param tag its id, such as OPENFOAM_5.0, by which it is installed
 * @param name its name, such as openfoam
 * @param version its version
 * @param status Installing or Installed; empty for an available one
 */
@WordsOf(value = WordPlace.APPLICATION, form = "software[0].%s", example = "println software*.%s")
public record Application(
        @WordFacts("Its id, such as OPENFOAM_5.0, by which it is installed.")
        String tag,

        @WordFacts("Its name, such as openfoam.") String name,
        @WordFacts("Its version.") String version,

        @WordFacts("Installing or Installed; empty for an available one.")
        String status) {

    static Application installed(RecordFields f) {
        return new Application(
                f.text("SoftwareId"), f.text("SoftwareName"), f.text("SoftwareVersion"), f.text("SoftwareStatus"));
    }

    static Application available(RecordFields f) {
        return new Application(f.text("Tag"), f.text("Name"), f.text("Version"), "");
    }
}
