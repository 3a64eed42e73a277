/**
 * What an editor of the language needs of a text that is being written. Start at {@link ehpc.edit.Document}: it is one version of the
 * text, and finds out, each thing once, its tokens, whether it is complete, what is wrong with it, what could be written at a cursor and
 * the form of what stands there. {@link ehpc.language.Vocabulary} has help for every word. Nothing here asks the service or touches a
 * terminal: names that only the service knows are given as {@link ehpc.edit.KnownNames}. Everything is safe for use by several
 * threads.
 *
 * <p>How a text is read is in {@link ehpc.syntax}; what the compiler knows of it comes from {@link ehpc.script.Inspection}. This package
 * knows no type of the compiler's.
 */
package ehpc.edit;
