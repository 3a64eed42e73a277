package ehpc.edit;

import ehpc.edit.Candidate.Kind;
import ehpc.language.Word;
import ehpc.script.Inspection.Form;
import ehpc.script.Inspection.Member;
import ehpc.script.Inspection.Method;
import ehpc.script.Inspection.Variable;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Creates candidates from words, members, variables and names. */
final class Candidates {

    private static final Pattern AFTER = Pattern.compile(
            "(?<called>\\(\\))|(?<literal>(?:\\(| )')[A-Z/]|(?<open>\\()|(?<block> \\{)|(?<blank> )|(?<dot>\\.)|");
    private static final List<String> BLOCKS = List.of("(Closure)", "(boolean, Closure)");

    /** Methods that are seldom called without arguments. */
    private static final Set<String> WITH_BLOCK = Set.of(
            "any",
            "collect",
            "collectEntries",
            "collectMany",
            "count",
            "countBy",
            "every",
            "find",
            "findAll",
            "groupBy");

    private Candidates() {}

    /** Returns a word of the language. */
    static Candidate word(Word word, Kind kind) {
        return new Candidate(word.name(), after(word), word.help(), kind);
    }

    /** Returns the text after a word in its first form. */
    private static String after(Word word) {
        int at = word.form().lastIndexOf(word.name(), firstForm(word));
        Matcher form = AFTER.matcher(word.form())
                .region(at + word.name().length(), word.form().length());
        if (!form.lookingAt()) {
            return "";
        }
        return form.group("literal") != null
                ? form.group("literal")
                : form.group("block") != null ? " { " : form.group();
    }

    private static int firstForm(Word word) {
        int comma = word.form().indexOf(", ");
        int own = word.form().indexOf(word.name());
        return comma < 0 || comma < own ? word.form().length() : comma;
    }

    static Candidate member(Member member) {
        if (member.kind() != Member.Kind.METHOD) {
            return new Candidate(member.name(), "", member.type(), Kind.PROPERTY);
        }
        String append = call(member);
        Form form = member.forms().stream()
                .filter(one -> append.equals("()") == one.takes().equals("()"))
                .filter(one -> !append.equals(" { ") || BLOCKS.contains(one.takes()))
                .findFirst()
                .orElse(member.forms().get(0));
        return new Candidate(member.name(), append, member.name() + form.takes() + " " + form.gives(), Kind.METHOD);
    }

    private static String call(Member member) {
        List<String> taken = member.forms().stream().map(Form::takes).toList();
        if (taken.contains("()") && !WITH_BLOCK.contains(member.name())) {
            return "()";
        }
        return BLOCKS.stream().anyMatch(taken::contains) ? " { " : "(";
    }

    static Candidate method(Method method) {
        String append = method.parameters().equals("()") ? "()" : "(";
        return new Candidate(
                method.name(), append, method.name() + method.parameters() + " " + method.type(), Kind.METHOD);
    }

    static Candidate variable(Variable variable) {
        return new Candidate(variable.name(), "", variable.type(), Kind.VARIABLE);
    }

    static Candidate keyword(String word, String append, String description) {
        return new Candidate(word, append, description, Kind.KEYWORD);
    }
}
