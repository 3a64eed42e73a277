package ehpc.repl.internal.completion;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A shell of the operating system; converts a table to a function. */
public enum CompletionShell {
    BASH {
        @Override
        String row(String key, List<Choice> choices) {
            return "        " + quoted(key) + ") reply=" + quoted(joined(choices, Choice::text)) + " ;;\n";
        }
    },
    ZSH {
        @Override
        String row(String key, List<Choice> choices) {
            return "        " + quoted(key) + ") reply=(" + joined(choices, this::described) + ") ;;\n";
        }

        @Override
        String function(String name, String rows) {
            return super.function(name, rows).replace("reply=\n", "reply=()\n");
        }

        private String described(Choice choice) {
            String text = choice.text().replace(":", "\\:");
            return quoted(choice.help().isEmpty() ? text : text + ":" + choice.help());
        }
    },
    FISH {
        @Override
        String row(String key, List<Choice> choices) {
            return "        case " + quoted(key) + "\n            printf '%s\\n' " + joined(choices, this::described)
                    + "\n";
        }

        private String described(Choice choice) {
            return quoted(choice.help().isEmpty() ? choice.text() : choice.text() + "\t" + choice.help());
        }

        @Override
        String quoted(String text) {
            return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
        }

        @Override
        String function(String name, String rows) {
            return "function __ehpc_" + name + "\n    switch \"$argv[1]\"\n" + rows + "    end\nend\n";
        }
    };

    /** Returns the name of the shell. */
    public String program() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the table as a function that takes a key. */
    String function(CompletionTable table) {
        String rows = table.rows().entrySet().stream()
                .map(row -> row(row.getKey(), row.getValue()))
                .collect(Collectors.joining());
        return function(table.name(), rows);
    }

    /** Returns the branch for a key. */
    abstract String row(String key, List<Choice> choices);

    String function(String name, String rows) {
        return "_ehpc_" + name + "() {\n    reply=\n    case $1 in\n" + rows + "    esac\n}\n";
    }

    String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String joined(List<Choice> choices, Function<Choice, String> form) {
        return choices.stream().map(form).collect(Collectors.joining(" "));
    }
}
