package ehpc.api.help;

import ehpc.api.Parameter;
import ehpc.api.Parameter.Rules;
import ehpc.api.Phrases;
import ehpc.api.Relations;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Describes the values of a parameter. */
final class ParameterHelp {

    private ParameterHelp() {}

    /** Returns rows of name, type and meaning, for a parameter and its fields. */
    static List<List<String>> rows(Parameter parameter) {
        List<List<String>> rows = new ArrayList<>();
        add(rows, "", parameter);
        return rows;
    }

    private static void add(List<List<String>> rows, String indent, Parameter parameter) {
        boolean field = !indent.isEmpty();
        rows.add(List.of(indent + parameter.name(), parameter.typeName(), meaning(parameter, field)));
        parameter.fields().forEach(inner -> add(rows, indent + "  ", inner));
    }

    private static String meaning(Parameter parameter, boolean field) {
        List<String> facts = facts(parameter);
        if (field && parameter.required()) {
            facts.add(0, "required");
        }
        return facts.isEmpty() ? parameter.help() : parameter.help() + " (" + String.join("; ", facts) + ")";
    }

    /** Returns the facts that the help line lacks. */
    private static List<String> facts(Parameter parameter) {
        Rules rules = parameter.rules();
        List<String> facts = new ArrayList<>();
        if (!rules.values().stream().allMatch(value -> mentions(parameter.help(), value))) {
            facts.add(values(rules));
        }
        numbers(facts, rules);
        texts(facts, rules);
        if (rules.minItems() != null && rules.minItems() > 0 || rules.maxItems() != null) {
            facts.add(Phrases.counted(rules.minItems(), rules.maxItems(), "element"));
        }
        relations(facts, rules.relations());
        if (parameter.defaultValue() != null) {
            facts.add("default " + Phrases.text(parameter.defaultValue()));
        }
        facts.addAll(rules.notes());
        facts.removeIf(parameter.help()::contains);
        return facts;
    }

    private static boolean mentions(String help, String value) {
        return Pattern.compile("\\b" + Pattern.quote(value) + "\\b")
                .matcher(help)
                .find();
    }

    private static String values(Rules rules) {
        String several = rules.separator() == null ? "" : "one or several of ";
        return (rules.values().size() == 1 ? "only " : several) + Phrases.or(rules.values());
    }

    private static void numbers(List<String> facts, Rules rules) {
        boolean ranged = rules.min() != null || rules.max() != null;
        if (ranged) {
            facts.add(Phrases.range(rules.min(), rules.max()) + (rules.unit() == null ? "" : " " + rules.unit()));
        } else if (rules.unit() != null) {
            facts.add("in " + rules.unit());
        }
        if (rules.decimals() != null) {
            facts.add("at most " + rules.decimals() + " decimals");
        }
    }

    private static void texts(List<String> facts, Rules rules) {
        if (rules.minLength() != null || rules.maxLength() != null) {
            facts.add(Phrases.counted(rules.minLength(), rules.maxLength(), "character"));
        }
        if (rules.form() != null) {
            facts.add(rules.form());
        }
        if (rules.separator() != null) {
            facts.add("separated by '" + rules.separator() + "'");
        }
        if (rules.maxBytes() != null) {
            facts.add("at most " + rules.maxBytes() + " bytes when decoded");
        }
        if (!rules.forbiddenPrefixes().isEmpty()) {
            facts.add("must not start with " + Phrases.or(rules.forbiddenPrefixes()));
        }
        if (!rules.forbiddenParts().isEmpty()) {
            facts.add("must not contain " + Phrases.or(rules.forbiddenParts()));
        }
    }

    private static void relations(List<String> facts, Relations relations) {
        if (relations.valuesWhen() != null) {
            String other = relations.valuesWhen().parameter();
            relations
                    .valuesWhen()
                    .by()
                    .forEach((value, valid) -> facts.add(Phrases.or(valid) + " when " + other + " is " + value));
        }
        if (relations.maxWhen() != null) {
            String other = relations.maxWhen().parameter();
            relations
                    .maxWhen()
                    .by()
                    .forEach((value, max) -> facts.add("at most " + max + " when " + other + " is " + value));
        }
        if (relations.lessThan() != null) {
            facts.add("less than " + relations.lessThan());
        }
        if (relations.atLeast() != null) {
            facts.add("at least " + relations.atLeast());
        }
        if (relations.excludes() != null) {
            facts.add("not together with " + relations.excludes());
        }
        if (relations.requiredWhen() != null) {
            facts.add("required when " + relations.requiredWhen());
        }
        if (relations.effectiveWhen() != null) {
            facts.add("takes effect when " + relations.effectiveWhen());
        }
    }
}
