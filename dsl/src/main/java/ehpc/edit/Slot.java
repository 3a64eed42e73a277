package ehpc.edit;

import ehpc.language.Vocabulary;
import ehpc.language.Word;
import ehpc.language.WordPlace;
import ehpc.syntax.OpenDelimiter;
import ehpc.syntax.StatementPart;
import java.util.List;
import java.util.Set;

/** The kind of candidates at a position, by the tokens. */
enum Slot {
    /** A statement begins. */
    STATEMENT,
    /** A value is expected. */
    VALUE,
    /** A member of a value. */
    MEMBER,
    /** A value precedes, and a continuation may follow. */
    AFTER,
    /** A new name, the name of a type, or nothing known. */
    NONE;

    private static final Set<String> DOTS = Set.of(".", "?.", "*.", ".&", "??.");
    private static final Set<String> BEFORE_VALUE =
            Set.of("return", "in", "assert", "throw", "case", "if", "while", "switch", "yield");
    private static final Set<String> TYPES = Set.of("class", "interface", "enum", "trait", "record");
    private static final Set<String> HEADS = Set.of("if", "while", "for");
    private static final Set<String> NEW_NAMES = Set.of("for", "catch", "try");
    private static final Set<String> SIGNS_OF_NAMES = Set.of("@", "::", "++", "--", ";");

    private static final Set<String> SIGNS_IN_TYPES = Set.of("<", ">", ">>", ">>>", ",", ".", "?", "extends", "super");

    static Slot of(CursorContext context) {
        List<StatementPart> statement = context.statement();
        OpenDelimiter around = context.before().innermost();
        if (context.isValueInText()) {
            return context.last().is(".") ? MEMBER : VALUE;
        }
        if (statement.isEmpty()) {
            return begin(context, around);
        }
        StatementPart last = context.last();
        if (statement.get(0).is("import") || statement.get(0).is("package")) {
            return NONE;
        }
        return switch (last.kind()) {
            case SIGN -> sign(statement, last, around);
            case KEYWORD -> keyword(last.text());
            case NAME -> name(statement, around);
            case PARENS -> head(statement);
            case BLOCK -> context.from() > last.to() ? AFTER : NONE;
            default -> NONE;
        };
    }

    private static Slot begin(CursorContext context, OpenDelimiter around) {
        if (around == null || around.kind() != OpenDelimiter.Kind.BRACKET) {
            return around == null ? STATEMENT : VALUE;
        }
        List<StatementPart> outer = context.before().outer();
        if (around.sign().equals("{")) {
            return outer.stream().anyMatch(part -> TYPES.contains(part.text())) ? NONE : STATEMENT;
        }
        boolean named = NEW_NAMES.contains(StatementPart.of(outer, 1).text()) || isDeclared(outer);
        return named && around.sign().equals("(") ? NONE : VALUE;
    }

    /** Returns whether the parentheses after a name declare a method. */
    static boolean isDeclared(List<StatementPart> statement) {
        StatementPart before = StatementPart.of(statement, 2);
        boolean typed = before.is(StatementPart.Kind.KEYWORD)
                        && Set.of("def", "void", "static", "int", "boolean", "long")
                                .contains(before.text())
                || before.is(StatementPart.Kind.NAME) && isType(before.text());
        return typed && StatementPart.of(statement, 1).is(StatementPart.Kind.NAME);
    }

    private static boolean isType(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    }

    private static Slot sign(List<StatementPart> statement, StatementPart sign, OpenDelimiter around) {
        String text = sign.text();
        if (DOTS.contains(text)) {
            return MEMBER;
        }
        if (text.equals(":") && around == null
                || text.equals(":") && around.sign().equals("{")) {
            boolean choice = Set.of("case", "default").contains(statement.get(0).text()) || statement.size() == 2;
            return choice ? STATEMENT : VALUE;
        }
        boolean generic =
                text.equals("<") && isType(StatementPart.of(statement, 2).text());
        return SIGNS_OF_NAMES.contains(text) || generic || endsType(statement) ? NONE : VALUE;
    }

    /** Returns whether the last sign closes the brackets of a type, as in {@code List<String>}. */
    private static boolean endsType(List<StatementPart> statement) {
        int at = statement.size() - 1;
        if (!statement.get(at).text().matches(">+")) {
            return false;
        }
        while (at > 1 && !statement.get(at).is("<")) {
            at--;
            boolean ofType = statement.get(at).is(StatementPart.Kind.NAME)
                    || SIGNS_IN_TYPES.contains(statement.get(at).text());
            if (!ofType) {
                return false;
            }
        }
        return at > 0 && isType(statement.get(at - 1).text());
    }

    private static Slot keyword(String word) {
        if (BEFORE_VALUE.contains(word)) {
            return VALUE;
        }
        return word.equals("else") || word.equals("do") ? STATEMENT : NONE;
    }

    /** Returns the slot after a name: a value, if it is a word that takes one. */
    private static Slot name(List<StatementPart> statement, OpenDelimiter around) {
        int at = statement.size() - 1;
        String name = statement.get(at).text();
        boolean first = at == 0
                || Set.of("=", "return", "else").contains(statement.get(at - 1).text())
                || Keywords.isHeadBefore(statement, at);
        boolean list = around != null && around.joinsLines();
        return first && !list && Vocabulary.named(name).stream().anyMatch(Slot::takesValue) ? VALUE : AFTER;
    }

    private static boolean takesValue(Word word) {
        boolean bare = word.place() == WordPlace.TOP || word.place() == WordPlace.CLUSTER;
        return bare
                && word.form().length() > word.name().length()
                && !word.form().startsWith(word.name() + "()")
                && !word.form().startsWith(word.name() + ".")
                && !word.form().startsWith(word.name() + " {");
    }

    private static Slot head(List<StatementPart> statement) {
        StatementPart head = StatementPart.of(statement, 2);
        return head.is(StatementPart.Kind.KEYWORD) && HEADS.contains(head.text()) ? STATEMENT : NONE;
    }
}
