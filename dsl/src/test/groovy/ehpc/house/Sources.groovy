package ehpc.house

import java.nio.file.FileVisitResult
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.SimpleFileVisitor
import java.nio.file.attribute.BasicFileAttributes

/** The files of this project, found without git so that an unpacked source archive is checked as well. */
final class Sources {

    static final Path ROOT = Path.of(System.getProperty('ehpc.root')).toRealPath()

    private static final Set<String> NOT_OURS = ['target', '.git', '.idea', '.settings', '.vscode'] as Set

    private Sources() {}

    /** Every file of the project, as paths below its root. */
    static List<Path> all() {
        List<Path> found = []
        Files.walkFileTree(ROOT, new SimpleFileVisitor<Path>() {

            @Override
            FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                directory.fileName.toString() in NOT_OURS ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE
            }

            @Override
            FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.regularFile && file.fileName.toString() != '.git') {
                    found << ROOT.relativize(file)
                }
                FileVisitResult.CONTINUE
            }
        })
        found.sort()
    }

    /** Java and Groovy sources, tests included. */
    static List<Path> code() {
        all().findAll { it.toString() ==~ /.*\.(java|groovy)/ }
    }

    static int lines(Path file) {
        Files.readAllLines(ROOT.resolve(file)).size()
    }
}
