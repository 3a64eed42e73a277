package ehpc.command

/** Values that are hard on a shell, from a seed. */
class RandomText {

    static final List<String> NASTY = [
        '', ' ', '\n', '\n\n', 'a\n', '\t', '\r', '\r\n', "'", "''", "'''", '"', '`', '\\', '\\\\', "\\'", "'\\''", '$', '$$', '$(id)',
        '${IFS}', '`id`', '$((1+1))', '; p INJECTED', '&& p INJECTED', '| p INJECTED', '\np INJECTED\n', "'; p INJECTED; '",
        '"; p INJECTED; "', '$(p INJECTED)', '`p INJECTED`', '#', '# comment', '~', '~root', '*', '?', '[a-z]*', '{a,b}', '{1..9}',
        '!', '!!', '!x', '^a^b', '-', '--', '-n', '-e', '-rf', '--help', '=', 'A=b', 'PATH=', '>f', '2>&1', '<f', '<<EOF', '>(p)',
        '((', '))', '[[', ']]', 'if', 'done', 'case', 'esac', ')', '(', '{', '}', ';;', '&', '%s', '%n', '\\n', '\\0', '\\c',
        '\\x41', '\\u0041', "\$'\\n'", '\u0001', '\u007f', '\u001b[31m', '\b', '\u0081', '\u0085', '\u00a0', '\u2028', '\ufeff',
        '\ufffd', '\uffff', 'é', 'e\u0301', '北京', 'שלום', '😀', '👩‍🚀', '\udbff\udfff', '　', 'a b', ' a', 'a ', 'a  b',
        'x[$(p INJECTED)]', '-vx[$(p INJECTED)]', '@(a|b)', '+(a)', 'x' * 5000, "'" * 500, '\\' * 500]

    private static final String META = '\'\'\'\'"\\\\`$$(){}[]<>|&;#*?~!=%^@+-,.:/ \t\n\r'

    final Random random
    /** Whether a slash may be in a value. */
    boolean slash = true

    RandomText(long seed) {
        random = new Random(seed)
    }

    String next() {
        random.nextInt(20) == 0 ? NASTY[random.nextInt(NASTY.size())] : mixture()
    }

    /** The first characters, none of them in half. */
    static String cut(String text, int most) {
        text.codePointCount(0, text.length()) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most))
    }

    private String mixture() {
        StringBuilder text = new StringBuilder()
        int length = random.nextInt(random.nextInt(10) == 0 ? 200 : 14)
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(codePoint())
        }
        String whole = text.toString()
        slash ? whole : whole.replace('/', '_')
    }

    private int codePoint() {
        switch (random.nextInt(10)) {
            case 0..5:
                return META.charAt(random.nextInt(META.length())) as int
            case 6..7:
                return 1 + random.nextInt(0x7f)
            case 8:
                return 1 + random.nextInt(0x7ff)
            default:
                int any = 1 + random.nextInt(0x10ffff)
                return any >= 0xd800 && any <= 0xdfff ? 0xe000 : any
        }
    }
}
