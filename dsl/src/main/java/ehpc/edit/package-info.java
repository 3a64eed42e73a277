/**
 * Support for editors of the language. Start at {@link ehpc.edit.Document}: it is one version of a text, and computes once its tokens,
 * completeness, problems, candidates at a cursor and signature help. {@link ehpc.language.Vocabulary} has help for every word. Nothing here
 * calls the service or touches a terminal: names that only the service knows are given as {@link ehpc.edit.KnownNames}. Everything is safe
 * for use by several threads.
 *
 * <p>The lexer is in {@link ehpc.syntax}; the facts that the compiler infers come from {@link ehpc.script.Inspection}. This package uses no
 * types of the compiler.
 */
package ehpc.edit;
