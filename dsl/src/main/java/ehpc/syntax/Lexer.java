package ehpc.syntax;

import ehpc.syntax.Completeness.Missing;
import ehpc.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tokenizes a text. */
final class Lexer {

    private static final Set<String> KEYWORDS = Set.of(
            ("abstract as assert boolean break byte case catch char class const continue def default do double else"
                            + " enum extends final finally float for if goto implements import in instanceof int interface long"
                            + " native new null package private protected public return short static strictfp super switch"
                            + " synchronized this throw throws trait transient true false try var void volatile while")
                    .split(" "));

    /** Keywords that are values, after which a slash is a division. */
    private static final Set<String> VALUES = Set.of("this", "null", "true", "false");

    private static final Pattern NUMBER = Pattern.compile("0[xX][0-9a-fA-F][0-9a-fA-F_]*[lLiIgG]?"
            + "|0[bB][01][01_]*[lLiIgG]?"
            + "|(?:[0-9][0-9_]*)?\\.[0-9][0-9_]*(?:[eE][+-]?[0-9]+)?[fFdDgG]?"
            + "|[0-9][0-9_]*[eE][+-]?[0-9]+[fFdDgG]?"
            + "|[0-9][0-9_]*[lLiIgGfFdD]?");

    /** Kinds of tokens that are parts of a statement by themselves. */
    private static final Set<Kind> PARTS = EnumSet.of(Kind.WORD, Kind.KEYWORD, Kind.NUMBER, Kind.OPERATOR, Kind.OTHER);

    private static final List<String> OPERATORS = List.of(
            ">>>= <..< <=> ==~ === !== **= <<= >>= ... <.. ..< ??. .. *. ?. ?: ?= .& :: =~ == != <= >= && || ++ -- ** += -= *= /= %= &= |= ^= << -> + - * / % = < > ! ~ ? : & | ^ . , ; @"
                    .split(" "));

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<OpenDelimiter> open = new ArrayList<>();
    private final List<StatementPart> parts = new ArrayList<>();
    private final List<Integer> joints = new ArrayList<>();
    private int at;
    private boolean stray;
    private boolean divides;

    Lexer(String text) {
        this.text = text;
    }

    TokenizedText read() {
        while (at < text.length()) {
            if (top() != null && top().isText()) {
                inText(at);
            } else {
                inCode();
            }
        }
        return new TokenizedText(
                text,
                List.copyOf(tokens),
                open.stream().map(OpenDelimiter::finished).toList(),
                List.copyOf(parts),
                List.copyOf(joints),
                stray);
    }

    private OpenDelimiter top() {
        return open.isEmpty() ? null : open.get(open.size() - 1);
    }

    private void add(Kind kind, int from, int to) {
        if (to > from) {
            Token token = new Token(text, kind, from, to);
            tokens.add(token);
            if (PARTS.contains(kind)) {
                statement().add(new StatementPart(text, StatementPart.Kind.of(kind), from, to));
            }
        }
        at = Math.max(at, to);
    }

    /** Returns the current statement. */
    private List<StatementPart> statement() {
        return top() == null ? parts : top().parts();
    }

    private void leave(OpenDelimiter left, int to) {
        open.subList(open.indexOf(left), open.size()).clear();
        if (left.kind() != OpenDelimiter.Kind.INTERPOLATION) {
            statement().add(new StatementPart(text, StatementPart.Kind.of(left), left.at(), to));
        }
    }

    private void inCode() {
        if (!gap() && !opensText()) {
            meant();
        }
    }

    /** Reads spaces, line ends and comments. */
    private boolean gap() {
        char here = text.charAt(at);
        if (here == ' ' || here == '\t') {
            add(Kind.BLANK, at, end(i -> text.charAt(i) == ' ' || text.charAt(i) == '\t'));
        } else if (here == '\n' || here == '\r') {
            add(Kind.LINE_END, at, at + lineEnd(at));
            endOfLine();
        } else if (here == '\\' && lineEnd(at + 1) > 0) {
            add(Kind.BLANK, at, at + 1 + lineEnd(at + 1));
        } else if (text.startsWith("//", at) || at == 0 && text.startsWith("#!")) {
            add(Kind.COMMENT, at, end(i -> lineEnd(i) == 0));
        } else if (text.startsWith("/*", at)) {
            int closing = text.indexOf("*/", at + 2);
            if (closing < 0) {
                open.add(new OpenDelimiter(OpenDelimiter.Kind.COMMENT, at, "/*", null));
            }
            add(Kind.COMMENT, at, closing < 0 ? text.length() : closing + 2);
        } else {
            return false;
        }
        return true;
    }

    private void endOfLine() {
        if (top() != null && top().joinsLines()) {
            return;
        }
        divides = false;
        Missing missing = Trailing.of(statement());
        if ((missing == Missing.NODES || missing == Missing.VALUE) && isAfterWord()) {
            joints.add(tokens.get(tokens.size() - 1).from());
        }
        if (missing == Missing.NOTHING) {
            statement().clear();
        }
    }

    /** Returns whether only spaces separate the last part of the statement from the line end. */
    private boolean isAfterWord() {
        int i = tokens.size() - 2;
        while (i >= 0 && tokens.get(i).kind() == Kind.BLANK) {
            i--;
        }
        return i >= 0 && tokens.get(i).kind() == Kind.WORD;
    }

    private int lineEnd(int i) {
        if (text.startsWith("\r\n", i)) {
            return 2;
        }
        return i < text.length() && (text.charAt(i) == '\n' || text.charAt(i) == '\r') ? 1 : 0;
    }

    private int end(IntPredicate inside) {
        int i = at;
        while (i < text.length() && inside.test(i)) {
            i++;
        }
        return i;
    }

