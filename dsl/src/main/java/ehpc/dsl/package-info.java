/**
 * The Groovy face: interfaces whose methods are the words of a block, and the base class whose methods are the words of a
 * script. They only phrase {@link ehpc}; start at {@link ehpc.dsl.EhpcScript}, then {@link ehpc.dsl.ClusterDsl}.
 *
 * <p>Words that {@code groovy.lang.Closure} has too, such as {@code run}, cannot be found in a block by the compiler:
 * it takes the closure's own method first. {@code ehpc.script} renames them before type checking, which is why
 * {@link ehpc.dsl.ClusterDsl#runCommand} has another name than its word.
 */
package ehpc.dsl;
