package ehpc;

/** Writes results for people: equal ones once, under the folded names of their nodes. */
final class GatheredText {

    private static final String INDENT = "  ";

    private GatheredText() {}

    static String of(RunResult result) {
        StringBuilder text = new StringBuilder();
        for (RunResult.Group group : result.gathered()) {
            NodeResult first = group.first();
            text.append(group.header());
            if (!first.isOk()) {
                text.append(' ').append(first.summary());
            }
            text.append('\n');
            first.output()
                    .lines()
                    .forEach(line -> text.append(INDENT).append(line).append('\n'));
        }
        return text.toString();
    }
}
