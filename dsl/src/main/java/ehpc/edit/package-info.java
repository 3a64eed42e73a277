/**
 * What an editor of the language needs, as pure functions of a text: its tokens ({@link ehpc.edit.Lexer}), whether it is whole
 * ({@link ehpc.edit.Completeness}), what could be written at a place ({@link ehpc.edit.Completer}) and what is being written there
 * ({@link ehpc.edit.Hints}). {@link ehpc.edit.Vocabulary} has help for every word. Nothing here asks the service or touches a
 * terminal: names that only the service knows are given as {@link ehpc.edit.KnownNames}. Everything is safe for use by several
 * threads.
 *
 * <p>What the compiler knows of a text comes from {@link ehpc.script.Inspection}; this package knows no type of the compiler's.
 */
package ehpc.edit;
