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
 * Output to a terminal, with control and invisible characters escaped: nodes and scripts must not control the terminal. Line ends, tabs and
 * colours (escape sequences that end in {@code m}) pass. Invalid UTF-8 becomes U+FFFD.
 */
final class TerminalStream extends FilterOutputStream {

    private static final Pattern PASSES = Pattern.compile("\\r?\\n|\u001B\\[[0-9;:]*m");

    /** The end of a piece of text that may be the beginning of a line end or a colour. */
    private static final Pattern INCOMPLETE = Pattern.compile("(?:\\r|\u001B(?:\\[[0-9;:]{0,40})?)\\z");

    private static final int PIECE = 8192;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] undecoded = {};
    private String incomplete = "";

    TerminalStream(OutputStream terminal) {
        super(terminal);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        if (undecoded.length == 0 && incomplete.isEmpty() && isPlain(bytes, from, length)) {
            out.write(bytes, from, length);
            return;
        }
        for (int at = from; at < from + length; at += PIECE) {
            pass(incomplete + decoded(bytes, at, Math.min(PIECE, from + length - at)));
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
        Matcher ending = INCOMPLETE.matcher(text);
        int end = ending.find() ? ending.start() : text.length();
        incomplete = text.substring(end);
        out.write(visible(text.substring(0, end)).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the text as a terminal may get it. */
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

    /** Writes an incomplete sequence in escaped form, because nothing follows. */
    synchronized void end() throws IOException {
        String rest = VisibleText.withTabs(incomplete) + (undecoded.length > 0 ? "\uFFFD" : "");
        incomplete = "";
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
