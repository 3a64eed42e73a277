package ehpc;

import java.util.Map;

/**
 * A post-processing script as the service has it. Unlike {@link PostScript} it is taken as it comes: older clusters hold texts
 * that are no URL.
 *
 * @param url where the script lies
 * @param args its arguments; empty for none
 */
public record PostScriptEntry(String url, String args) {

    static PostScriptEntry of(Map<String, Object> entry) {
        Fields f = Fields.of("GetPostScripts", entry);
        return new PostScriptEntry(f.text("Url"), f.text("Args"));
    }

    /** URL and arguments, with a blank between. */
    @Override
    public String toString() {
        return args.isEmpty() ? url : url + " " + args;
    }
}
