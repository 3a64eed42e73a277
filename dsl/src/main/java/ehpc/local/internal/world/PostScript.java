package ehpc.local.internal.world;

/** A post script: stored, not run. */
public record PostScript(String url, String args) {}
