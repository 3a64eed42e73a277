package ehpc.local.internal.exec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keeps the beginning and the end of a command's output, within a limit. Not thread-safe. */
final class OutputBuffer {

    /** The maximum number of bytes kept of one command's output. */
    static final int DEFAULT_LIMIT = 8 << 20;

    private final int half;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream(1024);
    private byte[] tail = new byte[0];
    private long beyondHead;

    OutputBuffer(int limit) {
        this.half = limit / 2;
    }

    void add(byte[] bytes, int from, int count) {
        int first = Math.min(count, half - head.size());
        head.write(bytes, from, first);
        addToTail(bytes, from + first, count - first);
    }

    byte[] bytes() {
        long left = beyondHead - Math.min(beyondHead, half);
        if (left == 0) {
            head.write(tail, 0, (int) beyondHead);
            byte[] all = head.toByteArray();
            head.reset();
            beyondHead = 0;
            return all;
        }
        return shortened(left);
    }

    private void addToTail(byte[] bytes, int from, int count) {
        for (int done = 0; done < count; ) {
            int at = (int) (beyondHead % half);
            int some = Math.min(count - done, half - at);
            makeRoom(at + some);
            System.arraycopy(bytes, from + done, tail, at, some);
            done += some;
            beyondHead += some;
        }
    }

    private void makeRoom(int size) {
        if (tail.length < size) {
            tail = Arrays.copyOf(tail, Math.min(half, Math.max(size, tail.length * 2)));
        }
    }

    private byte[] shortened(long left) {
        byte[] start = head.toByteArray();
        byte[] end = new byte[half];
        int oldest = (int) (beyondHead % half);
        System.arraycopy(tail, oldest, end, 0, half - oldest);
        System.arraycopy(tail, 0, end, half - oldest, oldest);
        int startLength = wholeCharacters(start);
        int endFrom = nextCharacter(end);
        long missing = left + (start.length - startLength) + endFrom;
        byte[] mark = ("\n[... " + missing + " bytes of output left out ...]\n").getBytes(StandardCharsets.UTF_8);
        var all = new ByteArrayOutputStream(startLength + mark.length + half);
        all.write(start, 0, startLength);
        all.write(mark, 0, mark.length);
        all.write(end, endFrom, half - endFrom);
        return all.toByteArray();
    }

    /** Returns the length without an incomplete UTF-8 character at the end. */
    private static int wholeCharacters(byte[] bytes) {
        for (int back = 1; back <= Math.min(3, bytes.length); back++) {
            int unit = Byte.toUnsignedInt(bytes[bytes.length - back]);
            if (unit >= 0xC0) {
                int needed = unit >= 0xF0 ? 4 : unit >= 0xE0 ? 3 : 2;
                return needed > back ? bytes.length - back : bytes.length;
            }
            if (unit < 0x80) {
                break;
            }
        }
        return bytes.length;
    }

    private static int nextCharacter(byte[] bytes) {
        int from = 0;
        while (from < 3 && from < bytes.length && (bytes[from] & 0xC0) == 0x80) {
            from++;
        }
        return from;
    }
}
