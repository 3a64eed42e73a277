package ehpc;

import ehpc.api.RecordFields;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;

/**
 * A post-processing script as reported by the service. Unlike {@link PostScript}, it is not validated: older clusters have texts that are
 * not URLs.
 *
 * @param url the script's URL
 * @param args its arguments; empty for none
 */
@WordsOf(value = WordPlace.POST_SCRIPT, form = "postScripts[0].%s", example = "println postScripts*.%s")
public record PostScriptEntry(
        @WordFacts("Its URL.") String url,
        @WordFacts("Its arguments, one text.") String args) {

    static PostScriptEntry of(RecordFields f) {
        return new PostScriptEntry(f.text("Url"), f.text("Args"));
    }

    /** Returns the URL and the arguments, separated by a space. */
    @Override
    public String toString() {
        return args.isEmpty() ? url : url + " " + args;
    }
}
