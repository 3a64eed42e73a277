package ehpc.edit

import java.nio.file.DirectoryStream
import java.nio.file.Files
import java.nio.file.Path

/** The scripts that are right. */
final class Corpus {

    private static final Path FOLDER = Path.of(Corpus.getResource('/ehpc/script/right').toURI())

    private Corpus() {}

    /** Name and text of each. */
    static Map<String, String> right() {
        Map<String, String> scripts = new TreeMap<>()
        try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER, '*.ehpc')) {
            files.each { Path file -> scripts[file.fileName.toString()] = Files.readString(file) }
        }
        scripts
    }
}
