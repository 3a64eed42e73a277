package ehpc.api.help;

import ehpc.api.NameStyle;
import ehpc.api.Operation;
import ehpc.api.Paging;
import ehpc.api.Parameter;
import ehpc.api.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The help page of an operation, from the catalogue: summary, parameters, answer, paging and errors. Plain text without colors. The user
 * interface adds the form of a call, by {@link #example}. Immutable.
 *
 * @param sections the sections in order; the first one's title is the operation's name
 */
public record OperationHelp(List<Section> sections) {

    private static final String INDENT = "  ";
    private static final int NARROWEST = 40;

    /**
     * A section of the page.
     *
     * @param title its heading, such as {@code Errors}
     * @param lines its text, indented by two spaces
     */
    public record Section(String title, List<String> lines) {}

    /**
     * Returns the page of an operation.
     *
     * @param operation the operation
     * @param width the maximum characters of a line; at least 40
     */
    public static OperationHelp of(Operation operation, int width) {
        int inner = Math.max(NARROWEST, width) - INDENT.length();
        List<Section> sections = new ArrayList<>();
        add(sections, operation.name(), summary(operation, inner));
        add(sections, "Required parameters", parameters(operation, Parameter::required, inner));
        add(sections, "Optional parameters", parameters(operation, p -> !p.required(), inner));
        add(sections, "Answer", TextTable.lines(AnswerHelp.rows(operation.response()), inner));
        operation
                .paging()
                .ifPresent(
                        p -> add(sections, "Pages", TextTable.wrapped(paging(p) + " " + allPages(operation), inner)));
        add(sections, "Errors", errors(operation, inner));
        return new OperationHelp(List.copyOf(sections));
    }

    /**
     * Returns a request with the required parameters of an operation and documented values; it passes the check, and is not meant to be
     * sent.
     */
    public static Request example(Operation operation) {
        return ExampleCall.request(operation);
    }

    /**
     * Returns the arguments of a call in a script: for each parameter its name in scripts and its meaning.
     *
     * @param operation the operation
     * @param width the maximum characters of a line
     */
    public static List<String> arguments(Operation operation, int width) {
        return TextTable.lines(
                operation.parameters().stream()
                        .map(p -> ParameterHelp.rows(p).get(0))
                        .map(row -> List.of(NameStyle.SCRIPT.of(row.get(0)), row.get(1), row.get(2)))
                        .toList(),
                width);
    }

    /** Returns the complete page: titles, their lines below them, an empty line between sections. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Section section : sections) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(section.title());
            lines.addAll(section.lines());
        }
        return lines;
    }

    private static void add(List<Section> sections, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            sections.add(
                    new Section(title, lines.stream().map(line -> INDENT + line).toList()));
        }
    }

    private static List<String> summary(Operation operation, int width) {
        List<String> lines = new ArrayList<>(TextTable.wrapped(operation.help(), width));
        lines.addAll(TextTable.wrapped(effect(operation), width));
        if (operation.async()) {
            String task =
                    operation.task().map(t -> ": ListTasks lists it as " + t).orElse("");
            lines.addAll(TextTable.wrapped(
                    "Starts a task that continues after the answer, which contains its TaskId" + task + ".", width));
        }
        return lines;
    }

    private static String effect(Operation operation) {
        if (!operation.mutates()) {
            return "Changes nothing.";
        }
        if (operation.takesClientToken()) {
            return "Changes something; a repeat with the same ClientToken has no effect.";
        }
        return operation
                .idempotent()
                .map(same -> same
                        ? "Changes something; a repeat has no effect."
                        : "Changes something; a repeat takes effect again.")
                .orElse("Changes something; the effect of a repeat is not documented.");
    }

    private static List<String> parameters(Operation operation, Predicate<Parameter> which, int width) {
        return TextTable.lines(
                operation.parameters().stream()
                        .filter(which)
                        .flatMap(p -> ParameterHelp.rows(p).stream())
                        .toList(),
                width);
    }

    private static String paging(Paging paging) {
        if (paging.token().isPresent()) {
            String token = paging.token().get();
            return "The answer's " + token + " is the " + token + " of the request for the next page of "
                    + paging.items() + "; the last page has none.";
        }
        String sizes = paging.defaultSize() + " elements by default, " + paging.maxSize() + " at most";
        return paging.number().orElseThrow() + " and " + paging.size().orElseThrow() + " select a page of "
                + paging.items() + ": " + sizes + "; " + paging.total().orElseThrow() + " is the total.";
    }

    private static String allPages(Operation operation) {
        return "In a script, api.all." + NameStyle.SCRIPT.of(operation.name()) + "(...) reads all pages.";
    }

    private static List<String> errors(Operation operation, int width) {
        List<String> lines = new ArrayList<>(TextTable.lines(
                operation.errors().stream()
                        .map(e -> List.of(e.http() + " " + e.code(), e.help()))
                        .toList(),
                width));
        if (!operation.errorsComplete()) {
            String known = lines.isEmpty() ? "None is documented for this operation" : "Others are possible";
            lines.addAll(TextTable.wrapped(known + ": any code of the product is possible.", width));
        }
        return lines;
    }
}
