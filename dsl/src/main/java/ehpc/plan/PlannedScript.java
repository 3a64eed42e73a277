package ehpc.plan;

import ehpc.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The script of a plan. Its text is not stored, as it may contain secrets; the marks identify the first changed line. Each mark depends on
 * all lines before it, so that no line can be guessed from its mark.
 *
 * @param name the name in messages
 * @param file its file; empty if it is not from a file
 * @param sha256 the digest of its text in UTF-8
 * @param marks one for each line, eight digits
 */
public record PlannedScript(String name, Optional<Path> file, String sha256, List<String> marks) {

    private static final int MARK = 8;

    /** Copies the marks. */
    public PlannedScript {
        marks = List.copyOf(marks);
    }

    /** Returns a script with this text. */
    public static PlannedScript of(String name, Optional<Path> file, String text) {
        String plain = plain(text);
        return new PlannedScript(name, file.map(Path::toAbsolutePath), Sha256.hex(plain), marks(plain));
    }

    /** Returns the text without a byte order mark, as the compiler reads it. */
    private static String plain(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static List<String> marks(String text) {
        List<String> marks = new ArrayList<>();
        byte[] so = new byte[0];
        for (String line : text.split("\n", -1)) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            byte[] both = Arrays.copyOf(so, so.length + bytes.length);
            System.arraycopy(bytes, 0, both, so.length, bytes.length);
            so = Sha256.of(both);
            marks.add(HexFormat.of().formatHex(so).substring(0, MARK));
        }
        return marks;
    }

    /** Returns the first line, from 1, that differs in another text; empty if none does. */
    public Optional<Integer> firstDifference(String text) {
        String plain = plain(text);
        if (Sha256.hex(plain).equals(sha256)) {
            return Optional.empty();
        }
        List<String> now = marks(plain);
        int line = 0;
        while (line < now.size() && line < marks.size() && now.get(line).equals(marks.get(line))) {
            line++;
        }
        return Optional.of(line + 1);
    }
}
