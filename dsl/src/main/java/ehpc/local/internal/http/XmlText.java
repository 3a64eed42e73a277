package ehpc.local.internal.http;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an answer as XML: one element per field, and one per item of a list. */
final class XmlText {

    private final XMLStreamWriter out;

    private XmlText(XMLStreamWriter out) {
        this.out = out;
    }

    static byte[] of(String root, Map<String, ?> body) {
        var bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            new XmlText(out).element(root, body);
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void element(String name, Object value) throws XMLStreamException {
        if (value instanceof List<?> list) {
            for (Object one : list) {
                element(name, one);
            }
            return;
        }
        out.writeStartElement(name);
        if (value instanceof Map<?, ?> map) {
            for (var field : map.entrySet()) {
                element(field.getKey().toString(), field.getValue());
            }
        } else {
            text(String.valueOf(value));
        }
        out.writeEndElement();
    }

    private void text(String text) throws XMLStreamException {
        String allowed = allowed(text);
        int from = 0;
        // An XML reader would convert a bare carriage return to a line feed.
        for (int cr = allowed.indexOf('\r'); cr >= 0; cr = allowed.indexOf('\r', from)) {
            out.writeCharacters(allowed.substring(from, cr));
            out.writeEntityRef("#13");
            from = cr + 1;
        }
        out.writeCharacters(allowed.substring(from));
    }

    /** Replaces characters that XML does not allow with U+FFFD. */
    private static String allowed(String text) {
        boolean clean = text.codePoints().allMatch(XmlText::allowed);
        if (clean) {
            return text;
        }
        var replaced = new StringBuilder(text.length());
        text.codePoints().forEach(c -> replaced.appendCodePoint(allowed(c) ? c : 0xFFFD));
        return replaced.toString();
    }

    private static boolean allowed(int c) {
        return c >= 0x20 && c <= 0xD7FF
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0xE000 && c <= 0xFFFD
                || c > 0xFFFF;
    }
}
