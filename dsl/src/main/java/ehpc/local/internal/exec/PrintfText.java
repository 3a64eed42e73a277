package ehpc.local.internal.exec;

import java.nio.charset.StandardCharsets;

/** Text in the form of {@code printf %b}: printable ASCII, whatever the text contains. */
final class PrintfText {

    private PrintfText() {}

    /** Arguments of a process are encoded in this machine's locale, which may lack some characters, but not ASCII. */
    static String of(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            int value = Byte.toUnsignedInt(unit);
            if (value < ' ' || value > '~' || value == '\\') {
                out.append("\\0").append(value >> 6).append(value >> 3 & 7).append(value & 7);
            } else {
                out.append((char) value);
            }
        }
        return out.toString();
    }
}
