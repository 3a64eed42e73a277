import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Unpacks compiled scripts from the class cache, for javap: {@code java dsl/src/debug/Unpack.java FILE... DIRECTORY}. */
public final class Unpack {

    private static final int DIGEST_BYTES = 32;

    private Unpack() {}

    /** Writes the classes in all files but the last to the directory that is the last. */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[args.length - 1]);
        for (String file : Arrays.copyOf(args, args.length - 1)) {
            try (DataInputStream in =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(Path.of(file))))) {
                in.skipNBytes(DIGEST_BYTES);
                for (int left = in.readInt(); left > 0; left--) {
                    Path target = directory.resolve(in.readUTF().replace('.', '/') + ".class");
                    Files.createDirectories(target.getParent());
                    Files.write(target, in.readNBytes(in.readInt()));
                    System.out.println(target);
                }
            }
        }
    }
}
