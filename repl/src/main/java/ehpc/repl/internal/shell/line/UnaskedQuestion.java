package ehpc.repl.internal.shell.line;

/** The report on a question of a background thread that comes while the user edits a line. */
final class UnaskedQuestion {

    private UnaskedQuestion() {}

    static String message(String question) {
        return "'" + question.strip() + "' was not asked, the answer is no: a thread asked it while you were typing";
    }
}
