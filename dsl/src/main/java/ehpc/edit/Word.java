package ehpc.edit;

import java.util.Optional;

/**
 * Help for a word of the language.
 *
 * @param name the word; an operator stands for itself, and {@code []} for an index
 * @param place where it stands
 * @param form how it is written, what stands for something else in capitals; several forms are separated by a comma
 * @param help what it does, one sentence
 * @param operation the operation of the API behind it; empty where there is none
 * @param example a whole script that shows it, and runs on the local service; lines without a line end at the last
 */
public record Word(
        String name, WordPlace place, String form, String help, Optional<String> operation, String example) {}
