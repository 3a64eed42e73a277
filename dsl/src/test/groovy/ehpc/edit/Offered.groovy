package ehpc.edit

import ehpc.script.InteractiveSession
import ehpc.script.Rule
import ehpc.script.ScriptProblem
import ehpc.script.SessionContext
import ehpc.syntax.TokenizedText
import groovy.transform.CompileStatic

/** Tries what is offered: writes it where it is offered, closes the rest, and lets the compiler judge. */
@CompileStatic
class Offered {

    /** What the compiler must not say of something that was offered. */
    private static final Set<Rule> JUDGED = EnumSet.of(Rule.UNKNOWN_WORD, Rule.UNKNOWN_NAME, Rule.UNKNOWN_OPERATION,
            Rule.UNKNOWN_PARAMETER, Rule.PLACE, Rule.WRONG_VALUE, Rule.AFTER_ON, Rule.TWICE, Rule.LATE_REGION)

    /** What follows some of the candidates, so that the compiler can read the whole. */
    private static final Map<String, String> NEXT = [
        'from': "'/x'", 'timeout': '1.minute', 'tolerate': '1', 'waves': '1', 'on': 'nodes', 'region': 'cn-hangzhou',
        'postScript': 'https://a.b/c', 'api': 'listRegions()', 'println': '1', 'print': '1', 'printf': "'a', 1", 'def': 'x = 1',
        'return': '1', 'assert': 'true', 'import': 'java.util.Date', 'throw': 'RuntimeException()', 'new': 'Date()', 'in': '[1]',
        'else': 'println 1', 'cluster': "c') {", 'run': "'x' on nodes", 'initialize': '']

    final SessionContext session
    final List<String> failures = []
    int offered
    int read

    Offered(SessionContext session) {
        this.session = session
    }

    /** Tries some of what is offered at a place, the first and others by chance. */
    void tryAt(String text, int cursor, int most, Random random) {
        Completion completion = new Document(text, session).complete(cursor, KnownNames.EMPTY)
        String before = text.substring(0, cursor)
        if (completion.to() != cursor || completion.from() > cursor) {
            failures << ("${before.inspect()}: offers from ${completion.from()} to ${completion.to()}" as String)
            return
        }
        List<Candidate> candidates = new ArrayList<>(completion.candidates())
        Collections.shuffle(candidates, random)
        Set<String> known = null
        for (Candidate candidate : candidates.take(most)) {
            known = known == null ? problems(before, completion.from(), cursor + 1)*.message() as Set<String> : known
            judge(before, completion.from(), candidate, known)
        }
    }

    private void judge(String before, int from, Candidate candidate, Set<String> known) {
        if (candidate.kind() == Candidate.Kind.PACKAGE && before.readLines().last().startsWith('import static')) {
            return // nothing can be written behind a package that would make it whole
        }
        String written = before.substring(0, from) + candidate.text() + candidate.append() + next(candidate)
        List<ScriptProblem> problems = problems(written, from, from + candidate.text().length())
        offered++
        if (problems.every { it.rule() != Rule.SYNTAX }) {
            read++
        }
        List<ScriptProblem> wrong = problems.findAll { (isWrong(it, candidate) || isNoClass(it, candidate)) && !(it.message() in known) }
        if (wrong) {
            failures << ("${written.inspect()}: ${wrong.first().rule()} ${wrong.first().message()}" as String)
        }
    }

    /** A method of the value that a block speaks to is no known word to the compiler until it gets what it takes. */
    private static boolean isWrong(ScriptProblem problem, Candidate candidate) {
        boolean bare = candidate.kind() == Candidate.Kind.METHOD && candidate.append() == '('
        problem.rule() in JUDGED && !(bare && problem.rule() == Rule.UNKNOWN_WORD)
    }

    /** What cannot be made, extended or caught. */
    private static boolean isNoClass(ScriptProblem problem, Candidate candidate) {
        candidate.kind() == Candidate.Kind.TYPE && ['abstract', 'final', 'interface', 'Throwable'].any { problem.message().contains(it) }
    }

    private static String next(Candidate candidate) {
        if (candidate.kind() == Candidate.Kind.PARAMETER) {
            return 'null'
        }
        if (candidate.kind() == Candidate.Kind.PACKAGE) {
            return '*'
        }
        if (candidate.kind() == Candidate.Kind.VARIABLE && candidate.append() == '.') {
            return 'okNodes'
        }
        boolean word = candidate.kind() in [Candidate.Kind.WORD, Candidate.Kind.KEYWORD] && !candidate.append().empty
        word ? NEXT.getOrDefault(candidate.text(), '') : ''
    }

    /** What is wrong with a text, when the rest of it is closed, in a part of it. */
    private List<ScriptProblem> problems(String text, int from, int to) {
        String whole = text + CompilerProbe.end(TokenizedText.of(text))
        InteractiveSession.problems(whole, session).findAll {
            int at = index(whole, it.line(), it.column())
            at >= from && at <= to
        }
    }

    private static int index(String text, int line, int column) {
        int at = 0
        for (int i = 1; i < line; i++) {
            at = text.indexOf('\n', at) + 1
        }
        at + column - 1
    }
}
