package ehpc.repl.internal.faults;

import static ehpc.repl.internal.faults.FieldForm.optional;

import ehpc.api.Catalogue;
import ehpc.local.Fault;
import ehpc.local.Faults;
import ehpc.local.Faults.Rule;
import ehpc.text.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a fault file, and finds all of its problems. */
final class FaultFileReader {

    private static final String FAULT = "fault";
    private static final String RULES = "rules";
    private static final String SEED = "seed";

    private static final FieldType<Long> SEED_TYPE = new FieldType<>(
            "a whole number",
            "1",
            text -> text.matches("-?[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty());

    private static final FieldForm<Faults, Long> SEED_FIELD = optional(SEED, SEED_TYPE, Faults::withSeed);

    private static final List<FieldForm<Rule, ?>> RULE_FIELDS = List.of(
            optional("operation", FieldType.TEXT, (rule, name) -> rule.on(name).in(Catalogue.ehpc())),
            optional("share", FieldType.FRACTION, Rule::withShare),
            optional("after", FieldType.WHOLE, Rule::withAfter),
            optional("times", FieldType.WHOLE, Rule::withTimes));

    private static final List<String> RULE_NAMES =
            RULE_FIELDS.stream().map(FieldForm::name).toList();

    private final FileProblems problems;

    private FaultFileReader(String file) {
        this.problems = new FileProblems(file);
    }

    /**
     * Reads the text of a file.
     *
     * @param seed the seed if the file has none
     * @throws FaultFileException if it has problems; the exception has all of them
     */
    static Faults read(String file, String text, long seed) {
        FaultFileReader reader = new FaultFileReader(file);
        Faults faults =
                reader.composed(text).map(root -> reader.faults(root, seed)).orElseGet(Faults::none);
        if (!reader.problems.isEmpty()) {
            throw reader.problems.exception();
        }
        return faults;
    }

    private Optional<Node> composed(String text) {
        try {
            Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(text);
            if (root.isEmpty()) {
                problems.add(Optional.empty(), "a fault file must have rules, is empty");
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            problems.add(e.getProblemMark(), "not YAML: " + e.getProblem().replaceAll("\\s+", " "));
        } catch (YamlEngineException e) {
            problems.add(Optional.empty(), "not YAML: " + e.getMessage().replaceAll("\\s+", " "));
        }
        return Optional.empty();
    }

    private Faults faults(Node root, long seed) {
        if (!(root instanceof MappingNode file)) {
            problems.add(root, "a fault file must have the field 'rules', is " + described(root));
            return Faults.none();
        }
        Map<String, Node> given = fields(file, List.of(SEED, RULES));
        Faults faults = SEED_FIELD.read(Faults.seeded(seed), given, problems);
        Node rules = given.get(RULES);
        if (rules == null) {
            problems.add(root, "a fault file must have the field 'rules'");
        } else if (!(rules instanceof SequenceNode list) || list.getValue().isEmpty()) {
            problems.add(rules, "rules must be a list of one rule or more, is " + described(rules));
        } else {
            for (Node rule : list.getValue()) {
                faults = faults.with(rule(rule));
            }
        }
        return faults;
    }

    private Rule rule(Node node) {
        // Problems of the fault must not hide those of the rule's other fields.
        Rule rule = Rule.of(Fault.cutBefore());
        if (!(node instanceof MappingNode mapping)) {
            problems.add(node, "a rule must have the field 'fault', is " + described(node));
            return rule;
        }
        Optional<FaultForm<?>> form = form(mapping);
        Map<String, Node> given =
                fields(mapping, form.map(FaultFileReader::names).orElse(List.of()));
        if (form.isPresent()) {
            demand(form.get(), mapping, given);
            rule = Rule.of(form.get().read(given, problems));
        }
        for (FieldForm<Rule, ?> field : RULE_FIELDS) {
            rule = field.read(rule, given, problems);
        }
        return rule;
    }

    private Optional<FaultForm<?>> form(MappingNode rule) {
        Optional<Node> named = rule.getValue().stream()
                .filter(field -> text(field.getKeyNode()).equals(FAULT))
                .map(NodeTuple::getValueNode)
                .findFirst();
        if (named.isEmpty()) {
            problems.add(rule, "a rule must have the field 'fault'");
            return Optional.empty();
        }
        String name = text(named.get());
        Optional<FaultForm<?>> form = FaultForm.named(name);
        if (form.isEmpty()) {
            problems.add(named.get(), "unknown fault '" + name + "'" + Nearest.hintOrAll(name, FaultForm.NAMES));
        }
        return form;
    }

    private static List<String> names(FaultForm<?> form) {
        return Stream.of(
                        List.of(FAULT),
                        RULE_NAMES,
                        form.fields().stream().map(FieldForm::name).toList())
                .flatMap(List::stream)
                .toList();
    }

    private void demand(FaultForm<?> form, Node rule, Map<String, Node> given) {
        form.fields().stream()
                .filter(field -> field.required() && !given.containsKey(field.name()))
                .forEach(field -> problems.add(
                        rule,
                        "fault " + form.name() + " has no " + field.name() + "; add: " + field.name() + ": "
                                + field.type().example()));
    }

    /**
     * Returns the fields of a mapping by their names; each name once.
     *
     * @param known the possible names; empty if they are unknown
     */
    private Map<String, Node> fields(MappingNode mapping, List<String> known) {
        Map<String, Node> fields = new LinkedHashMap<>();
        for (NodeTuple field : mapping.getValue()) {
            String name = text(field.getKeyNode());
            if (!known.isEmpty() && !known.contains(name)) {
                problems.add(field.getKeyNode(), "unknown field '" + name + "'" + Nearest.hintOrAll(name, known));
            } else if (fields.putIfAbsent(name, field.getValueNode()) != null) {
                problems.add(field.getKeyNode(), "field '" + name + "' must be given once, is given twice");
            }
        }
        return fields;
    }

    /** Returns the text of a scalar, or a description of a list or mapping. */
    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : described(node);
    }

    static String described(Node node) {
        if (node instanceof SequenceNode list) {
            return list.getValue().isEmpty() ? "an empty list" : "a list";
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().isEmpty() ? "empty" : "'" + scalar.getValue() + "'";
        }
        return "a mapping";
    }
}
