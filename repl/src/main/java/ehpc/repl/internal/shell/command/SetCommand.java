package ehpc.repl.internal.shell.command;

import ehpc.api.Catalogue;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.help.Pages;
import ehpc.repl.internal.result.Format;
import ehpc.repl.internal.shell.Editing;
import ehpc.repl.internal.shell.Shell;
import ehpc.repl.internal.shell.Suggestions;
import ehpc.repl.internal.terminal.ColorMode;
import ehpc.text.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** {@code /set}. */
final class SetCommand {

    /** The settings, with their possible values; no values if any text may be given. */
    private enum Setting {
        OUTPUT(
                "form of the results",
                Choices.of(Format.values()),
                shell -> lower(shell.settings().output()),
                (shell, value) -> shell.settings().output(Choices.constant("output", value, Format.values()))),
        PLAN(
                "approval of each step before it is sent",
                Choices.ON_OFF,
                shell -> Choices.onOff(shell.settings().plan()),
                (shell, value) -> PlanCommand.turn(shell, Choices.on("plan", value))),
        PROFILE(
                "profile of the credentials",
                List.of(),
                shell -> shell.account().name(),
                Reconnecting::profile),
        REGION("region of the clusters", List.of(), Setting::region, Reconnecting::region),
        COLOR(
                "use of colours",
                Choices.of(ColorMode.values()),
                shell -> lower(shell.settings().color()),
                (shell, value) -> shell.settings().color(Choices.constant("color", value, ColorMode.values()))),
        EDITING(
                "key bindings of the line editor",
                Choices.of(Editing.values()),
                shell -> lower(shell.settings().editing()),
                (shell, value) -> shell.settings().editing(Choices.constant("editing", value, Editing.values()))),
        PAGER(
                "long values page by page",
                Choices.ON_OFF,
                shell -> Choices.onOff(shell.settings().pager()),
                (shell, value) -> shell.settings().pager(Choices.on("pager", value)));

        private final String description;
        private final List<String> values;
        private final Function<Shell, String> value;
        private final BiConsumer<Shell, String> set;

        Setting(String description, List<String> values, Function<Shell, String> value, BiConsumer<Shell, String> set) {
            this.description = description;
            this.values = values;
            this.value = value;
            this.set = set;
        }

        private static String region(Shell shell) {
            shell.account().connection(); // an open connection may know the region
            return shell.region().orElse("none");
        }

        private List<String> known() {
            return this == REGION
                    ? Catalogue.ehpc().endpoints().keySet().stream().sorted().toList()
                    : values;
        }

        private static String lower(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }

        private String title() {
            return lower(this);
        }

        private String description() {
            return values.isEmpty() ? description : description + ": " + String.join(", ", values);
        }
    }

    private static final List<String> NAMES =
            Arrays.stream(Setting.values()).map(Setting::title).toList();

    static void run(Shell shell, String argument) {
        String[] words = argument.split("\\s+");
        if (argument.isEmpty()) {
            list(shell, Arrays.asList(Setting.values()));
            return;
        }
        Setting setting = setting(words[0]);
        if (words.length == 1) {
            list(shell, List.of(setting));
        } else if (words.length > 2) {
            throw new UsageException(setting.title() + " expects one value, got " + (words.length - 1));
        } else {
            setting.set.accept(shell, words[1]);
        }
    }

    private static Setting setting(String name) {
        if (!NAMES.contains(name)) {
            throw new UsageException("unknown setting '" + name + "'" + Nearest.hintOrAll(name, NAMES));
        }
        return Setting.values()[NAMES.indexOf(name)];
    }

    private static void list(Shell shell, List<Setting> settings) {
        List<List<String>> rows = settings.stream()
                .map(setting -> List.of(setting.title(), setting.value.apply(shell), setting.description()))
                .toList();
        new Pages(shell.console(), shell.settings().color()).table(List.of("Name", "Value", "Description"), rows);
    }

    static Suggestions complete(Shell shell, String argument) {
        int blank = argument.indexOf(' ');
        if (blank < 0) {
            return Choices.suggest(argument, NAMES);
        }
        String name = argument.substring(0, blank);
        String value = argument.substring(blank).stripLeading();
        List<String> values = NAMES.contains(name) ? setting(name).known() : List.of();
        return new Suggestions(
                argument.length() - value.length(),
                Choices.suggest(value, values).all());
    }
}
