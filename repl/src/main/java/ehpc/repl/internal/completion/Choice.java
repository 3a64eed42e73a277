package ehpc.repl.internal.completion;

import java.util.List;

/**
 * A candidate of completion.
 *
 * @param text the word, without a blank
 * @param help its description, in a few words
 */
record Choice(String text, String help) {

    private static final int LONGEST = 80;

    /** Returns a candidate with the first sentence of its help. */
    static Choice of(String text, String help) {
        String line = help.replaceAll("\\s+", " ").strip();
        String sentence =
                line.replaceFirst("(?<=\\p{L}\\p{L}|\\))[.:;] .*$", "").replaceFirst("\\.$", "");
        return new Choice(
                text,
                sentence.length() > LONGEST ? sentence.substring(0, LONGEST - 1).strip() + "…" : sentence);
    }

    static List<Choice> plain(List<String> texts) {
        return texts.stream().map(text -> new Choice(text, "")).toList();
    }
}
