package ehpc.repl.internal.terminal;

import ehpc.text.VisibleText;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way of all output to a terminal, which may hold what a node wrote or a script made: characters that a terminal would obey or not show
 * are written out. Line ends, tabs and colours (escape sequences that end in {@code m}) pass. UTF-8 that is none becomes U+FFFD.
 */
final class TerminalStream extends FilterOutputStream {

    private static final Pattern PASSES = Pattern.compile("\\r?\\n|\u001B\\[[0-9;:]*m");
    /** A text may be written in pieces: the end of this one may go on to be a line end or a colour. */
    private static final Pattern BEGUN = Pattern.compile("(?:\\r|\u001B(?:\\[[0-9;:]{0,40})?)\\z");

    private static final int PIECE = 8192;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] undecoded = {};
    private String begun = "";

    TerminalStream(OutputStream terminal) {
        super(terminal);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        if (undecoded.length == 0 && begun.isEmpty() && isPlain(bytes, from, length)) {
            out.write(bytes, from, length);
            return;
        }
        for (int at = from; at < from + length; at += PIECE) {
            pass(begun + decoded(bytes, at, Math.min(PIECE, from + length - at)));
        }
    }

    private static boolean isPlain(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if ((bytes[i] < ' ' || bytes[i] == 0x7F) && bytes[i] != '\n' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private String decoded(byte[] bytes, int from, int length) {
        ByteBuffer input = ByteBuffer.allocate(undecoded.length + length);
        input.put(undecoded).put(bytes, from, length).flip();
        CharBuffer characters = CharBuffer.allocate(input.remaining() + 1);
        decoder.reset().decode(input, characters, false);
        undecoded = new byte[input.remaining()];
        input.get(undecoded);
        return characters.flip().toString();
    }

    private void pass(String text) throws IOException {
        Matcher unended = BEGUN.matcher(text);
        int end = unended.find() ? unended.start() : text.length();
        begun = text.substring(end);
        out.write(visible(text.substring(0, end)).getBytes(StandardCharsets.UTF_8));
    }

    /** What a terminal may get of a text. */
    static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        Matcher passing = PASSES.matcher(text);
        int from = 0;
        while (passing.find()) {
            shown.append(VisibleText.withTabs(text.substring(from, passing.start())))
                    .append(passing.group());
            from = passing.end();
        }
        return shown.append(VisibleText.withTabs(text.substring(from))).toString();
    }

    /** Writes what was begun and not ended, written out: nothing follows. */
    synchronized void end() throws IOException {
        String rest = VisibleText.withTabs(begun) + (undecoded.length > 0 ? "\uFFFD" : "");
        begun = "";
        undecoded = new byte[0];
        out.write(rest.getBytes(StandardCharsets.UTF_8));
        flush();
    }

    @Override
    public void close() throws IOException {
        end();
        super.close();
    }
}
