import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws a screen of a terminal, with its colours, as SVG: from standard input to standard output. */
final class Picture {

    private static final double CELL = 8.4;
    private static final double LINE = 18;
    private static final double MARGIN = 16;
    private static final double TITLE = 30;
    private static final String GROUND = "#1e2127";
    private static final String INK = "#d4d7dd";
    private static final String[] COLORS = {
        "#5c6370", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d4d7dd",
        "#7f848e", "#f08a92", "#b5e08f", "#f2d08b", "#83c3ff", "#d99bec", "#7fd5df", "#ffffff"
    };
    private static final Pattern STYLE = Pattern.compile("\u001b\\[([0-9;]*)m|\u001b\\([A-Z]|[\u000e\u000f]");

    private final StringBuilder body = new StringBuilder();
    private String color = INK;
    private String ground = "";
    private boolean bold;
    private boolean faint;
    private boolean italic;
    private boolean underlined;
    private boolean inverse;

    private Picture() {}

    public static void main(String[] args) throws IOException {
        String screen = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        List<String> lines = new ArrayList<>(screen.lines().toList());
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(new Picture().draw(lines));
    }

    private String draw(List<String> lines) {
        int columns = 0;
        for (int i = 0; i < lines.size(); i++) {
            columns = Math.max(columns, line(lines.get(i), TITLE + MARGIN + (i + 0.8) * LINE));
        }
        double width = 2 * MARGIN + Math.max(columns, 80) * CELL;
        double height = TITLE + 2 * MARGIN + lines.size() * LINE;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$.0f" height="%2$.0f" viewBox="0 0 %1$.0f %2$.0f" role="img">
                <title>A session in the shell of ehpc</title>
                <rect width="%1$.0f" height="%2$.0f" rx="8" fill="%3$s"/>
                <circle cx="20" cy="18" r="6" fill="#e06c75"/><circle cx="40" cy="18" r="6" fill="#e5c07b"/>\
                <circle cx="60" cy="18" r="6" fill="#98c379"/>
                <g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="14" \
                xml:space="preserve">
                %4$s</g>
                </svg>
                """
                .formatted(width, height, GROUND, body);
    }

    /** Draws a line, and gives how many columns it takes. */
    private int line(String line, double base) {
        int column = 0;
        int at = 0;
        Matcher styles = STYLE.matcher(line);
        while (styles.find()) {
            column = run(line.substring(at, styles.start()), column, base);
            if (styles.group(1) != null) {
                style(styles.group(1));
            }
            at = styles.end();
        }
        return run(line.substring(at), column, base);
    }

    private int run(String text, int column, double base) {
        int columns = text.codePoints().map(Picture::width).sum();
        String ink = inverse ? GROUND : color;
        String behind = inverse ? color : ground;
        if (!behind.isEmpty() && columns > 0) {
            body.append("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n"
                    .formatted(MARGIN + column * CELL, base - 0.8 * LINE, columns * CELL, LINE, behind));
        }
        if (!text.isBlank()) {
            body.append("<text x=\"%.1f\" y=\"%.1f\" textLength=\"%.1f\" fill=\"%s\"%s>%s</text>%n"
                    .formatted(MARGIN + column * CELL, base, columns * CELL, ink, look(), escaped(text)));
        }
        return column + columns;
    }

    private String look() {
        return (bold ? " font-weight=\"bold\"" : "")
                + (faint ? " opacity=\"0.6\"" : "")
                + (italic ? " font-style=\"italic\"" : "")
                + (underlined ? " text-decoration=\"underline\"" : "");
    }

    private static int width(int c) {
        boolean wide = c >= 0x1100 && (c <= 0x115f || c >= 0x2e80 && c <= 0xa4cf || c >= 0xac00 && c <= 0xd7a3
                || c >= 0xf900 && c <= 0xfaff || c >= 0xfe30 && c <= 0xfe6f || c >= 0xff00 && c <= 0xff60);
        return wide ? 2 : 1;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void style(String codes) {
        String[] parts = codes.isEmpty() ? new String[] {"0"} : codes.split(";");
        for (int i = 0; i < parts.length; i++) {
            int code = parts[i].isEmpty() ? 0 : Integer.parseInt(parts[i]);
            if (code == 38 || code == 48) {
                boolean indexed = parts[i + 1].equals("5");
                String chosen = indexed ? indexed(Integer.parseInt(parts[i + 2])) : direct(parts, i + 2);
                if (code == 38) {
                    color = chosen;
                } else {
                    ground = chosen;
                }
                i += indexed ? 2 : 4;
            } else {
                plain(code);
            }
        }
    }

    private void plain(int code) {
        switch (code) {
            case 0 -> {
                color = INK;
                ground = "";
                bold = faint = italic = underlined = inverse = false;
            }
            case 1 -> bold = true;
            case 2 -> faint = true;
            case 3 -> italic = true;
            case 4 -> underlined = true;
            case 7 -> inverse = true;
            case 22 -> bold = faint = false;
            case 23 -> italic = false;
            case 24 -> underlined = false;
            case 27 -> inverse = false;
            case 39 -> color = INK;
            case 49 -> ground = "";
            default -> basic(code);
        }
    }

    private void basic(int code) {
        int hue = code % 10;
        switch (code / 10) {
            case 3 -> color = COLORS[hue];
            case 4 -> ground = COLORS[hue];
            case 9 -> color = COLORS[hue + 8];
            case 10 -> ground = COLORS[hue + 8];
            default -> {}
        }
    }

    private static String indexed(int n) {
        if (n < 16) {
            return COLORS[n];
        }
        if (n > 231) {
            int grey = 8 + 10 * (n - 232);
            return "#%02x%02x%02x".formatted(grey, grey, grey);
        }
        int cube = n - 16;
        return "#%02x%02x%02x".formatted(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
    }

    private static int level(int step) {
        return step == 0 ? 0 : 55 + 40 * step;
    }

    private static String direct(String[] parts, int at) {
        return "#%02x%02x%02x"
                .formatted(
                        Integer.parseInt(parts[at]), Integer.parseInt(parts[at + 1]), Integer.parseInt(parts[at + 2]));
    }
}
