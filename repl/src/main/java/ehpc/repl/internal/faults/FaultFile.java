package ehpc.repl.internal.faults;

import ehpc.local.Faults;
import ehpc.repl.internal.files.TextFile;
import java.util.Optional;
import java.util.Random;

/**
 * The faults of a file, completely checked. In a separate package, because it loads the YAML library.
 *
 * @param name the name of the file
 * @param faults the faults, with the seed that is in force
 */
public record FaultFile(String name, Faults faults) {

    private static final int NEW_SEEDS = 1_000_000;

    /**
     * Reads a file.
     *
     * @param seed the seed in place of the file's
     * @throws ehpc.repl.internal.failure.UsageException if it cannot be read
     * @throws FaultFileException if it has problems
     */
    public static FaultFile read(String name, Optional<Long> seed) {
        String text = new TextFile("fault file", name).read();
        Faults faults = FaultFileReader.read(name, text, new Random().nextInt(NEW_SEEDS));
        return new FaultFile(name, seed.map(faults::withSeed).orElse(faults));
    }

    /** Returns the message with the seed, which is needed to repeat a run. */
    public String notice() {
        return "faults of '" + name + "' are active, with seed " + faults.seed() + "; repeat them with --seed "
                + faults.seed();
    }
}
