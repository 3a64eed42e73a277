package ehpc;

import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;

/**
 * An entry of ListRegions.
 *
 * @param id the region id, such as {@code cn-hangzhou}
 * @param name its name for people
 */
@WordsOf(value = WordPlace.REGION, form = "regions[0].%s", example = "println regions*.%s", inCluster = false)
public record Region(
        @WordFacts("Its id, such as cn-hangzhou.") String id,
        @WordFacts("Its display name.") String name) {}
