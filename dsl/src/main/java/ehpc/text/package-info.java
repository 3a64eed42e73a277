/**
 * Text as people see it: {@link ehpc.text.VisibleText} escapes control and invisible characters, {@link ehpc.text.TextWidth} counts the
 * columns of a text, {@link ehpc.text.Nearest} finds the nearest known word, {@link ehpc.text.Mask} replaces secrets by asterisks, and
 * {@link ehpc.text.Sha256} is the digest of a text.
 *
 * <p>This package is below every other one and depends on none, so that messages, plans, carets, tables and the terminal agree. The widths
 * are not taken from the terminal library because this library places carets without it; a spec of the command line compares both.
 */
package ehpc.text;
