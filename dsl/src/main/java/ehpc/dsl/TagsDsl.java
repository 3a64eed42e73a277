package ehpc.dsl;

import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import java.util.Map;

/**
 * The tags of a cluster (ListTagResources), a map of texts, and what can be done with them. The service is asked when the map is first read; a map kept before
 * a change has the tags from before it.
 */
@WordsOf(value = WordPlace.TAGS, form = "tags.%s")
public interface TagsDsl extends Map<String, String> {

    /**
     * Sets a tag (TagResources).
     *
     * @param key 1 to 128 characters
     * @param value 1 to 128 characters
     * @return null: the previous value is not read
     */
    @Override
    @WordFacts(
            form = "tags.put 'KEY', 'VALUE'",
            value = "Sets a tag of the cluster.",
            takes = "a key and a value (tags.put 'team', 'cfd')",
            operation = "TagResources",
            arguments = {"KEY=Tag.Key", "VALUE=Tag.Value"},
            example = {"tags.put 'team', 'cfd'", "println tags.team"})
    String put(String key, String value);

    /**
     * Removes a tag; a key that the cluster does not have is ignored (UnTagResources).
     *
     * @param key its key, a text
     * @return null: the previous value is not read
     */
    @Override
    @WordFacts(
            form = "tags.remove 'KEY'",
            value = "Removes a tag of the cluster; a key that it does not have is ignored.",
            takes = "a key (tags.remove 'team')",
            operation = "UnTagResources",
            arguments = "KEY=TagKey",
            example = {"tags.put 'until', 'friday'", "tags.remove 'until'"})
    String remove(Object key);
}