    private boolean opensText() {
        for (Quote quote : List.of(Quote.TRIPLE_SINGLE, Quote.TRIPLE_DOUBLE, Quote.SINGLE, Quote.DOUBLE)) {
            if (text.startsWith(quote.opening(), at)) {
                return begin(quote);
            }
        }
        if (text.startsWith("$/", at)) {
            return begin(Quote.DOLLAR_SLASHY);
        }
        return text.charAt(at) == '/' && !divides && isSlashy() && begin(Quote.SLASHY);
    }

    /** Returns whether the slash begins a text: it is closed, or still can be on this line. */
    private boolean isSlashy() {
        boolean line = true;
        for (int i = at + 1; i < text.length(); i++) {
            int escaped = Quote.SLASHY.escaped(text, i);
            if (escaped > 0) {
                i += escaped - 1;
            } else if (text.charAt(i) == '/') {
                return true;
            }
            line &= lineEnd(i) == 0;
        }
        return line;
    }

    private boolean begin(Quote quote) {
        open.add(new OpenDelimiter(OpenDelimiter.Kind.TEXT, at, quote.opening(), quote));
        int from = at;
        at += quote.opening().length();
        inText(from);
        return true;
    }

    /** Reads a part of a text, up to its end or the next interpolation. */
    private void inText(int from) {
        Quote quote = top().quote();
        int i = at;
        while (i < text.length()) {
            int ends = quote.ends(text, i);
            int escaped = quote.escaped(text, i);
            boolean broken = !quote.isMultiLine() && lineEnd(i) > 0;
            if (ends > 0 || broken) {
                add(broken ? Kind.BROKEN : Kind.TEXT, from, i + ends);
                leave(top(), i + ends);
                divides = true;
                return;
            }
            if (escaped == 0 && quote.isInterpolating() && isValue(i)) {
                add(Kind.TEXT, from, i);
                value();
                return;
            }
            i += Math.max(1, escaped);
        }
        add(Kind.BROKEN, from, text.length());
    }

    private boolean isValue(int i) {
        return text.startsWith("${", i) || text.charAt(i) == '$' && isNameStart(i + 1);
    }

    private void value() {
        statement().clear();
        if (text.startsWith("${", at)) {
            open.add(new OpenDelimiter(OpenDelimiter.Kind.INTERPOLATION, at, "${", null));
            add(Kind.INTERPOLATION, at, at + 2);
            divides = false;
            return;
        }
        add(Kind.INTERPOLATION, at, at + 1);
        add(Kind.WORD, at, nameEnd(true));
        while (text.startsWith(".", at) && isNameStart(at + 1)) {
            add(Kind.OPERATOR, at, at + 1);
            add(Kind.WORD, at, nameEnd(true));
        }
    }

    private boolean isNameStart(int i) {
        return i < text.length() && text.charAt(i) != '$' && Character.isJavaIdentifierStart(text.codePointAt(i));
    }

    private int nameEnd(boolean inText) {
        int i = at;
        while (i < text.length()
                && Character.isJavaIdentifierPart(text.codePointAt(i))
                && !Character.isIdentifierIgnorable(text.codePointAt(i))
                && !(inText && text.charAt(i) == '$')) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    private void meant() {
        char here = text.charAt(at);
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (number.lookingAt()) {
            add(Kind.NUMBER, at, number.end());
            divides = true;
        } else if (Character.isJavaIdentifierStart(text.codePointAt(at))) {
            name();
        } else if ("([{".indexOf(here) >= 0 || text.startsWith("?[", at)) {
            String sign = here == '?' ? "?[" : String.valueOf(here);
            open.add(new OpenDelimiter(OpenDelimiter.Kind.BRACKET, at, sign, null));
            add(Kind.OPEN, at, at + sign.length());
            divides = false;
        } else if (")]}".indexOf(here) >= 0) {
            close(String.valueOf(here));
        } else {
            sign();
        }
    }

    private void name() {
        int end = Math.max(nameEnd(false), at + Character.charCount(text.codePointAt(at)));
        String name = text.substring(at, end);
        boolean keyword = KEYWORDS.contains(name) && !isAfterDot();
        add(keyword ? Kind.KEYWORD : Kind.WORD, at, end);
        divides = !keyword || VALUES.contains(name);
    }

    private boolean isAfterDot() {
        Token before = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        return before != null
                && before.kind() == Kind.OPERATOR
                && Set.of(".", "?.", "*.", ".&", "::", "??.").contains(before.text());
    }

    /** Closes a bracket and everything left open inside it. Ignores a bracket that closes nothing. */
    private void close(String sign) {
        int i = open.size() - 1;
        while (i >= 0 && !open.get(i).isClosedBy(sign) && open.get(i).kind() == OpenDelimiter.Kind.BRACKET) {
            i--;
        }
        boolean found = i >= 0 && open.get(i).isClosedBy(sign);
        boolean value = found && open.get(i).kind() == OpenDelimiter.Kind.INTERPOLATION;
        stray |= !found || i < open.size() - 1;
        if (found) {
            leave(open.get(i), at + 1);
        }
        add(value ? Kind.INTERPOLATION : Kind.CLOSE, at, at + 1);
        divides = true;
    }

    private void sign() {
        String operator = OPERATORS.stream()
                .filter(o -> text.startsWith(o, at))
                .findFirst()
                .orElse("");
        if (operator.isEmpty()) {
            add(Kind.OTHER, at, at + Character.charCount(text.codePointAt(at)));
        } else {
            add(Kind.OPERATOR, at, at + operator.length());
            divides = operator.equals("++") || operator.equals("--");
            boolean ends = operator.equals(";") || operator.equals("->");
            if (ends && (top() == null || !top().joinsLines())) {
                statement().clear();
            }
        }
    }
}
