package ehpc.edit;

import ehpc.api.Parameter;
import ehpc.edit.KnownNames.Kind;
import ehpc.edit.KnownNames.Name;
import ehpc.edit.KnownNames.Wanted;
import ehpc.node.NodeNames;
import ehpc.syntax.StatementPart;
import ehpc.syntax.TokenizedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The candidates from live names. */
final class NameCandidates {

    private static final Pattern CLUSTER = Pattern.compile("\\(?\\s*(['\"])([^'\"$\\\\]+)\\1.*", Pattern.DOTALL);
    private static final Pattern UNFIT = Pattern.compile("['\"$\\\\\\p{Cntrl}]");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private NameCandidates() {}

    /** Returns the kind of the values of a parameter; empty if they cannot be fetched. */
    static Optional<Kind> of(ApiArgument argument) {
        return argument.value()
                .flatMap(ApiField::parameter)
                .map(Parameter::names)
                .map(Kind::of);
    }

    /** Returns the kind of names with their cluster; empty if the cluster is unknown. */
    static Optional<Wanted> wanted(Kind kind, CursorContext context) {
        return switch (kind) {
            case CLUSTER, REGION, IMAGE, ENVIRONMENT -> Optional.of(new Wanted(kind, Optional.empty()));
            default -> cluster(context).map(id -> new Wanted(kind, Optional.of(id)));
        };
    }

    /** Returns the id of the cluster of the enclosing block, or else of the current one; empty if it is not a literal. */
    private static Optional<String> cluster(CursorContext context) {
        TokenizedText text = context.before();
        for (int i = text.open().size() - 1; i >= 0; i--) {
            List<StatementPart> around = text.around(i);
            for (int word = around.size() - 1; word >= 0; word--) {
                boolean block = text.open().get(i).sign().equals("{")
                        && around.get(word).is("cluster");
                if (block) {
                    Matcher id = CLUSTER.matcher(text.text()
                            .substring(around.get(word).to(), text.open().get(i).at())
                            .strip());
                    return id.matches() ? Optional.of(id.group(2)) : Optional.empty();
                }
            }
        }
        return context.session().cluster();
    }

    /**
     * Returns the known names.
     *
     * @param folded whether names that differ only by a number are also offered together
     */
    static List<Candidate> known(Wanted wanted, KnownNames names, boolean folded) {
        List<Name> known = names.find(wanted).orElse(List.of()).stream()
                .filter(name -> !UNFIT.matcher(name.text()).find())
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        if (folded) {
            candidates.addAll(folds(known));
        }
        known.forEach(name -> candidates.add(new Candidate(name.text(), "", name.description(), Candidate.Kind.NAME)));
        return candidates;
    }

    private static List<Candidate> folds(List<Name> names) {
        Map<String, List<String>> alike = new LinkedHashMap<>();
        for (Name name : names) {
            String shape = DIGITS.matcher(name.text()).replaceAll("0");
            alike.computeIfAbsent(shape, any -> new ArrayList<>()).add(name.text());
        }
        return alike.values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> new Candidate(NodeNames.fold(group), "", group.size() + " nodes", Candidate.Kind.NAME))
                .toList();
    }
}
