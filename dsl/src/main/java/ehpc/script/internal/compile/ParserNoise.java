package ehpc.script.internal.compile;

import java.io.PrintStream;

/** Suppresses the lines that the generated parser writes to standard error in addition to the error that it reports. */
public final class ParserNoise {

    private static final String NOISE = "unknown recognition error type: ";

    private ParserNoise() {}

    /** Parses, one script at a time in this JVM; other output is not affected. */
    public static synchronized void without(Runnable parsing) {
        PrintStream before = System.err;
        System.setErr(new Quieter(before));
        try {
            parsing.run();
        } finally {
            System.setErr(before);
        }
    }

    private static final class Quieter extends PrintStream {

        Quieter(PrintStream to) {
            super(to, true);
        }

        @Override
        public void println(String line) {
            if (line == null || !line.startsWith(NOISE)) {
                super.println(line);
            }
        }
    }
}
