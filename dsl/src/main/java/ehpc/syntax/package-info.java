/**
 * The syntax of the language: {@link ehpc.syntax.TokenizedText} splits any text, valid or not, finished or not, into tokens, statements and
 * open delimiters; {@link ehpc.syntax.Completeness} reports whether it continues on another line. It is the only parser of texts beside
 * Groovy's own, for editors and for the compiler's messages on open brackets. Depends only on {@code ehpc.language}. Everything is
 * immutable.
 */
package ehpc.syntax;
